package net.pesulabs.console.page.topology.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.health.SourceHealth;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.homelab.Whereabouts;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Presence;

/**
 * Which address and way is in use to each system, and the others there are, with what each takes.
 * Small, so it is drawn as a whole.
 */
final class NetworkLayer implements MapLayer {

  /** What answers over the network, what it is drawn as, and on whose machine it is. */
  private record SystemOf(
      Source source, Vertex.Sort sort, Profile.Role role, Localized title, String url) {}

  private final Desk desk;
  private final Machines machines = new Machines();
  private final Patch all;
  private House house;
  private boolean moved = true;

  NetworkLayer(Desk desk, House house) {
    this.desk = desk;
    this.house = house;
    this.all = new Patch(desk.canvas());
  }

  @Override
  public Collection<Kind<?>> kinds() {
    return List.of(Kind.NODES);
  }

  @Override
  public void follow(Feeds feeds) {
    feeds.rows(Kind.NODES, changes -> moved = true);
  }

  @Override
  public void look(House now) {
    house = now;
    moved = true;
  }

  @Override
  public void judge(String object) {
    moved |= object.startsWith("node/");
  }

  @Override
  public void tick() {
    // Readings tell when they change; nothing here changes with time alone.
  }

  @Override
  public void draw() {
    if (!moved) {
      return;
    }
    moved = false;
    machines.look(house.profile(), desk.homelab().nodes().all(), Set.of());
    List<Edge> lines = Lines.of(house, machines.all());
    var vertices = new ArrayList<Vertex>();
    new Places(desk, house, machines.all(), lines, machine -> null)
        .all().stream()
            .filter(vertex -> !Ids.isCard(vertex.id()) && !vertex.id().equals(Ids.MODEL))
            .forEach(vertices::add);
    var edges = new ArrayList<>(lines.stream().map(this::withAddress).toList());
    var ways = new ArrayList<Edge>();
    for (SystemOf system : systems()) {
      var found = ways(system);
      vertices.add(vertex(system, found));
      ways.addAll(found.edges());
    }
    edges.addAll(ways);
    reached(ways, Ids.LAN, Edge.Sort.LAN).ifPresent(edges::add);
    reached(ways, Ids.ENTRANCE, Edge.Sort.TRAFFIC)
        .ifPresent(edge -> {
          vertices.add(entrance(edge));
          edges.add(edge);
        });
    all.draw(vertices, edges);
  }

  @Override
  public void tell(Vertex vertex, Sheet sheet) {
    systems().stream()
        .filter(system -> Ids.system(system.source).equals(vertex.id()))
        .findFirst()
        .ifPresentOrElse(
            system -> tell(system, sheet), () -> PlaceFacts.tell(vertex, machines.all(), sheet));
  }

  private void tell(SystemOf system, Sheet sheet) {
    Reading<?> reading = reading(system.source);
    sheet.add(Msg.topologyFactAsked(), reading.origin().address(), reading);
    sheet.add(Msg.topologyFactRoute(), reading.origin().route().title(), reading);
    for (Way way : ways(system).tried()) {
      Origin origin = way.latency().origin();
      sheet.add(Msg.topologyFactNamed(origin.address()), Ways.label(way.latency()), way.latency());
    }
    sheet.age(reading);
    sheet.can(new Action.Examine(system.source.id()));
    sheet.copy(ways(system).inUse().map(Origin::address).stream().toList());
  }

  @Override
  public void tell(Edge edge, Sheet sheet) {
    house.ways().stream()
        .filter(way -> edge.id().equals(Ways.id(way.latency().origin())))
        .map(Way::latency)
        .findFirst()
        .ifPresentOrElse(
            latency ->
                sheet
                    .add(Msg.topologyFactAsked(), latency.origin().address(), latency)
                    .add(Msg.topologyFactRoute(), latency.origin().route().title(), latency)
                    .figure(Msg.topologyFactLatency(), latency, Ways::millis)
                    .age(latency),
            () -> sheet.age(edge.sort() == Edge.Sort.LAN ? house.cluster() : house.tailnet()));
  }

