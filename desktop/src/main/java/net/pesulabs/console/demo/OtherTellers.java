package net.pesulabs.console.demo;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pretend card in the words of other programs: the names and labels are those of all-smi 0.25
 * and of AMD's device-metrics-exporter 1.4, and so is what they do not know of a Radeon.
 */
final class OtherTellers {

  private static final String CHIP = "{chip=\"0000:02:00_0_0000:03:00_0\",sensor=\"%s\"}";
  private static final double MIB = 1 << 20;

  private final PretendExporter truth;

  OtherTellers(PretendExporter truth) {
    this.truth = truth;
  }

  /** The page of {@code all-smi api}. */
  String allSmi() {
    Map<String, Double> now = figures();
    String who = "instance=\"pesubuntu\", hostname=\"pesubuntu\"";
    String card =
        "{gpu=\"AMD Radeon RX 7800 XT\", instance=\"pesubuntu\", gpu_uuid=\"GPU-0000:03:00.0\", gpu_index=\"0\"}";
    var page = new Page();
    page.gauge("all_smi_up", "{" + who + "}", 1.0);
    page.gauge("all_smi_gpu_utilization", card, drm(now, "gpu_busy_percent"));
    page.gauge("all_smi_gpu_memory_used_bytes", card, drm(now, "memory_vram_used_bytes"));
    page.gauge("all_smi_gpu_memory_total_bytes", card, drm(now, "memory_vram_size_bytes"));
    page.gauge("all_smi_gpu_temperature_celsius", card, sensor(now, "temp_celsius", "temp1"));
    page.gauge(
        "all_smi_gpu_power_consumption_watts", card, sensor(now, "power_average_watt", "power1"));
    page.gauge("all_smi_gpu_frequency_mhz", card, sensor(now, "freq_freq_mhz", "sclk"));
    page.gauge("all_smi_gpu_fan_speed_rpm", card, sensor(now, "fan_rpm", "fan1"));
    String info =
        card.substring(0, card.length() - 1)
            + ", type=\"GPU\", lib_name=\"ROCm\", lib_version=\"7.2.1\", power_cap=\"236 W\""
            + sensor(now, "freq_freq_mhz", "mclk")
                .map(mhz -> ", memory_clock=\"" + mhz.intValue() + " MHz\"")
                .orElse("")
            + "}";
    page.gauge("all_smi_gpu_info", info, 1.0);
    page.gauge("all_smi_cpu_thread_count", "{cpu_model=\"Intel\", " + who + ", index=\"0\"}", 12.0);
    String memory = "{" + who + ", index=\"0\"}";
    page.gauge("all_smi_memory_total_bytes", memory, value(now, "node_memory_MemTotal_bytes"));
    page.gauge(
        "all_smi_memory_available_bytes", memory, value(now, "node_memory_MemAvailable_bytes"));
    return page.text();
  }

  /** The page of device-metrics-exporter: of a Radeon, zeros where it knows nothing. */
  String deviceMetrics() {
    Map<String, Double> now = figures();
    String labels =
        "card_model=\"\",card_series=\"Radeon RX 7800 XT\",gpu_id=\"0\",gpu_partition_id=\"0\",hostname=\"18ab41be1b15\",serial_number=\"\"";
    String card = "{" + labels + "}";
    var page = new Page();
    page.gauge("gpu_nodes_total", "{hostname=\"18ab41be1b15\"}", 1.0);
    page.gauge("gpu_gfx_activity", card, drm(now, "gpu_busy_percent"));
    page.gauge("gpu_total_vram", card, inMib(drm(now, "memory_vram_size_bytes")));
    page.gauge("gpu_used_vram", card, inMib(drm(now, "memory_vram_used_bytes")));
    page.gauge("gpu_total_gtt", card, inMib(drm(now, "memory_gtt_size_bytes")));
    page.gauge("gpu_used_gtt", card, inMib(drm(now, "memory_gtt_used_bytes")));
    page.gauge("gpu_edge_temperature", card, 0.0);
    page.gauge("gpu_junction_temperature", card, 0.0);
    page.gauge("gpu_package_power", card, 0.0);
    page.gauge("gpu_average_package_power", card, sensor(now, "power_average_watt", "power1"));
    page.gauge("gpu_violation_ppt_residency_percentage", card, 0.0);
    page.gauge(
        "gpu_clock",
        "{clock_index=\"0\",clock_type=\"system\"," + labels + "}",
        sensor(now, "freq_freq_mhz", "sclk"));
    return page.text();
  }

  private Map<String, Double> figures() {
    return truth
        .whole()
        .lines()
        .filter(line -> line.startsWith("node_"))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.lastIndexOf(' ')),
                line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)),
                (first, second) -> first));
  }

  private static Optional<Double> drm(Map<String, Double> now, String name) {
    return value(now, "node_drm_" + name + "{card=\"card1\"}");
  }

  private static Optional<Double> sensor(Map<String, Double> now, String name, String sensor) {
    return value(now, "node_hwmon_" + name + CHIP.formatted(sensor));
  }

  private static Optional<Double> value(Map<String, Double> now, String series) {
    return Optional.ofNullable(now.get(series));
  }

  private static Optional<Double> inMib(Optional<Double> bytes) {
    return bytes.map(value -> Math.floor(value / MIB));
  }

  private static final class Page {
    private final StringBuilder text = new StringBuilder();

    void gauge(String name, String labels, double value) {
      gauge(name, labels, Optional.of(value));
    }

    /** Nothing at all where it has no value. */
    void gauge(String name, String labels, Optional<Double> value) {
      value.ifPresent(number ->
          text.append("# TYPE %s gauge\n".formatted(name))
              .append(name)
              .append(labels)
              .append(' ')
              .append(PromText.number(number))
              .append('\n'));
    }

    String text() {
      return text.toString();
    }
  }
}
