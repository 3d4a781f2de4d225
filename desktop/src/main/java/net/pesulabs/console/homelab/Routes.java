package net.pesulabs.console.homelab;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All ways that a profile knows to a system, the best first: those written in it, and those that
 * follow from a machine having two addresses. Pure; nothing is asked, not even for a name.
 *
 * <p>A way through the API server is written {@code kube://namespace/service:port/path}.
 */
public record Routes(Profile profile) {

  /** Starts what is asked through the cluster's API server. */
  public static final String KUBE = "kube://";

  /** The ways to the exporter; empty where the profile names none. */
  public List<Origin> toGpu() {
    return to(Source.GPU, profile.gpu().exporter().url(), profile.gpu().exporter().also());
  }

  /** The ways to the Prometheus server that keeps the same figures; empty where there is none. */
  public List<Origin> toPrometheus() {
    return to(Source.GPU, profile.gpu().prometheus().url(), profile.gpu().prometheus().also());
  }

  /** The ways to the model server; empty where the profile names none. */
  public List<Origin> toModel() {
    return to(Source.MODEL, profile.model().url(), profile.model().also());
  }

  /**
   * The ways to the API server.
   *
   * @param server the URL that the kubeconfig names
   */
  public List<Origin> toCluster(String server) {
    return to(Source.CLUSTER, server, profile.cluster().also());
  }

  private List<Origin> to(Source system, String url, List<String> also) {
    Set<String> written = new LinkedHashSet<>();
    Stream.concat(Stream.of(url), also.stream())
        .map(String::strip)
        .map(Routes::withoutUser)
        .filter(each -> !each.isEmpty())
        .forEach(written::add);
    Set<String> all = new LinkedHashSet<>(written);
    written.forEach(each -> all.addAll(atOtherAddresses(each)));
    List<Origin> ways = new ArrayList<>();
    all.forEach(each -> ways.add(new Origin(system, route(each), each)));
    ways.sort(Comparator.comparingInt(way -> rank(way, withoutUser(url.strip()))));
    return List.copyOf(ways);
  }

  /**
   * The nearest first, and of two as near the more private: LAN, tailnet, the house's own entrance,
   * and last what the API server has to carry for others. A tunnel or a name that somebody set as
   * the system's URL was set for a reason, so it comes before all; a further one of unknown kind
   * may lead through anybody's network.
   */
  private static int rank(Origin way, String first) {
    return switch (way.route()) {
      case LOCAL, LOOPBACK -> 0;
      case LAN -> 1;
      case TAILNET -> 2;
      case INGRESS -> 3;
      case API_PROXY -> 4;
      case OTHER -> way.address().equals(first) ? 0 : 5;
    };
  }

  /** What kind of way an address of this house is. */
  public Route route(String url) {
    if (url.startsWith(KUBE)) {
      return Route.API_PROXY;
    }
    String host = parse(url).map(Routes::host).orElse("");
    if (host.isEmpty()) {
      return Route.OTHER;
    }
    if (profile.machines().stream().anyMatch(machine -> host.equals(machine.lanAddress()))) {
      return Route.LAN; // whatever range the family uses at home
    }
    if (profile.machines().stream().anyMatch(machine -> host.equals(machine.tailnetAddress()))) {
      return Route.TAILNET;
    }
    return isOfDomain(host) ? Route.INGRESS : Route.to(host);
  }

  private boolean isOfDomain(String host) {
    String domain = profile.domain().toLowerCase(Locale.ROOT);
    String name = host.toLowerCase(Locale.ROOT);
    return !domain.isEmpty() && (name.equals(domain) || name.endsWith("." + domain));
  }

  /**
   * The same URL at the other addresses of the machine that it names; empty where it names none.
   */
  private List<String> atOtherAddresses(String url) {
    URI uri = parse(url).orElse(null);
    if (uri == null || url.startsWith(KUBE)) {
      return List.of();
    }
    String host = host(uri);
    return profile.machines().stream()
        .filter(machine -> isOf(machine, host))
        .flatMap(machine -> Stream.of(machine.lanAddress(), machine.tailnetAddress()))
        .filter(address -> !address.isEmpty() && !address.equals(host))
        .map(address -> at(uri, address))
        .distinct()
        .toList();
  }

  private static boolean isOf(Profile.Machine machine, String host) {
    return host.equals(machine.lanAddress())
        || host.equals(machine.tailnetAddress())
        || host.equalsIgnoreCase(machine.name());
  }

  private static String at(URI uri, String address) {
    String host = address.contains(":") ? "[" + address + "]" : address;
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return uri.getScheme() + "://" + host + port + path + query;
  }

  /** A password in an address is refused where it is asked; it must not be shown either. */
  private static String withoutUser(String url) {
    return url.replaceFirst("//[^/]*@", "//…@");
  }

  /** Without the brackets of an address of version 6. */
  private static String host(URI uri) {
    return uri.getHost().replaceAll("[\\[\\]]", "");
  }

  /** Empty for what is no URL with a host: whoever asks it says what is wrong with it. */
  private static Optional<URI> parse(String url) {
    try {
      return Optional.of(new URI(url)).filter(uri -> uri.getHost() != null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
