package net.pesulabs.console.doctor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Profile.Machine;
import net.pesulabs.console.homelab.Route;

/**
 * Where a system answers, taken apart.
 *
 * @param url without anything secret: no user and no query
 */
record Address(String url, String host, int port, boolean tls) {

  /** Empty for what is no address that could be asked. */
  static Optional<Address> of(String url) {
    try {
      URI uri = new URI(url.strip());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      String host = uri.getHost();
      boolean tls = scheme.equals("https");
      if (host == null || uri.getUserInfo() != null || !(tls || scheme.equals("http"))) {
        return Optional.empty();
      }
      int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
      return Optional.of(new Address(url.strip(), bare(host), port, tls));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * All addresses of a system, the first one first: those that are told, and of the machine that
   * answers at one of them its other address.
   */
  static List<Address> all(String url, List<String> also, Profile profile) {
    List<Address> told =
        Stream.concat(Stream.of(url), also.stream()).flatMap(each -> of(each).stream()).toList();
    Set<Address> all = new LinkedHashSet<>(told);
    for (Address each : told) {
      profile.machines().stream().flatMap(machine -> each.elsewhere(machine)).forEach(all::add);
    }
    return List.copyOf(all);
  }

  /** The same on the machine's other address, where this one is of that machine. */
  private Stream<Address> elsewhere(Machine machine) {
    if (host.isEmpty()
        || !(host.equals(machine.lanAddress()) || host.equals(machine.tailnetAddress()))) {
      return Stream.empty();
    }
    return Stream.of(machine.lanAddress(), machine.tailnetAddress())
        .filter(other -> !other.isEmpty() && !other.equals(host))
        .flatMap(other -> of(url.replace("//" + host, "//" + other)).stream());
  }

  /** Host and port, as a person would name them. */
  String shown() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  Route route() {
    return Route.to(host);
  }

  /** Whether a name has to be looked up first. */
  boolean isName() {
    return !host.contains(":") && !host.matches("[0-9.]+") && !host.equals("localhost");
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
