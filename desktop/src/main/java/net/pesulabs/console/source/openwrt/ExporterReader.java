package net.pesulabs.console.source.openwrt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Router.Device;
import net.pesulabs.console.homelab.Router.Load;
import net.pesulabs.console.homelab.Router.Traffic;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.Samples.Sample;
import org.jspecify.annotations.Nullable;

/** What the samples of OpenWRT's exporter tell of the router. */
final class ExporterReader {

  private ExporterReader() {}

  /**
   * One scrape.
   *
   * @param now by this computer's clock; the router's own may be wrong
   */
  static Told read(Samples samples, Instant now) {
    return new Told(device(samples), load(samples, now), null, null, traffic(samples));
  }

  private static Device device(Samples samples) {
    Sample info = samples.named("node_openwrt_info").stream().findFirst().orElse(null);
    Sample uname = samples.named("node_uname_info").stream().findFirst().orElse(null);
    return new Device(
        info == null ? null : Words.of(info.label("model")),
        info == null
            ? null
            : Words.of(
                String.join(
                    " ",
                    Stream.of("id", "release", "revision")
                        .map(info::label)
                        .filter(part -> !part.isEmpty())
                        .toList())),
        uname == null ? null : Words.of(uname.label("nodename")));
  }

  private static Load load(Samples samples, Instant now) {
    return new Load(
        startedAt(samples, now),
        samples.value("node_load1"),
        samples.value("node_load5"),
        samples.value("node_load15"),
        whole(samples.value("node_memory_MemTotal_bytes")),
        whole(samples.value("node_memory_MemAvailable_bytes")),
        celsius(samples),
        whole(samples.value("node_nf_conntrack_entries")),
        whole(samples.value("node_nf_conntrack_entries_limit")));
  }

  private static @Nullable Instant startedAt(Samples samples, Instant now) {
    Double boot = samples.value("node_boot_time_seconds");
    Double time = samples.value("node_time_seconds");
    return boot == null || time == null ? null : Words.ago(time - boot, now);
  }

  /** The hottest of its sensors. */
  private static @Nullable Double celsius(Samples samples) {
    return Stream.of("node_thermal_zone_temp", "node_hwmon_temp_celsius")
        .flatMap(name -> samples.named(name).stream())
        .map(Sample::value)
        .filter(value -> Double.isFinite(value) && value > -40 && value < 200)
        .max(Double::compare)
        .orElse(null);
  }

  private static List<Traffic> traffic(Samples samples) {
    var traffic = new ArrayList<Traffic>();
    for (Sample received : samples.named("node_network_receive_bytes_total")) {
      String device = received.label("device");
      Long in = whole(received.value());
      Long out = whole(samples.value("node_network_transmit_bytes_total", "device", device));
      if (!device.isEmpty() && !device.equals("lo") && in != null && out != null) {
        traffic.add(new Traffic(device, in, out));
      }
    }
    return traffic;
  }

  private static @Nullable Long whole(@Nullable Double value) {
    return value == null || !Double.isFinite(value) || value < 0 ? null : (Long) value.longValue();
  }
}
