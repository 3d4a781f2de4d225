package net.pesulabs.console.page.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.health.TailnetHealth;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Presence;

/** What is known of each line of the map, and from what it follows. */
final class Links {

  private final House house;
  private final List<Box> boxes;

  private Links(House house, List<Box> boxes) {
    this.house = house;
    this.boxes = boxes;
  }

  static List<Link> of(House house, List<Box> boxes) {
    return new Links(house, boxes).all();
  }

  private List<Link> all() {
    var links = new ArrayList<Link>();
    links.add(laptop());
    for (Box box : boxes) {
      if (box.isGateway()) {
        links.add(wan(box));
        links.add(gatewayToLan(box));
      }
      if (!box.isGateway() || box.node() != null) {
        links.add(lanToNode(box));
      }
      overTailnet(box).ifPresent(links::add);
    }
    return links;
  }

  private Link laptop() {
    Reading<Tailnet> tailnet = house.tailnet();
    if (!(tailnet instanceof Reading.Live<Tailnet>(Tailnet value, var origin, var at))) {
      return unknown(Link.Kind.TAILNET, Item.LAPTOP, Item.TAILNET, why(tailnet));
    }
    Health health = TailnetHealth.of(value);
    return link(
        Link.Kind.TAILNET,
        Item.LAPTOP,
        Item.TAILNET,
        switch (health.severity()) {
          case FINE -> Msg.topologyWordConnected();
          case BUSY -> Msg.topologyWordStarting();
          default -> Msg.topologyWordCut();
        },
        health);
  }

  /**
   * A machine that Tailscale's coordination server sees online has reached it from home, so the way
   * out works; see https://tailscale.com/kb/1155/terminology-and-concepts#coordination-server
   */
  private Link wan(Box gateway) {
    if (!isUp()) {
      return unknown(Link.Kind.WAN, Item.INTERNET, gateway.id(), why(house.tailnet()));
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
      return unknown(Link.Kind.WAN, Item.INTERNET, gateway.id(), Msg.topologyWanUnknown());
    }
    Message word =
        health.severity() == Severity.FINE ? Msg.topologyWordWorks() : Msg.topologyWordDown();
    return link(Link.Kind.WAN, Item.INTERNET, gateway.id(), word, health);
  }

  /** Only a machine behind the gateway can tell that the gateway serves the home network. */
  private Link gatewayToLan(Box gateway) {
    if (!isUp()) {
      return unknown(Link.Kind.LAN, gateway.id(), Item.LAN, why(house.tailnet()));
    }
    return witness()
        .map(name ->
            link(
                Link.Kind.LAN,
                gateway.id(),
                Item.LAN,
                Msg.topologyWordWorks(),
                new Health(Severity.FINE, Msg.topologyLanByMachine(name))))
        .orElseGet(() -> unknown(Link.Kind.LAN, gateway.id(), Item.LAN, Msg.topologyLanUnknown()));
  }

  /** The node's heartbeat at the API server tells that it is on the network. */
  private Link lanToNode(Box box) {
    if (!house.cluster().isLive()) {
      return unknown(Link.Kind.LAN, Item.LAN, box.id(), why(house.cluster()));
    }
    Node node = box.node();
    if (node == null) {
      return unknown(Link.Kind.LAN, Item.LAN, box.id(), Msg.topologyNodeNone());
    }
    Boolean ready = node.ready();
    if (ready == null) {
      return link(
          Link.Kind.LAN,
          Item.LAN,
          box.id(),
          Msg.topologyWordSilent(),
          new Health(Severity.CRITICAL, Msg.topologyNodeSilent()));
    }
    return ready
        ? link(
            Link.Kind.LAN,
            Item.LAN,
            box.id(),
            Msg.topologyWordReports(),
            new Health(Severity.FINE, Msg.topologyNodeReports()))
        : link(
            Link.Kind.LAN,
            Item.LAN,
            box.id(),
            Msg.topologyWordNotReady(),
            new Health(Severity.WARNING, Msg.topologyNodeNotReady()));
  }

  /** None for a machine that nobody put in the tailnet. */
  private Optional<Link> overTailnet(Box box) {
    Reading<Presence> reading = house.presence(box);
    if (reading == null) {
      return Optional.empty();
    }
    if (!(reading instanceof Reading.Live<Presence>(Presence presence, var origin, var at))) {
      return isExpected(box)
          ? Optional.of(unknown(Link.Kind.TAILNET, Item.TAILNET, box.id(), why(reading)))
          : Optional.empty();
    }
    if (presence.kind() == Presence.Kind.ABSENT && !isExpected(box)) {
      return Optional.empty();
    }
    Link link = link(Link.Kind.TAILNET, Item.TAILNET, box.id(), presence.word(), presence.health());
    return Optional.of(presence.kind() == Presence.Kind.RELAYED ? link.byDetour() : link);
  }

  private boolean isExpected(Box box) {
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

  private static Link unknown(Link.Kind kind, String from, String to, Message why) {
    return link(kind, from, to, Msg.topologyWordUnknown(), new Health(Severity.UNKNOWN, why));
  }

  private static Link link(Link.Kind kind, String from, String to, Message word, Health health) {
    Link.Line line =
        switch (health.severity()) {
          case FINE, NOTICE -> Link.Line.SOLID;
          case BUSY, WARNING -> Link.Line.DASHED;
          case UNKNOWN -> Link.Line.DOTTED;
          case CRITICAL -> Link.Line.BROKEN;
        };
    return new Link(kind, from, to, line, word, health);
  }
}
