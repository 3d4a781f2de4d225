package net.pesulabs.console.page.topology.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.pesulabs.console.health.CardCondition;
import net.pesulabs.console.health.GatewayHealth;
import net.pesulabs.console.health.GpuHealth;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.ModelHealth;
import net.pesulabs.console.health.NodeHealth;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Whereabouts;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Presence;
import net.pesulabs.console.page.RoleWords;
import org.jspecify.annotations.Nullable;

/** Who is on the map whatever runs in the cluster: the places, the machines, their hardware. */
final class Places {

  private final Desk desk;
  private final House house;
  private final List<Box> boxes;
  private final Collection<Edge> lines;
  private final Function<String, Vertex.@Nullable Tally> tallies;

  /**
   * The places of a house.
   *
   * @param tallies what runs on a machine, by its id
   */
  Places(
      Desk desk,
      House house,
      List<Box> boxes,
      Collection<Edge> lines,
      Function<String, Vertex.@Nullable Tally> tallies) {
    this.desk = desk;
    this.house = house;
    this.boxes = boxes;
    this.lines = lines;
    this.tallies = tallies;
  }

  List<Vertex> all() {
    var all = new ArrayList<Vertex>();
    all.add(internet());
    all.add(lan());
    Edge laptop = line(Ids.LAPTOP, Ids.TAILNET);
    all.add(
        place(
            Ids.TAILNET,
            Vertex.Sort.TAILNET,
            1,
            Msg.topologyTailnet(),
            word(laptop),
            laptop.health(),
            laptop.live()));
    all.add(
        place(
            Ids.LAPTOP,
            Vertex.Sort.LAPTOP,
            0,
            Msg.homeRoleLaptop(),
            self().<Localized>map(self -> Localized.verbatim(self.name())).orElse(word(laptop)),
            laptop.health(),
            laptop.live()));
    boxes.forEach(box -> all.add(machine(box, box.isGateway() ? 1 : 3)));
    all.addAll(cards());
    model().ifPresent(all::add);
    return all;
  }

  private Optional<Tailnet.Peer> self() {
    return house.tailnet().known().flatMap(t -> Optional.ofNullable(t.self()));
  }

  private Vertex internet() {
    Edge wan = lines.stream().filter(line -> line.sort() == Edge.Sort.WAN).findFirst().orElse(null);
    return place(
        Ids.INTERNET,
        Vertex.Sort.INTERNET,
        0,
        Msg.topologyInternet(),
        wan == null ? Msg.topologyWordUnknown() : word(wan),
        wan == null ? House.unknown(Msg.topologyNoGateway()) : wan.health(),
        wan != null && wan.live());
  }

  private Vertex lan() {
    boolean works =
        lines.stream()
            .anyMatch(
                line -> line.sort() == Edge.Sort.LAN && line.health().severity() == Severity.FINE);
    boolean live = lines.stream().anyMatch(line -> line.sort() == Edge.Sort.LAN && line.live());
    return place(
        Ids.LAN,
        Vertex.Sort.LAN,
        2,
        Msg.topologyLan(),
        Localized.verbatim(house.profile().lan()),
        works
            ? new Health(Severity.FINE, Msg.topologyLanWorks())
            : House.unknown(Msg.topologyLanUnknown()),
        live);
  }

  /** A machine with what runs on it. */
  Vertex machine(Box box, int rank) {
    Reading<Health> health = health(box);
    return new Vertex(
        box.id(),
        box.isGateway() ? Vertex.Sort.GATEWAY : Vertex.Sort.MACHINE,
        null,
        rank,
        Localized.verbatim(box.name()),
        Words.of(
            RoleWords.title(box.role()),
            box.addresses().stream().findFirst().map(Localized::verbatim).orElse(Words.NONE)),
        House.live(health),
        health.isLive(),
        tallies.apply(box.id()));
  }

  /** What the cluster says of it; of a router outside of it, what that says, else the tailnet. */
  private Reading<Health> health(Box box) {
    Reading<Health> inCluster = house.cluster().map(cluster -> inCluster(box.node()));
    if (box.node() != null || !box.isGateway()) {
      return inCluster;
    }
    Reading<Router> router = house.routerOf(box);
    if (router != null && router.isLive()) {
      return router.map(GatewayHealth::of);
    }
    Reading<Presence> presence = house.presence(box);
    return presence == null ? inCluster : presence.map(Presence::health);
  }

  /** A finding may know more than the node says, such as that it no longer gives a sign of life. */
  private Health inCluster(@Nullable Node node) {
    if (node == null) {
      return house.withoutNode();
    }
    Health own = NodeHealth.of(node);
    return desk.health().about(node).stream()
        .findFirst()
        .filter(found -> found.severity().compareTo(own.severity()) > 0)
        .map(found -> new Health(found.severity(), found.text()))
        .orElse(own);
  }

  /** One for each card; one that nothing is known of where no card has been told of. */
  private List<Vertex> cards() {
    Reading<GpuNode> gpu = house.gpu();
    GpuNode node = gpu.known().orElse(null);
    if (node == null || node.cards().isEmpty()) {
      return card(Ids.GPU, Msg.topologyGpu(), gpu.map(any -> null)).stream().toList();
    }
    boolean single = node.cards().size() == 1;
    return node.cards().stream()
        .flatMap(card ->
            card(
                Ids.card(node, card),
                single
                    ? Msg.topologyGpu()
                    : Words.of(Msg.topologyGpu(), Localized.verbatim(card.id())),
                gpu.map(any -> health(node, card)))
                .stream())
        .toList();
  }

  private Health health(GpuNode node, Card card) {
    CardCondition condition =
        CardCondition.of(card, GpuHealth.about(node, card, desk.health().hardware()));
    return new Health(condition.severity(), condition.title());
  }

  private Optional<Vertex> card(String id, Localized title, Reading<Health> health) {
    return hardware(id, Vertex.Sort.CARD, house.profile().gpuUrl(), title, health);
  }

  private Optional<Vertex> model() {
    return hardware(
        Ids.MODEL,
        Vertex.Sort.MODEL,
        house.profile().modelUrl(),
        Msg.topologyModel(),
        house.model().map(ModelHealth::of));
  }

  /** On the machine its URL names; a profile without the URL has none. */
  private Optional<Vertex> hardware(
      String id, Vertex.Sort sort, String url, Localized title, Reading<Health> health) {
    if (url.isEmpty()) {
      return Optional.empty();
    }
    Health now = House.live(health);
    return new Whereabouts(house.profile())
        .serving(url, Profile.Role.COMPUTE)
        .map(machine ->
            new Vertex(
                id,
                sort,
                Ids.machine(machine.name()),
                0,
                title,
                now.text(),
                now,
                health.isLive(),
                null));
  }

  private Edge line(String from, String to) {
    return lines.stream()
        .filter(line -> line.id().equals(Ids.edge(from, to)))
        .findFirst()
        .orElseThrow();
  }

  private static Localized word(Edge line) {
    return line.label() == null ? Msg.topologyWordUnknown() : line.label();
  }

  private static Vertex place(
      String id,
      Vertex.Sort sort,
      int rank,
      Localized title,
      Localized subtitle,
      Health health,
      boolean live) {
    return new Vertex(id, sort, null, rank, title, subtitle, health, live, null);
  }
}
