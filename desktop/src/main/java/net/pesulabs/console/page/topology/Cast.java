package net.pesulabs.console.page.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.pesulabs.console.health.GpuHealth;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.ModelHealth;
import net.pesulabs.console.health.NodeHealth;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Whereabouts;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.MainCard;
import net.pesulabs.console.page.Presence;
import org.jspecify.annotations.Nullable;

/** Who is on the map whatever pods there are: the places, the machines, and their hardware. */
final class Cast {

  private final House house;
  private final List<Box> boxes;
  private final Collection<Link> links;

  private Cast(House house, List<Box> boxes, Collection<Link> links) {
    this.house = house;
    this.boxes = boxes;
    this.links = links;
  }

  static List<Item> of(House house, List<Box> boxes, Collection<Link> links) {
    return new Cast(house, boxes, links).all();
  }

  private List<Item> all() {
    var items = new ArrayList<Item>();
    items.add(internet());
    items.add(lan());
    Link laptop = link(Item.LAPTOP, Item.TAILNET);
    String self =
        house
            .tailnet()
            .known()
            .flatMap(t -> Optional.ofNullable(t.self()))
            .map(Tailnet.Peer::name)
            .orElse(null);
    items.add(new Item.Place(Item.TAILNET, null, laptop.word(), laptop.health()));
    items.add(new Item.Place(Item.LAPTOP, self, laptop.word(), laptop.health()));
    boxes.forEach(box -> items.add(machine(box)));
    hardware(Item.GPU, house.profile().gpuUrl(), gpu()).ifPresent(items::add);
    hardware(Item.MODEL, house.profile().modelUrl(), model()).ifPresent(items::add);
    return items;
  }

  private Item internet() {
    return links.stream()
        .filter(link -> link.kind() == Link.Kind.WAN)
        .findFirst()
        .map(wan -> new Item.Place(Item.INTERNET, null, wan.word(), wan.health()))
        .orElseGet(() ->
            new Item.Place(
                Item.INTERNET, null, Msg.topologyWordUnknown(), unknown(Msg.topologyNoGateway())));
  }

  private Item lan() {
    boolean works =
        links.stream()
            .anyMatch(link -> link.kind() == Link.Kind.LAN && link.severity() == Severity.FINE);
    String range = house.profile().lan();
    return works
        ? new Item.Place(
            Item.LAN,
            range,
            Msg.topologyWordWorks(),
            new Health(Severity.FINE, Msg.topologyLanWorks()))
        : new Item.Place(
            Item.LAN, range, Msg.topologyWordUnknown(), unknown(Msg.topologyLanUnknown()));
  }

  private Link link(String from, String to) {
    return links.stream()
        .filter(link -> link.from().equals(from) && link.to().equals(to))
        .findFirst()
        .orElseThrow();
  }

  /** What the cluster says of a machine; of a gateway outside of it, what the tailnet says. */
  private Item machine(Box box) {
    Node node = box.node();
    Reading<Presence> presence = house.presence(box);
    if (node == null && box.isGateway() && presence != null) {
      return machine(
          box, live(presence.map(Presence::health)), live -> presence.known().map(Presence::word));
    }
    return machine(
        box, live(house.cluster().map(c -> inCluster(node))), health -> Optional.of(health.text()));
  }

  private static Item machine(
      Box box, Health health, Function<Health, Optional<Message>> wordWhenKnown) {
    Message word =
        Optional.of(health)
            .filter(h -> h.severity() != Severity.UNKNOWN)
            .flatMap(wordWhenKnown)
            .orElseGet(Msg::topologyWordUnknown);
    return new Item.Machine(
        box.id(), box.name(), box.role(), List.copyOf(box.addresses()), word, health);
  }

  private static Health inCluster(@Nullable Node node) {
    return node == null ? unknown(Msg.topologyNodeNone()) : NodeHealth.of(node);
  }

  private static Health unknown(Message why) {
    return new Health(Severity.UNKNOWN, why);
  }

  private Health gpu() {
    return live(house.gpu().map(n -> MainCard.of(n).map(card -> GpuHealth.of(card)).orElse(null)));
  }

  private Health model() {
    return live(house.model().map(ModelHealth::of));
  }

  /** On the machine its URL names; a profile without the URL has none. */
  private Optional<Item> hardware(String id, String url, Health health) {
    if (url.isEmpty()) {
      return Optional.empty();
    }
    return new Whereabouts(house.profile())
        .serving(url, Profile.Role.COMPUTE)
        .map(machine -> new Item.Hardware(id, Box.PREFIX + machine.name(), health));
  }

  /** What is not heard now is not known, however fine it last was. */
  private static Health live(Reading<Health> reading) {
    return switch (reading) {
      case Reading.Live<Health> live -> live.value();
      case Reading.Stale<Health> stale -> unknown(stale.why());
      case Reading.Unknown<Health> unknown -> unknown(unknown.why());
    };
  }
}
