package net.pesulabs.console.source.nodeexporter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.pesulabs.console.homelab.MachineFigures.Link;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.Samples.Sample;
import org.jspecify.annotations.Nullable;

/**
 * What goes through a machine's network, from two successive scrapes. Told are the interfaces that
 * are hardware, by the names that systemd and the kernel give those, and Tailscale's. Bridges,
 * bonds and VLANs carry what their hardware carries, and a pod's end of a cable is no link of the
 * machine's. What goes through Tailscale goes through hardware as well, so that no sum over all
 * would be true. For one thread.
 */
final class Links {

  private static final String RECEIVED = "node_network_receive_bytes_total";
  private static final String SENT = "node_network_transmit_bytes_total";

  /** See systemd.net-naming-scheme(7). */
  private static final Pattern HARDWARE =
      Pattern.compile("(?:en|eth|wl|ww|ib|usb)[a-z0-9_]*|lan\\d*|wan\\d*");

  private static final Pattern TAILNET = Pattern.compile("tailscale\\d*");

  /** Where nothing has a name of hardware, everything that is surely none is left out instead. */
  private static final Pattern SURELY_NONE =
      Pattern.compile(
          "lo|(?:veth|cni|flannel|docker|br-|virbr|vnet|tap|tun|kube|cali|cilium|lxc|nodelocal|dummy"
              + "|ifb|podman|sit|gre|erspan|ip6|tunl|vxlan|wg|bond|team|macv|nerdctl).*|.*[.@].*");

  private record Counted(double received, double sent) {}

  private Map<String, Counted> before = Map.of();

  /**
   * Takes the next scrape.
   *
   * @param seconds since the one before; null where that is not known
   */
  List<Link> read(Samples samples, @Nullable Double seconds) {
    Map<String, Counted> last = before;
    before = count(samples);
    var links = new ArrayList<Link>();
    before.forEach((device, now) -> {
      Counted then = last.getOrDefault(device, new Counted(Double.NaN, Double.NaN));
      links.add(
          new Link(
              Plausible.name(device),
              rate(now.received - then.received, seconds),
              rate(now.sent - then.sent, seconds)));
    });
    links.sort(
        Comparator.comparing((Link link) -> TAILNET.matcher(link.device()).matches())
            .thenComparing(Link::device));
    return links;
  }

  /** What comes next is a new series. */
  void forget() {
    before = Map.of();
  }

  private static Map<String, Counted> count(Samples samples) {
    var all = new HashMap<String, Counted>();
    for (Sample sample : samples.named(RECEIVED)) {
      String device = sample.label("device");
      Double received = samples.value(RECEIVED, "device", device);
      Double sent = samples.value(SENT, "device", device);
      var counted = new Counted(orNaN(received), orNaN(sent));
      // One through which nothing has ever gone leads nowhere.
      if (!device.isEmpty() && (counted.received != 0 || counted.sent != 0)) {
        all.put(device, counted);
      }
    }
    Predicate<String> tailnet = TAILNET.asMatchPredicate();
    Predicate<String> hardware = HARDWARE.asMatchPredicate();
    Predicate<String> shown =
        all.keySet().stream().anyMatch(hardware)
            ? hardware
            : SURELY_NONE.asMatchPredicate().negate();
    all.keySet().removeIf(tailnet.or(shown).negate());
    return all;
  }

  /** A counter that went back began anew. */
  private static @Nullable Double rate(double bytes, @Nullable Double seconds) {
    return seconds != null && bytes >= 0 ? (Double) (bytes / seconds) : null;
  }

  private static double orNaN(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }
}
