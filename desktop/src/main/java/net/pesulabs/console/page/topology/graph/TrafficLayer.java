package net.pesulabs.console.page.topology.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.Service;
import net.pesulabs.console.i18n.Msg;

/**
 * From a host name to the pods that answer for it: host, entrance, service, endpoints, pod. A
 * change touches its own hop and those before it, which rest on it.
 */
final class TrafficLayer implements MapLayer {

  private static final List<Kind<?>> KINDS =
      List.of(Kind.INGRESSES, Kind.INGRESS_ROUTES, Kind.SERVICES, Kind.ENDPOINT_SLICES, Kind.PODS);

  private final Desk desk;
  private final Map<String, Door> doors = new HashMap<>();
  private final Backends backends = new Backends();
  private final PodBook book;
  private final Links hostsOf = new Links();
  private final Links servicesOf = new Links();
  private final Links secretsOf = new Links();
  private final Links namedBy = new Links();
  private final Set<String> touchedDoors = new LinkedHashSet<>();
  private final Set<String> touchedServices = new LinkedHashSet<>();
  private final Set<String> touchedPods = new LinkedHashSet<>();

  /** The hosts that some door is for only now, or no longer. */
  private final Set<String> touchedHosts = new LinkedHashSet<>();

  private final TrafficDrawing drawing;
  private House house;

  TrafficLayer(Desk desk, House house) {
    this.desk = desk;
    this.house = house;
    this.book = new PodBook(desk.health(), desk.now());
    this.drawing =
        new TrafficDrawing(desk, new TrafficBook(doors, backends, book, hostsOf, servicesOf));
  }

  @Override
  public Collection<Kind<?>> kinds() {
    return KINDS;
  }

  @Override
  public void follow(Feeds feeds) {
    feeds.rows(Kind.INGRESSES, changes -> doorsChanged(changes, Door::of));
    feeds.rows(Kind.INGRESS_ROUTES, changes -> doorsChanged(changes, Door::of));
    feeds.rows(
        Kind.SERVICES,
        changes -> {
          backends.services(changes);
          changes.forEach(this::named);
        });
    feeds.rows(Kind.ENDPOINT_SLICES, backends::slices);
    feeds.rows(Kind.PODS, changes -> touchedPods.addAll(book.apply(changes)));
    feeds.secrets(
        changes -> changes.forEach(change -> touchedDoors.addAll(secretsOf.to(change.uid()))));
  }

  private <T extends ClusterObject> void doorsChanged(
      List<Table.Change<T>> changes, Function<T, Door> read) {
    for (Table.Change<T> change : changes) {
      T any = change.after() == null ? change.before() : change.after();
      if (any == null) {
        continue;
      }
      Door door = read.apply(any);
      Door there = doors.get(door.id());
      if (change.after() != null) {
        doors.put(door.id(), door);
      } else if (there != null && there.object().uid().equals(change.uid())) {
        doors.remove(door.id());
      }
      touchedDoors.add(door.id());
    }
  }

  /** A program's service is found by its name, for the entrance has the name of its program. */
  private void named(Table.Change<Service> change) {
    Service any = change.after() == null ? change.before() : change.after();
    if (any != null) {
      String id = Ids.of("Service", any);
      namedBy.set(id, backends.get(id) == null ? List.of() : List.of(any.name()));
    }
  }

  @Override
  public void look(House now) {
    House before = house;
    house = now;
    if (!Objects.equals(before.silence(), now.silence())
        || !before.profile().equals(now.profile())
        || Words.isK3s(before.cluster()) != Words.isK3s(now.cluster())) {
      covered();
    }
  }

  /** That is in everything that is said here. */
  @Override
  public void covered() {
    touchedDoors.addAll(doors.keySet());
    touchedServices.addAll(backends.ids());
    touchedServices.addAll(drawing.missing());
    touchedPods.addAll(book.ids());
    touchedPods.addAll(backends.pods());
    drawing.touchAll();
  }

  @Override
  public void judge(String object) {
    if (book.judge(object)) {
      touchedPods.add(object);
    }
    if (doors.containsKey(object)) {
      touchedDoors.add(object);
    }
    if (backends.get(object) != null) {
      touchedServices.add(object);
    }
  }

  @Override
  public void tick() {
    if (house.seesCluster()) {
      book.unwell().stream().filter(book::judge).forEach(touchedPods::add);
      for (String door : drawing.onTheirWay()) {
        touchedDoors.add(door);
        servicesOf.of(door).stream()
            .filter(service -> backends.get(service) == null)
            .forEach(touchedServices::add);
      }
    }
  }

  @Override
  public void draw() {
    touchedServices.addAll(backends.drainServices());
    touchedPods.addAll(backends.drainPods());
    for (String id : touchedDoors) {
      link(id);
    }
    touchedServices.forEach(service -> touchedDoors.addAll(servicesOf.to(service)));
    touchedDoors.forEach(door -> touchedHosts.addAll(hostsOf.of(door)));

    drawing.draw(
        new TrafficDrawing.Touched(touchedServices, touchedPods, touchedDoors, touchedHosts),
        house,
        namedBy);
    touchedServices.clear();
    touchedPods.clear();
    touchedDoors.clear();
    touchedHosts.clear();
  }

  @Override
  public void tell(Vertex vertex, Sheet sheet) {
    String id = vertex.id();
    Pod pod = book.get(id);
    Door door = doors.get(id);
    Service service = backends.get(id);
    switch (vertex.sort()) {
      case HOST ->
          TrafficFacts.host(
              id,
              hostsOf.to(id).stream().flatMap(each -> Stream.ofNullable(doors.get(each))).toList(),
              sheet);
      case ENDPOINTS -> {
        String of = id.replaceFirst("^endpoints/", "service/");
        TrafficFacts.endpoints(of, backends.endpoints(of).values(), sheet);
      }
      case NAMESPACE -> {
        PodFacts.namespace(vertex, sheet);
        sheet.age(house.cluster());
      }
      case CLUSTER -> PodFacts.cluster(sheet);
      default -> {
        if (door != null) {
          TrafficFacts.door(door, desk, sheet);
        } else if (service != null) {
          TrafficFacts.service(service, desk, sheet);
        } else if (pod != null) {
          PodFacts.tell(pod, book, sheet);
        } else {
          PlaceFacts.tell(vertex, List.of(), sheet);
          sheet.age(house.cluster());
        }
      }
    }
  }

  @Override
  public void tell(Edge edge, Sheet sheet) {
    Door door = doors.get(edge.from());
    if (door != null) {
      door.targets().stream()
          .filter(target -> edge.to().equals(target.service()))
          .forEach(target ->
              sheet.ofCluster(
                  Msg.topologyFactNamed(
                      (target.host().isEmpty() ? "*" : target.host()) + target.path()),
                  target.name() + (target.port().isEmpty() ? "" : ":" + target.port())));
    }
    sheet.age(house.cluster());
  }

  /** Takes over where a door leads, and from which hosts. */
  private void link(String id) {
    Door door = doors.get(id);
    List<Door.Target> targets = door == null ? List.of() : door.targets();
    touchedHosts.addAll(
        hostsOf.set(id, targets.stream().map(target -> Ids.host(target.host())).toList()));
    touchedServices.addAll(
        servicesOf.set(
            id, targets.stream().map(Door.Target::service).filter(Objects::nonNull).toList()));
    secretsOf.set(
        id,
        door == null
            ? List.of()
            : door.certificates().stream().map(Door.Certificate::secret).toList());
  }
}
