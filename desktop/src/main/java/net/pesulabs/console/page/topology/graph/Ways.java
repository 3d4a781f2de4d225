package net.pesulabs.console.page.topology.graph;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.health.SourceHealth;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/** The ways from this computer to one system, as edges. */
final class Ways {

  private final Source system;
  private final Reading<?> reading;
  private final List<Way> tried;
  private final Localized relay;

  /**
   * The ways to a system.
   *
   * @param reading what the system last told
   * @param relay the relay its machine is reached by; empty where it is reached directly
   */
  Ways(House house, Source system, Reading<?> reading, Localized relay) {
    this.system = system;
    this.reading = reading;
    this.relay = relay;
    this.tried = house.ways().stream().filter(way -> way.system() == system).toList();
  }

  /** The address that is asked by now; empty for none. */
  Optional<Origin> inUse() {
    return tried.stream()
        .filter(Way::inUse)
        .map(way -> way.latency().origin())
        .findFirst()
        .or(() -> Optional.of(reading.origin()).filter(origin -> !origin.address().isEmpty()));
  }

  /** The ways that are tried now and again. */
  List<Way> tried() {
    return tried;
  }

  /** The id of the edge that a way is. */
  static String id(Origin origin) {
    return "way/" + origin.source().id() + " " + origin.address();
  }

  /** Where nobody tries ways, the one the reading came by is all there is. */
  List<Edge> edges() {
    return tried.isEmpty()
        ? inUse().stream().map(this::onlyWay).toList()
        : tried.stream().map(this::edge).toList();
  }

  /** The vertex that a way goes through before it comes to a system. */
  static String through(Route route) {
    return switch (route) {
      case LAN -> Ids.LAN;
      case TAILNET -> Ids.TAILNET;
      case API_PROXY -> Ids.system(Source.CLUSTER);
      case INGRESS -> Ids.ENTRANCE;
      case LOCAL, LOOPBACK, OTHER -> Ids.LAPTOP;
    };
  }

  private Edge onlyWay(Origin origin) {
    return edge(origin, origin.route().title(), SourceHealth.of(reading), true, reading.isLive());
  }

  private Edge edge(Way way) {
    Reading<Duration> latency = way.latency();
    return edge(latency.origin(), label(latency), health(way), way.inUse(), latency.isLive());
  }

  /** How long a way takes, or that it does not answer. */
  static Localized label(Reading<Duration> latency) {
    return switch (latency) {
      case Reading.Live<Duration> live -> millis(live.value());
      case Reading.Stale<Duration> stale -> Msg.topologyWordNoAnswer();
      case Reading.Unknown<Duration> unknown ->
          SourceHealth.isWaiting(unknown) ? Msg.topologyWordUnknown() : Msg.topologyWordNoAnswer();
    };
  }

  /** How long a connection takes to open. */
  static Localized millis(Duration duration) {
    double millis = duration.toNanos() / 1e6;
    return Msg.topologyMillis(Quantity.number(millis, millis < 10 ? 1 : 0));
  }

  /** That a way does not work from here says nothing of the system, while another may. */
  private static Health health(Way way) {
    return way.latency()
        .problem()
        .map(why ->
            way.inUse() && !SourceHealth.isWaiting(way.latency())
                ? new Health(Severity.WARNING, why)
                : House.unknown(why))
        .orElseGet(() ->
            new Health(
                Severity.FINE, way.inUse() ? Msg.topologyWayInUse() : Msg.topologyWayAlso()));
  }

  private Edge edge(Origin origin, Localized label, Health health, boolean inUse, boolean live) {
    boolean relayed = origin.route() == Route.TAILNET && live;
    return new Edge(
        id(origin),
        through(origin.route()),
        Ids.system(system),
        switch (origin.route()) {
          case LAN -> Edge.Sort.LAN;
          case TAILNET -> Edge.Sort.TAILNET;
          case OTHER -> Edge.Sort.WAN;
          case LOCAL, LOOPBACK, API_PROXY, INGRESS -> Edge.Sort.TRAFFIC;
        },
        relayed ? Words.of(label, relay) : label,
        health,
        inUse,
        live);
  }

  /** Whether any way of these goes through something, is used, and works. */
  static Health reached(Stream<Edge> ways) {
    return ways.anyMatch(way -> way.health().severity() == Severity.FINE)
        ? new Health(Severity.FINE, Msg.topologyMediumWorks())
        : House.unknown(Msg.topologyMediumUnknown());
  }
}
