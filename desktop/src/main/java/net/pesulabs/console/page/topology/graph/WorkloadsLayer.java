package net.pesulabs.console.page.topology.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * Owners and their pods: on one side the namespaces with what makes pods in them, on the other the
 * machines with the pods, and a line from each owner to each of its pods.
 */
final class WorkloadsLayer implements MapLayer {

  private static final int MACHINES = 1;

  private final Desk desk;
  private final Tenants tenants;
  private final Owners owners = new Owners();

  /** The namespaces, of whose owners each counts as one. */
  private final Tallies namespaces = new Tallies();

  /** What is told of an owner by its pods alone. */
  private final Map<String, Owner> byPods = new HashMap<>();

  /** The edge that leads to each pod. */
  private final Map<String, String> edges = new HashMap<>();

  private final Set<String> unsettled = new LinkedHashSet<>();
  private final Patch scenery;
  private House house;
  private Places places;

  WorkloadsLayer(Desk desk, House house) {
    this.desk = desk;
    this.house = house;
    this.tenants = new Tenants(desk, house, machine -> machine, this::ownerOf);
    this.scenery = new Patch(desk.canvas());
    this.places = new Places(desk, house, List.of(), List.of(), tenants.tallies()::of);
  }

  private Stream<String> ownerOf(Pod pod) {
    Owner owner = Owner.of(pod);
    if (owner == null) {
      return Stream.empty();
    }
    byPods.put(owner.id(), owner);
    return Stream.of(owner.id());
  }

  @Override
  public Collection<Kind<?>> kinds() {
    return Stream.concat(Stream.of(Kind.NODES, Kind.PODS), Owners.KINDS.stream()).toList();
  }

  @Override
  public void follow(Feeds feeds) {
    feeds.rows(Kind.NODES, changes -> tenants.nodesChanged());
    feeds.rows(Kind.PODS, tenants::podsChanged);
    owners.follow(feeds);
  }

  @Override
  public void look(House now) {
    if (!Objects.equals(now.silence(), house.silence())) {
      unsettled.addAll(owners.ids());
      unsettled.addAll(byPods.keySet());
      namespaces.touchAll();
    }
    house = now;
    tenants.look(now);
  }

  @Override
  public void judge(String object) {
    tenants.judge(object);
    if (owners.get(object) != null) {
      unsettled.add(object);
    }
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
    Set<String> touched = tenants.tallies().drain();
    tenants.machines().all().stream()
        .filter(box -> touched.contains(box.id()))
        .forEach(this::drawMachine);
    tenants.draw(touched, MACHINES);

    unsettled.addAll(owners.drain());
    touched.stream().filter(byPods::containsKey).forEach(unsettled::add);
    unsettled.forEach(this::drawOwner);
    unsettled.clear();
    namespaces.drain().forEach(this::drawNamespace);
    tenants.drain().forEach(this::drawPod);
  }

  private void drawScenery() {
    List<Box> boxes = tenants.machines().all();
    places = new Places(desk, house, boxes, List.of(), tenants.tallies()::of);
    scenery.draw(
        boxes.stream().filter(this::isOnMap).map(box -> places.machine(box, MACHINES)).toList(),
        List.of());
  }

  @Override
  public void tell(Vertex vertex, Sheet sheet) {
    String id = vertex.id();
    PodBook book = tenants.book();
    Pod pod = book.get(id);
    Owner known = owners.get(id);
    Owner owner = known == null ? byPods.get(id) : known;
    if (pod != null) {
      PodFacts.tell(pod, book, sheet);
    } else if (owner != null) {
      PodFacts.owner(owner, owners, desk, sheet);
      sheet.pods(tenants.tallies().members(id), book);
    } else if (!namespaces.isEmpty(id)) {
      PodFacts.group(vertex, Set.of(), book, sheet);
      namespaces.members(id).stream()
          .flatMap(each -> Stream.ofNullable(owners.get(each)))
          .flatMap(each -> Stream.ofNullable(each.object()))
          .forEach(object -> sheet.found(desk.health().about(object)));
    } else {
      PlaceFacts.tell(vertex, tenants.machines().all(), sheet);
      PodFacts.group(vertex, tenants.tallies().members(id), book, sheet);
    }
  }

  @Override
  public void tell(Edge edge, Sheet sheet) {
    Pod pod = tenants.book().get(edge.to());
    if (pod != null) {
      PodFacts.tell(pod, tenants.book(), sheet);
    }
  }

  private void drawMachine(Box box) {
    if (isOnMap(box)) {
      desk.canvas().put(places.machine(box, MACHINES));
    } else {
      desk.canvas().remove(box.id());
    }
  }

  /** A machine that no pod can run on has no place here. */
  private boolean isOnMap(Box box) {
    return box.node() != null || !tenants.tallies().isEmpty(box.id());
  }

  private void drawOwner(String id) {
    Owner known = owners.get(id);
    Owner owner = known == null ? byPods.get(id) : known;
    boolean hasPods = !tenants.tallies().isEmpty(id);
    if (!hasPods) {
      byPods.remove(id);
    }
    if (owner == null || (known == null && !hasPods)) {
      desk.canvas().remove(id);
      namespaces.remove(id);
      return;
    }
    Vertex.Tally tally = OwnerWords.tally(owner, tenants.tallies().of(id));
    Health health =
        house.asHeard(OwnerWords.health(owner, tally, tenants.tallies().worst(id), desk.health()));
    String namespace = Ids.namespace(owner.namespace());
    desk.canvas()
        .put(
            new Vertex(
                id,
                Vertex.Sort.WORKLOAD,
                namespace,
                0,
                Localized.verbatim(owner.name()),
                Localized.verbatim(owner.kind()),
                health,
                house.seesCluster(),
                tally));
    int total = tally.total() > 0 ? 1 : 0;
    namespaces.put(
        id,
        List.of(namespace),
        new Tallies.Share(
            health.severity(), total == 1 && tally.well() >= tally.total() ? 1 : 0, total));
  }

  private void drawNamespace(String id) {
    Vertex.Tally tally = namespaces.of(id);
    if (tally == null) {
      desk.canvas().remove(id);
      return;
    }
    desk.canvas()
        .put(
            new Vertex(
                id,
                Vertex.Sort.NAMESPACE,
                null,
                0,
                Localized.verbatim(id.substring(Ids.namespace("").length())),
                Msg.topologyWorkloadCount(namespaces.count(id)),
                Words.health(namespaces.worst(id), tally, house),
                house.seesCluster(),
                tally));
  }

  private void drawPod(String id) {
    Pod pod = tenants.book().get(id);
    Owner owner = pod == null ? null : Owner.of(pod);
    String edge = owner == null ? null : Ids.edge(owner.id(), id);
    @Nullable String before = edge == null ? edges.remove(id) : edges.put(id, edge);
    if (before != null && !Objects.equals(before, edge)) {
      desk.canvas().removeEdge(before);
    }
    if (pod == null) {
      desk.canvas().remove(id);
      return;
    }
    Vertex vertex = tenants.book().vertex(id, tenants.slotOf(pod), 0, house);
    desk.canvas().put(vertex);
    if (owner != null && edge != null) {
      desk.canvas()
          .put(
              new Edge(
                  edge,
                  owner.id(),
                  id,
                  Edge.Sort.OWNS,
                  null,
                  vertex.health(),
                  !pod.phase().equals("Succeeded") && !pod.phase().equals("Failed"),
                  house.seesCluster()));
    }
  }
}
