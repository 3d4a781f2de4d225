package net.pesulabs.console.page.topology.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.health.TailnetHealth;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Presence;

/** What is known of each line between the machines of the house, and from what it follows. */
final class Lines {

  private final House house;
  private final List<Box> boxes;

  private Lines(House house, List<Box> boxes) {
    this.house = house;
    this.boxes = boxes;
  }

  static List<Edge> of(House house, List<Box> boxes) {
    return new Lines(house, boxes).all();
  }

  private List<Edge> all() {
    var edges = new ArrayList<Edge>();
    edges.add(laptop());
    for (Box box : boxes) {
      if (box.isGateway()) {
        edges.add(wan(box));
        edges.add(gatewayToLan(box));
      }
      if (!box.isGateway() || box.node() != null) {
        edges.add(lanToNode(box));
      }
      overTailnet(box).ifPresent(edges::add);
    }
    return edges;
  }

  private Edge laptop() {
    Reading<Tailnet> tailnet = house.tailnet();
    if (!(tailnet instanceof Reading.Live<Tailnet>(Tailnet value, var origin, var at))) {
      return unknown(Edge.Sort.TAILNET, Ids.LAPTOP, Ids.TAILNET, why(tailnet), false);
    }
    Health health = TailnetHealth.of(value);
    Message word =
        switch (health.severity()) {
          case FINE -> Msg.topologyWordConnected();
          case BUSY -> Msg.topologyWordStarting();
          default -> Msg.topologyWordCut();
        };
    boolean up = value.state() == Tailnet.State.UP;
    return edge(Edge.Sort.TAILNET, Ids.LAPTOP, Ids.TAILNET, word, health, up);
  }

  /**
   * A machine that Tailscale's coordination server sees online has reached it from home, so the way
   * out works; see https://tailscale.com/kb/1155/terminology-and-concepts#coordination-server
   */
  private Edge wan(Box gateway) {
    Optional<Edge> told = toldByRouter(gateway);
    if (told.isPresent()) {
      return told.get();
    }
    if (!isUp()) {
      return unknown(
          Edge.Sort.WAN,
          Ids.INTERNET,
          gateway.id(),
          why(house.tailnet()),
          house.tailnet().isLive());
    }
    Optional<String> witness = witness();
    Health health;
    if (isOnline(gateway)) {
      health = new Health(Severity.FINE, Msg.topologyWanByGateway(gateway.name()));
    } else if (witness.isPresent()) {
      health = new Health(Severity.FINE, Msg.topologyWanByMachine(witness.get()));
    } else if (boxes.stream().anyMatch(this::isOffline)) {
      health = new Health(Severity.CRITICAL, Msg.topologyWanDown());
    } else {
      return unknown(Edge.Sort.WAN, Ids.INTERNET, gateway.id(), Msg.topologyWanUnknown(), true);
    }
    boolean works = health.severity() == Severity.FINE;
    Message word = works ? Msg.topologyWordWorks() : Msg.topologyWordDown();
    return edge(Edge.Sort.WAN, Ids.INTERNET, gateway.id(), word, health, works);
  }

  /** A router that tells of its line knows best. */
  private Optional<Edge> toldByRouter(Box gateway) {
    Reading<Router> router = house.routerOf(gateway);
    if (router == null || !router.isLive()) {
      return Optional.empty();
    }
    return router
        .known()
        .flatMap(each -> Optional.ofNullable(each.wan()))
        .map(wan ->
            edge(
                Edge.Sort.WAN,
                Ids.INTERNET,
                gateway.id(),
                wan.up() ? Msg.topologyWordWorks() : Msg.topologyWordDown(),
                wan.up()
                    ? new Health(Severity.FINE, Msg.gatewayHealthOnline())
                    : new Health(Severity.CRITICAL, Msg.gatewayHealthWanDown()),
                wan.up()));
  }

  /** Only a machine behind the gateway can tell that the gateway serves the home network. */
  private Edge gatewayToLan(Box gateway) {
    if (!isUp()) {
      return unknown(
          Edge.Sort.LAN, gateway.id(), Ids.LAN, why(house.tailnet()), house.tailnet().isLive());
    }
    return witness()
        .map(name ->
            edge(
                Edge.Sort.LAN,
                gateway.id(),
                Ids.LAN,
                Msg.topologyWordWorks(),
                new Health(Severity.FINE, Msg.topologyLanByMachine(name)),
                true))
        .orElseGet(
            () -> unknown(Edge.Sort.LAN, gateway.id(), Ids.LAN, Msg.topologyLanUnknown(), true));
  }

