package net.pesulabs.console.source.prometheus;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Routes;
import net.pesulabs.console.homelab.Whereabouts;
import okhttp3.HttpUrl;

/**
 * By which names a Prometheus may know the machine with the cards: it scrapes by an address of its
 * own choice, and may have been told to call the target otherwise.
 *
 * @param names addresses and names, in lower case
 */
public record Whose(Set<String> names) {

  private static final Set<String> TELLING =
      Set.of(
          "instance",
          "node",
          "nodename",
          "hostname",
          "host",
          "kubernetes_node",
          "kubernetes_io_hostname");

  /** The machine of a profile that its exporter's address leads to. */
  public static Whose of(Profile profile) {
    var names = new LinkedHashSet<String>();
    new Whereabouts(profile)
        .serving(profile.gpuUrl(), Profile.Role.COMPUTE)
        .ifPresent(machine -> {
          names.add(machine.name());
          names.add(machine.lanAddress());
          names.add(machine.tailnetAddress());
        });
    new Routes(profile)
        .toGpu()
        .forEach(way -> {
          HttpUrl url = HttpUrl.parse(way.address());
          if (url != null) {
            names.add(url.host());
          }
        });
    names.remove("");
    var lower = new LinkedHashSet<String>();
    names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
    return new Whose(lower);
  }

  /** Whether the labels of a series say that it is of this machine. */
  boolean owns(Map<String, String> labels) {
    return labels.entrySet().stream()
        .filter(label -> TELLING.contains(label.getKey()))
        .anyMatch(label -> names.contains(host(label.getValue()).toLowerCase(Locale.ROOT)));
  }

  /** An instance without its port. */
  static String host(String instance) {
    return instance.replaceFirst(":[0-9]+$", "").replaceAll("[\\[\\]]", "");
  }
}
