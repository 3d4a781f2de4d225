package net.pesulabs.console.source.nodeexporter;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.Samples.Sample;
import org.jspecify.annotations.Nullable;

/**
 * The sensors of the AMD cards: what node_exporter's hwmon collector says of each chip named {@code
 * amdgpu}. Names and units of the sensors: https://docs.kernel.org/gpu/amdgpu/thermal.html.
 */
final class AmdChips {

  /** What fans that stand still report on some cards: 16 bits, all set. */
  private static final double FAN_STOPPED = 65535;

  /** The labels of amdgpu's temperatures where the driver gives none. */
  private static final Map<String, String> USUAL_LABELS =
      Map.of("temp1", "edge", "temp2", "junction", "temp3", "mem");

  private final Samples samples;
  private final List<String> chips;

  AmdChips(Samples samples) {
    this.samples = samples;
    this.chips =
        samples.named("node_hwmon_chip_names").stream()
            .filter(sample -> sample.label("chip_name").equals("amdgpu"))
            .map(sample -> sample.label("chip"))
            .distinct()
            // The name is parent and device address, 0000:02:00_0_0000:03:00_0.
            .sorted(Comparator.comparing(AmdChips::deviceAddress))
            .toList();
  }

  /** The chips in order of PCI address. */
  List<String> inOrder() {
    return chips;
  }

  /** A live temperature of a chip by its label; null where the sensor is silent. */
  @Nullable Double temperature(String chip, String label) {
    return byLabel("node_hwmon_temp_celsius", chip, label);
  }

  @Nullable Double criticalTemperature(String chip, String label) {
    return positive(byLabel("node_hwmon_temp_crit_celsius", chip, label));
  }

  /** The kernel fills one of the two, depending on the card. */
  @Nullable Double power(String chip) {
    Double average = samples.value("node_hwmon_power_average_watt", "chip", chip);
    return average != null ? average : samples.value("node_hwmon_power_watt", "chip", chip);
  }

  @Nullable Double powerCap(String chip) {
    return positive(samples.value("node_hwmon_power_cap_watt", "chip", chip));
  }

  @Nullable Double fan(String chip) {
    Double rpm = samples.value("node_hwmon_fan_rpm", "chip", chip);
    return rpm != null && rpm == FAN_STOPPED ? (Double) 0.0 : rpm;
  }

  @Nullable Double fanMax(String chip) {
    return positive(samples.value("node_hwmon_fan_max_rpm", "chip", chip));
  }

  /** A clock; the exporter tells them from 1.9.0 on, the clock's label in place of the sensor's. */
  @Nullable Double megahertz(String chip, String clock) {
    for (Sample sample : samples.named("node_hwmon_freq_freq_mhz")) {
      if (sample.label("chip").equals(chip) && sample.label("sensor").equals(clock)) {
        return Double.isFinite(sample.value()) ? (Double) sample.value() : null;
      }
    }
    return null;
  }

  private @Nullable Double byLabel(String metric, String chip, String label) {
    Map<String, String> labels = labels(chip);
    for (Sample sample : samples.named(metric)) {
      if (sample.label("chip").equals(chip)
          && label.equals(labels.get(sample.label("sensor")))
          && Double.isFinite(sample.value())) {
        return sample.value();
      }
    }
    return null;
  }

  private Map<String, String> labels(String chip) {
    var labels = new HashMap<>(USUAL_LABELS);
    for (Sample sample : samples.named("node_hwmon_sensor_label")) {
      if (sample.label("chip").equals(chip)) {
        labels.put(sample.label("sensor"), sample.label("label"));
      }
    }
    return labels;
  }

  /** A limit of zero is a file that could not be read. */
  private static @Nullable Double positive(@Nullable Double value) {
    return value != null && value > 0 ? value : null;
  }

  private static String deviceAddress(String chip) {
    return chip.substring(Math.max(0, chip.length() - "0000:03:00_0".length()));
  }
}
