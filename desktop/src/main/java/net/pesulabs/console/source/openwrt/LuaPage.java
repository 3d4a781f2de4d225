package net.pesulabs.console.source.openwrt;

import java.util.HashSet;
import java.util.List;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import net.pesulabs.console.source.Samples;

/**
 * A page of prometheus-node-exporter-lua. It writes label values as they are, so that a quote in
 * one, or a line end, spoils its line, but no other: what is not the format is passed over, and
 * only a page without any good line is none.
 *
 * @see <a
 *     href="https://github.com/openwrt/packages/blob/openwrt-24.10/utils/prometheus-node-exporter-lua/files/usr/bin/prometheus-node-exporter-lua">
 *     print_metric</a>
 */
final class LuaPage {

  /** What is read of it: nothing whose label is a name that a guest's device gave itself. */
  private static final List<String> READ =
      List.of(
          "node_load",
          "node_boot_time_seconds",
          "node_time_seconds",
          "node_memory_Mem",
          "node_network_receive_bytes_total",
          "node_network_transmit_bytes_total",
          "node_nf_conntrack_entries",
          "node_openwrt_info",
          "node_uname_info",
          "node_thermal_zone_temp",
          "node_hwmon_temp_celsius");

  private LuaPage() {}

  /**
   * The samples that are read of it.
   *
   * @throws Failure where the page was cut off, or is of another program
   */
  static Samples parse(String text, String from) throws Failure {
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw new Failure(Failure.Kind.CUT_OFF, Msg.failureCutOff(from));
    }
    var good = new StringBuilder();
    var told = new HashSet<String>(); // what a guest's name brings comes after the router's own
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (READ.stream().anyMatch(line::startsWith)
          && isGood(line, from)
          && told.add(line.substring(0, line.lastIndexOf(' ') + 1))) {
        good.append(line).append('\n');
      }
    }
    Samples samples = PrometheusText.parse(good.toString(), from);
    if (samples.named("node_load1").isEmpty() && samples.named("node_time_seconds").isEmpty()) {
      throw new Failure(Failure.Kind.NOT_UNDERSTOOD, Msg.gatewaySourceNotExporter(from));
    }
    return samples;
  }

  private static boolean isGood(String line, String from) {
    try {
      PrometheusText.parse(line + "\n", from);
      return true;
    } catch (Failure e) {
      return false;
    }
  }
}
