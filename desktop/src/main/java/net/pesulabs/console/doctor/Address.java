package net.pesulabs.console.doctor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Route;

/** Where a system answers over TCP, taken apart. */
record Address(String url, String host, int port, boolean tls, Route route) {

  /** Empty for what is no address that a connection could be opened to. */
  static Optional<Address> of(String url, Route route) {
    try {
      URI uri = new URI(url.strip());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      String host = uri.getHost();
      boolean tls = scheme.equals("https");
      if (host == null || uri.getUserInfo() != null || !(tls || scheme.equals("http"))) {
        return Optional.empty();
      }
      int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
      return Optional.of(
          new Address(url.strip(), host.replaceAll("[\\[\\]]", ""), port, tls, route));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Those of some ways that a connection can be opened to; not those through the API server. */
  static List<Address> of(List<Origin> ways) {
    return ways.stream().flatMap(way -> of(way.address(), way.route()).stream()).toList();
  }

  /** Host and port, as a person would name them. */
  String shown() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** Whether a name has to be looked up first. */
  boolean isName() {
    return !host.contains(":") && !host.matches("[0-9.]+") && !host.equals("localhost");
  }
}