  /** The node's heartbeat at the API server tells that it is on the network. */
  private Edge lanToNode(Box box) {
    Node node = box.node();
    if (!house.seesCluster()) {
      return unknown(Edge.Sort.LAN, Ids.LAN, box.id(), why(house.cluster()), false);
    }
    if (node == null) {
      return unknown(Edge.Sort.LAN, Ids.LAN, box.id(), house.withoutNode().text(), true);
    }
    Boolean ready = node.ready();
    Message word =
        ready == null
            ? Msg.topologyWordSilent()
            : ready ? Msg.topologyWordReports() : Msg.topologyWordNotReady();
    Health health =
        ready == null
            ? new Health(Severity.CRITICAL, Msg.topologyNodeSilent())
            : ready
                ? new Health(Severity.FINE, Msg.topologyNodeReports())
                : new Health(Severity.WARNING, Msg.topologyNodeNotReady());
    return edge(Edge.Sort.LAN, Ids.LAN, box.id(), word, health, ready != null);
  }

  /** None for a machine that nobody put in the tailnet. */
  private Optional<Edge> overTailnet(Box box) {
    Reading<Presence> reading = house.presence(box);
    if (reading == null) {
      return Optional.empty();
    }
    if (!(reading instanceof Reading.Live<Presence>(Presence presence, var origin, var at))) {
      return isExpected(box)
          ? Optional.of(
              unknown(
                  Edge.Sort.TAILNET, Ids.TAILNET, box.id(), why(reading), house.tailnet().isLive()))
          : Optional.empty();
    }
    if (presence.kind() == Presence.Kind.ABSENT && !isExpected(box)) {
      return Optional.empty();
    }
    boolean inUse =
        presence.kind() == Presence.Kind.DIRECT || presence.kind() == Presence.Kind.RELAYED;
    return Optional.of(
        edge(Edge.Sort.TAILNET, Ids.TAILNET, box.id(), word(presence), presence.health(), inUse));
  }

  private static Localized word(Presence presence) {
    String via = presence.via();
    return presence.kind() == Presence.Kind.RELAYED && via != null
        ? Words.of(presence.word(), Localized.verbatim(via))
        : presence.word();
  }

  private static boolean isExpected(Box box) {
    Profile.Machine machine = box.machine();
    return machine != null && !machine.tailnetAddress().isEmpty();
  }

  /** A machine at home, other than the gateway, that is online. */
  private Optional<String> witness() {
    return boxes.stream()
        .filter(box -> !box.isGateway() && isAtHome(box) && isOnline(box))
        .map(Box::name)
        .findFirst();
  }

  private static boolean isAtHome(Box box) {
    Profile.Machine machine = box.machine();
    return machine != null && !machine.lanAddress().isEmpty();
  }

  private boolean isOnline(Box box) {
    return livePresence(box).map(Presence::isOnline).orElse(false);
  }

  private boolean isOffline(Box box) {
    return livePresence(box).map(p -> p.kind() == Presence.Kind.OFFLINE).orElse(false);
  }

  private Optional<Presence> livePresence(Box box) {
    Reading<Presence> presence = house.presence(box);
    return presence == null || !presence.isLive() ? Optional.empty() : presence.known();
  }

  private boolean isUp() {
    return house.tailnet().isLive()
        && house.tailnet().known().map(t -> t.state() == Tailnet.State.UP).orElse(false);
  }

  /**
   * Why nothing follows from a reading: its own reason, or the state of this laptop's Tailscale.
   */
  private Message why(Reading<?> reading) {
    return reading
        .problem()
        .or(() -> house.tailnet().known().map(t -> TailnetHealth.of(t).text()))
        .orElseGet(Msg::readingNotReported);
  }

  private static Edge unknown(Edge.Sort sort, String from, String to, Message why, boolean live) {
    return new Edge(
        Ids.edge(from, to),
        from,
        to,
        sort,
        Msg.topologyWordUnknown(),
        House.unknown(why),
        false,
        live);
  }

  private static Edge edge(
      Edge.Sort sort, String from, String to, Localized word, Health health, boolean inUse) {
    return new Edge(Ids.edge(from, to), from, to, sort, word, health, inUse, true);
  }
}
