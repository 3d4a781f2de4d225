package net.pesulabs.console.page.topology.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * What stands where: internet, router, home network, machines, and in each machine its hardware,
 * and the namespaces of the cluster that have pods there.
 */
final class PhysicalLayer implements MapLayer {

  /** A namespace as far as it is in a frame. */
  private record Slot(String frame, String namespace) {}

  private final Desk desk;
  private final Machines machines = new Machines();
  private final PodBook book;
  private final Tallies tallies = new Tallies();
  private final Map<String, Slot> slots = new HashMap<>();
  private final Patch scenery;
  private House house;
  private Places places;

  /** Whether the machines or what is known of them may have changed. */
  private boolean moved = true;

  /** Whether the cluster was heard when the pods were last placed. */
  private boolean heard;

  PhysicalLayer(Desk desk, House house) {
    this.desk = desk;
    this.house = house;
    this.book = new PodBook(desk.health(), desk.now());
    this.scenery = new Patch(desk.canvas());
    this.places = new Places(house, List.of(), List.of(), tallies::of);
  }

  @Override
  public Collection<Kind<?>> kinds() {
    return List.of(Kind.NODES, Kind.PODS);
  }

  @Override
  public void follow(Feeds feeds) {
    feeds.rows(Kind.NODES, changes -> moved = true);
    feeds.rows(Kind.PODS, this::podsChanged);
  }

  @Override
  public void look(House now) {
    house = now;
    moved = true;
  }

  private void podsChanged(List<Table.Change<Pod>> changes) {
    Set<String> touched = book.apply(changes);
    touched.forEach(this::place);
    moved |= machines.hasStrays() || book.nodes().stream().anyMatch(node -> !machines.knows(node));
  }

  @Override
  public void judge(String object) {
    if (book.judge(object)) {
      place(object);
    }
    moved |= object.startsWith("node/");
  }

  @Override
  public void tick() {
    if (house.seesCluster()) {
      book.unwell().stream().filter(book::judge).forEach(this::place);
    }
  }

  /** Counts a pod where it is, or nowhere once it is gone. */
  private void place(String id) {
    Pod pod = book.get(id);
    if (pod == null) {
      tallies.remove(id);
      return;
    }
    String node = pod.node();
    String machine = node == null ? Ids.UNSCHEDULED : machines.idOf(node);
    String frame = node == null ? Ids.UNSCHEDULED : Ids.cluster(machine);
    String namespace = Ids.namespaceOn(machine, pod.namespace());
    slots.put(namespace, new Slot(frame, pod.namespace()));
    tallies.put(
        id,
        node == null ? List.of(namespace, frame) : List.of(namespace, frame, machine),
        book.share(id, house));
  }

  @Override
  public void draw() {
    if (moved) {
      moved = false;
      drawScenery();
    }
    Set<String> touched = tallies.drain();
    // From the outside to the inside, so that what is drawn always has something to stand in.
    machines.all().stream().filter(box -> touched.contains(box.id())).forEach(this::drawMachine);
    if (touched.contains(Ids.UNSCHEDULED)) {
      drawUnscheduled();
    }
    touched.stream().filter(slots::containsKey).forEach(this::drawNamespace);
  }

  private void drawScenery() {
    boolean others = machines.look(house.profile(), desk.homelab().nodes().all(), book.nodes());
    if (others || heard != house.seesCluster()) {
      heard = house.seesCluster();
      book.ids().forEach(this::place);
    }
    List<Edge> lines = Lines.of(house, machines.all());
    places = new Places(house, machines.all(), lines, tallies::of);
    List<Vertex> all = places.all();
    machines.all().stream().flatMap(box -> cluster(box).stream()).forEach(all::add);
    scenery.draw(all, lines);
  }

  private void drawMachine(Box box) {
    desk.canvas().put(places.machine(box));
    cluster(box).ifPresent(desk.canvas()::put);
  }

  /** The cluster as far as it is on a machine; none on one that is no node and has no pods. */
  private Optional<Vertex> cluster(Box box) {
    String id = Ids.cluster(box.id());
    Node node = box.node();
    if (node == null && tallies.isEmpty(id)) {
      return Optional.empty();
    }
    Localized version =
        node == null ? Msg.topologyNodeGone() : Localized.verbatim(node.kubeletVersion());
    return Optional.of(
        group(id, Vertex.Sort.CLUSTER, box.id(), 1, Words.kubernetes(house.cluster()), version));
  }

  private void drawUnscheduled() {
    if (tallies.isEmpty(Ids.UNSCHEDULED)) {
      desk.canvas().remove(Ids.UNSCHEDULED);
    } else {
      desk.canvas()
          .put(
              group(
                  Ids.UNSCHEDULED,
                  Vertex.Sort.UNSCHEDULED,
                  null,
                  3,
                  Msg.topologyUnscheduled(),
                  Msg.topologyPodCount(tallies.count(Ids.UNSCHEDULED))));
    }
  }

  private void drawNamespace(String id) {
    Slot slot = slots.get(id);
    if (slot == null || tallies.isEmpty(id)) {
      slots.remove(id);
      desk.canvas().remove(id);
    } else {
      desk.canvas()
          .put(
              group(
                  id,
                  Vertex.Sort.NAMESPACE,
                  slot.frame,
                  0,
                  Localized.verbatim(slot.namespace),
                  Msg.topologyPodCount(tallies.count(id))));
    }
  }

  private Vertex group(
      String id,
      Vertex.Sort sort,
      @Nullable String parent,
      int rank,
      Localized title,
      Localized subtitle) {
    Vertex.Tally tally = tallies.of(id);
    Health health = Words.health(tallies.worst(id), tally, house);
    return new Vertex(id, sort, parent, rank, title, subtitle, health, house.seesCluster(), tally);
  }

  @Override
  public Optional<Details> details(String id) {
    return Optional.empty();
  }
}