  private List<SystemOf> systems() {
    Profile profile = house.profile();
    String server = house.cluster().origin().address();
    String router =
        profile.machine(Profile.Role.GATEWAY).map(Profile.Machine::lanAddress).orElse("");
    return Stream.of(
            new SystemOf(
                Source.GATEWAY,
                Vertex.Sort.GATEWAY,
                Profile.Role.GATEWAY,
                Source.GATEWAY.title(),
                router.isEmpty() ? "" : "http://" + router),
            new SystemOf(
                Source.CLUSTER,
                Vertex.Sort.CLUSTER,
                Profile.Role.SERVICES,
                Words.of(Words.kubernetes(house.cluster()), Msg.topologySystemApi()),
                server.isEmpty() ? "-" : server),
            new SystemOf(
                Source.GPU,
                Vertex.Sort.CARD,
                Profile.Role.COMPUTE,
                Msg.topologySystemExporter(),
                profile.gpuUrl()),
            new SystemOf(
                Source.MODEL,
                Vertex.Sort.MODEL,
                Profile.Role.COMPUTE,
                Msg.topologyModel(),
                profile.modelUrl()))
        .filter(system -> !system.url.isEmpty())
        .toList();
  }

  private Ways ways(SystemOf system) {
    Localized relay =
        machine(system)
            .flatMap(machine -> machines.box(Ids.machine(machine.name())))
            .flatMap(box -> Optional.ofNullable(house.presence(box)))
            .flatMap(Reading::known)
            .filter(presence -> presence.kind() == Presence.Kind.RELAYED)
            .<Localized>map(presence -> presence.health().text())
            .orElse(Words.NONE);
    return new Ways(house, system.source, reading(system.source), relay);
  }

  private Reading<?> reading(Source source) {
    return desk.homelab().reading(source).get();
  }

  private Optional<Profile.Machine> machine(SystemOf system) {
    return new Whereabouts(house.profile()).serving(system.url, system.role);
  }

  private Vertex vertex(SystemOf system, Ways ways) {
    Reading<?> reading = reading(system.source);
    return new Vertex(
        Ids.system(system.source),
        system.sort,
        machine(system).map(machine -> Ids.machine(machine.name())).orElse(null),
        machine(system).isPresent() ? 0 : 3,
        system.title,
        ways.inUse().map(Origin::address).map(Localized::verbatim).orElse(Words.NONE),
        SourceHealth.of(reading),
        reading.isLive(),
        null);
  }

  private Vertex entrance(Edge way) {
    return new Vertex(
        Ids.ENTRANCE,
        Vertex.Sort.ENTRANCE,
        null,
        2,
        Msg.topologyEntrance(),
        Localized.verbatim(house.profile().domain()),
        way.health(),
        way.live(),
        null);
  }

  /** From this computer to what ways go through; none where none does. */
  private static Optional<Edge> reached(List<Edge> ways, String through, Edge.Sort sort) {
    List<Edge> mine = ways.stream().filter(way -> way.from().equals(through)).toList();
    if (mine.isEmpty()) {
      return Optional.empty();
    }
    Health health = Ways.reached(mine.stream());
    boolean works = health.severity() == Severity.FINE;
    return Optional.of(
        new Edge(
            Ids.edge(Ids.LAPTOP, through),
            Ids.LAPTOP,
            through,
            sort,
            works ? Msg.topologyWordWorks() : Msg.topologyWordUnknown(),
            health,
            mine.stream().anyMatch(Edge::inUse),
            works));
  }

  /** The address that a machine has on the network the line is of. */
  private Edge withAddress(Edge line) {
    Profile.Machine machine = machines.box(line.to()).map(Box::machine).orElse(null);
    if (machine == null || line.label() == null || line.sort() == Edge.Sort.WAN) {
      return line;
    }
    boolean tailnet = line.sort() == Edge.Sort.TAILNET;
    Localized address =
        Localized.verbatim(tailnet ? machine.tailnetAddress() : machine.lanAddress());
    return new Edge(
        line.id(),
        line.from(),
        line.to(),
        line.sort(),
        Words.of(line.label(), address),
        line.health(),
        line.inUse(),
        line.live());
  }
}
