package net.pesulabs.console.source.nodeexporter;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of node_exporter is asked for, and which of its metrics are read.
 *
 * <p>While a page shows the card or its machine (the GPU page, the home page, the map), everything.
 * Otherwise health still judges how full the card and its disks are, and the history goes on with
 * how busy card and processors are and how full their memory: all of that but the sensors. To read
 * those may keep a card awake that would sleep, and disks spinning
 * (docs.kernel.org/hwmon/drivetemp), so nobody asks them while nobody looks. One exception: a card
 * that works is awake as it is, and only its sensors tell that it is too hot, or that it only says
 * it works. So what the history lacks is the temperature and power of a card at rest while nobody
 * looked, and it has a gap there.
 */
final class Collectors {

  static final String CARDS = "drm";
  static final String SENSORS = "hwmon";

  private static final List<String> WITHOUT_SENSORS =
      List.of(CARDS, "cpu", "meminfo", "loadavg", "stat", "time", "filesystem", "netdev", "uname");

  private static final List<String> ALL =
      Stream.concat(WITHOUT_SENSORS.stream(), Stream.of(SENSORS)).toList();

  private static final Set<String> METRICS =
      Set.of(
          "node_cpu_seconds_total",
          "node_load1",
          "node_memory_MemTotal_bytes",
          "node_memory_MemAvailable_bytes",
          "node_boot_time_seconds",
          "node_time_seconds",
          "node_filesystem_size_bytes",
          "node_filesystem_avail_bytes",
          "node_network_receive_bytes_total",
          "node_network_transmit_bytes_total",
          "node_uname_info",
          "node_scrape_collector_success",
          "node_drm_gpu_busy_percent",
          "node_drm_memory_vram_size_bytes",
          "node_drm_memory_vram_used_bytes",
          "node_drm_memory_gtt_size_bytes",
          "node_drm_memory_gtt_used_bytes",
          "node_hwmon_chip_names",
          "node_hwmon_sensor_label",
          "node_hwmon_temp_celsius",
          "node_hwmon_temp_crit_celsius",
          "node_hwmon_temp_max_celsius",
          "node_hwmon_power_average_watt",
          "node_hwmon_power_watt",
          "node_hwmon_power_cap_watt",
          "node_hwmon_fan_rpm",
          "node_hwmon_fan_max_rpm",
          "node_hwmon_freq_freq_mhz");

  private Collectors() {}

  static List<String> wanted(boolean sensors) {
    return sensors ? ALL : WITHOUT_SENSORS;
  }

  /** Whether anything here reads a metric of this name. */
  static boolean isRead(String metric) {
    return METRICS.contains(metric);
  }
}
