package net.pesulabs.console.page.topology.graph;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.pesulabs.console.health.Concern;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;

/**
 * What stands where: internet, router, home network, machines, and in each machine its hardware,
 * and the namespaces of the cluster that have pods there.
 */
final class PhysicalLayer implements MapLayer {

  private static final int MACHINES = 3;

  private final Desk desk;
  private final Tenants tenants;
  private final Patch scenery;
  private House house;
  private Places places;

  PhysicalLayer(Desk desk, House house) {
    this.desk = desk;
    this.house = house;
    this.tenants = new Tenants(desk, house, Ids::cluster, pod -> Stream.empty());
    this.scenery = new Patch(desk.canvas());
    this.places = new Places(desk, house, List.of(), List.of(), tenants.tallies()::of);
  }

  @Override
  public Collection<Kind<?>> kinds() {
    return List.of(Kind.NODES, Kind.PODS);
  }

  @Override
  public void follow(Feeds feeds) {
    feeds.rows(Kind.NODES, changes -> tenants.nodesChanged());
    feeds.rows(Kind.PODS, tenants::podsChanged);
  }

  @Override
  public void look(House now) {
    house = now;
    tenants.look(now);
  }

  @Override
  public void judge(String object) {
    tenants.judge(object);
  }

  @Override
  public void tick() {
    tenants.tick();
  }

  @Override
  public void draw() {
    if (tenants.settle()) {
      drawScenery();
    }
    tenants.drain(); // single pods are not drawn here
    Set<String> touched = tenants.tallies().drain();
    tenants.machines().all().stream()
        .filter(box -> touched.contains(box.id()))
        .forEach(this::drawMachine);
    tenants.draw(touched, MACHINES);
  }

  private void drawScenery() {
    List<Box> boxes = tenants.machines().all();
    List<Edge> lines = Lines.of(house, boxes);
    places = new Places(desk, house, boxes, lines, tenants.tallies()::of);
    List<Vertex> all = places.all();
    boxes.stream().flatMap(box -> cluster(box).stream()).forEach(all::add);
    scenery.draw(all, lines);
  }

  @Override
  public void tell(Vertex vertex, Sheet sheet) {
    PlaceFacts.tell(vertex, tenants.machines().all(), sheet);
    sheet.found(
        desk.health().concerns().all().stream()
            .map(Concern::leading)
            .filter(finding -> finding.object().equals(vertex.id()))
            .toList());
    if (vertex.tally() != null) {
      PodFacts.group(vertex, tenants.tallies().members(vertex.id()), tenants.book(), sheet);
    }
    tenants
        .machines()
        .box(vertex.id())
        .flatMap(box -> Optional.ofNullable(box.node()))
        .ifPresent(node -> sheet.found(desk.health().about(node)));
  }

  @Override
  public void tell(Edge edge, Sheet sheet) {
    sheet.age(edge.sort() == Edge.Sort.LAN ? house.cluster() : house.tailnet());
  }

  private void drawMachine(Box box) {
    desk.canvas().put(places.machine(box, box.isGateway() ? 1 : MACHINES));
    cluster(box)
        .ifPresentOrElse(desk.canvas()::put, () -> desk.canvas().remove(Ids.cluster(box.id())));
  }

  /** The cluster as far as it is on a machine; none on one that is no node and has no pods. */
  private Optional<Vertex> cluster(Box box) {
    String id = Ids.cluster(box.id());
    Node node = box.node();
    if (node == null && tenants.tallies().isEmpty(id)) {
      return Optional.empty();
    }
    Localized version =
        node != null
            ? Localized.verbatim(node.kubeletVersion())
            : house.blindToNodes() == null ? Msg.topologyNodeGone() : Words.NONE;
    return Optional.of(
        tenants.group(
            id, Vertex.Sort.CLUSTER, box.id(), 1, Words.kubernetes(house.cluster()), version));
  }
}
