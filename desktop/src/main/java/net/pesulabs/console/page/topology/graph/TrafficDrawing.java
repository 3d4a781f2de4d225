package net.pesulabs.console.page.topology.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.Service;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * Draws the hops of the traffic one by one. Longer than most, for it is one list: what each hop
 * looks like, from the host names inwards.
 */
final class TrafficDrawing {

  private static final int HOSTS = 0;
  private static final int ENTRANCES = 1;
  private static final int NAMESPACES = 2;

  private final Desk desk;
  private final Map<String, Door> doors;
  private final Backends backends;
  private final PodBook book;
  private final Links hostsOf;
  private final Links servicesOf;
  private final TrafficHealth health;
  private final Map<String, Patch> patches = new HashMap<>();

  /** Entrances with their doors, and namespaces with their services. */
  private final Tallies groups = new Tallies();

  /** The services that are reached otherwise than through a door: from the LAN, or from inside. */
  private final Links media = new Links();

  private final Set<String> touchedMedia = new LinkedHashSet<>();
  private final Set<String> onTheirWay = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();

  TrafficDrawing(
      Desk desk,
      Map<String, Door> doors,
      Backends backends,
      PodBook book,
      Links hostsOf,
      Links servicesOf) {
    this.desk = desk;
    this.doors = doors;
    this.backends = backends;
    this.book = book;
    this.hostsOf = hostsOf;
    this.servicesOf = servicesOf;
    this.health = new TrafficHealth(desk, backends);
  }

  TrafficHealth health() {
    return health;
  }

  /** The doors that time alone can make worse. */
  Set<String> onTheirWay() {
    return Set.copyOf(onTheirWay);
  }

  /** The services that are not there, though some door leads to them. */
  Set<String> missing() {
    return Set.copyOf(missing);
  }

  void touchAll() {
    groups.touchAll();
    touchedMedia.addAll(List.of(Ids.LAN, Ids.INSIDE));
  }

  // ---- hosts

  void host(String id, House house) {
    Set<String> by = hostsOf.to(id);
    if (by.isEmpty()) {
      desk.canvas().remove(id);
      return;
    }
    Health worst =
        TrafficHealth.worst(
            by.stream().flatMap(door -> path(Objects.requireNonNull(doors.get(door)), id)),
            new Health(Severity.FINE, Msg.topologyHostAnswers()));
    String name = Ids.nameOfHost(id);
    put(
        house,
        id,
        Vertex.Sort.HOST,
        null,
        HOSTS,
        name.equals("*") ? Msg.topologyHostAny() : Localized.verbatim(name),
        Words.NONE,
        worst,
        null);
  }

  /**
   * All that must be well for a host name to be answered. It is so whether or not this login may
   * know of the certificate.
   */
  private Stream<Health> path(Door door, String host) {
    return door.targets().stream()
        .filter(target -> Ids.host(target.host()).equals(host))
        .flatMap(target ->
            Stream.concat(
                Stream.of(health.of(door, target), behind(target)),
                Stream.of(health.certificate(door, target.host()))
                    .filter(certificate -> certificate.severity() != Severity.UNKNOWN)));
  }

  private Health behind(Door.Target target) {
    String id = target.service();
    Service service = id == null ? null : backends.get(id);
    return id == null || service == null
        ? new Health(Severity.FINE, Msg.topologyDoorItself()) // the target tells
        : health.of(id, service);
  }

  // ---- doors

  void door(String id, House house) {
    Door door = doors.get(id);
    if (door == null) {
      groups.remove(id);
      onTheirWay.remove(id);
      erase(id);
      return;
    }
    var edges = new ArrayList<Edge>();
    for (String host : door.hosts()) {
      edges.add(
          edge(
              house,
              Ids.host(host),
              id,
              Localized.verbatim(door.secure() ? "https" : "http"),
              health.certificate(door, host),
              true));
    }
    Map<String, List<Door.Target>> byService = new LinkedHashMap<>();
    for (Door.Target target : door.targets()) {
      if (target.service() != null) {
        byService.computeIfAbsent(target.service(), any -> new ArrayList<>()).add(target);
      }
    }
    byService.forEach((service, targets) -> {
      Health worst = worst(door, targets.stream());
      edges.add(edge(house, id, service, label(targets), worst, worst.severity() == Severity.FINE));
    });
    Health found =
        health.found(door.object()).orElse(new Health(Severity.FINE, Msg.topologyDoorFine()));
    Health worst =
        TrafficHealth.worst(
            Stream.concat(Stream.of(found), door.targets().stream().map(t -> health.of(door, t))),
            found);
    if (Stream.concat(Stream.of(worst), edges.stream().map(Edge::health))
        .anyMatch(each -> each.severity() == Severity.BUSY)) {
      onTheirWay.add(id);
    } else {
      onTheirWay.remove(id);
    }
    String entrance = entranceOf(door, house);
    Vertex vertex =
        vertex(
            house,
            id,
            Vertex.Sort.ENTRANCE,
            entrance,
            0,
            Localized.verbatim(door.object().name()),
            Localized.verbatim(door.kind()),
            worst,
            null);
    groups.put(id, List.of(entrance), share(vertex, 1));
    draw(id, List.of(vertex), edges);
  }

  private Health worst(Door door, Stream<Door.Target> targets) {
    List<Health> all = targets.map(target -> health.of(door, target)).toList();
    return TrafficHealth.worst(all.stream(), all.getFirst());
  }

  private static Localized label(Collection<Door.Target> targets) {
    return Localized.verbatim(
        targets.stream()
            .map(target -> target.path().equals("/") ? "" : target.path())
            .filter(path -> !path.isEmpty())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", ")));
  }

  /** K3s brings Traefik, and makes it the default class. */
  private static String entranceOf(Door door, House house) {
    String program = door.entrance();
    return Ids.entrance(
        !program.isEmpty() ? program : Words.isK3s(house.cluster()) ? "traefik" : "default");
  }

  // ---- services and who answers for them

  void service(String id, House house) {
    Service service = backends.get(id);
    Set<String> by = servicesOf.to(id);
    if (service == null && by.isEmpty()) {
      missing.remove(id);
      groups.remove(id);
      touchedMedia.addAll(media.set(id, List.of()));
      erase(id);
      return;
    }
    String namespace = Ids.namespace(Ids.namespaceIn(id));
    Health standing;
    var vertices = new ArrayList<Vertex>();
    var edges = new ArrayList<Edge>();
    if (service == null) {
      missing.add(id);
      touchedMedia.addAll(media.set(id, List.of()));
      standing = absent(id, by);
    } else {
      missing.remove(id);
      standing = health.of(id, service);
      String medium = medium(service, by);
      touchedMedia.addAll(media.set(id, medium.isEmpty() ? List.of() : List.of(medium)));
      if (!medium.isEmpty()) {
        edges.add(edge(house, medium, id, ports(service), standing, true));
      }
    }
    Vertex vertex =
        vertex(
            house,
            id,
            Vertex.Sort.SERVICE,
            namespace,
            0,
            Localized.verbatim(Ids.nameIn(id)),
            service == null ? Msg.topologyServiceUnseen() : Localized.verbatim(service.type()),
            standing,
            service == null ? null : backends.tally(id));
    vertices.add(vertex);
    if (backends.mayAnswer(id)) {
      String behind = Ids.endpoints(id);
      Vertex.Tally tally = backends.tally(id);
      vertices.add(
          vertex(
              house,
              behind,
              Vertex.Sort.ENDPOINTS,
              namespace,
              1,
              Msg.topologyEndpointsTitle(),
              Msg.topologyEndpoints(tally.well(), tally.total()),
              standing,
              tally));
      edges.add(edge(house, id, behind, Words.NONE, standing, tally.well() > 0));
    }
    groups.put(id, List.of(namespace), share(vertex, service == null ? 0 : 1));
    draw(id, vertices, edges);
  }

  /** What the doors say that lead to a service nobody has. */
  private Health absent(String id, Set<String> by) {
    return by.stream()
        .flatMap(door -> {
          Door each = Objects.requireNonNull(doors.get(door));
          return each.targets().stream()
              .filter(target -> id.equals(target.service()))
              .map(target -> health.of(each, target));
        })
        .max(Comparator.comparing(Health::severity))
        .orElseGet(() -> House.unknown(Msg.topologyServiceHidden()));
  }

  /** How it is reached, but for doors. */
  private static String medium(Service service, Set<String> doors) {
    return switch (service.type()) {
      case "LoadBalancer", "NodePort" -> Ids.LAN;
      default -> doors.isEmpty() ? Ids.INSIDE : "";
    };
  }

  private static Localized ports(Service service) {
    return Localized.verbatim(
        service.ports().stream()
            .map(port -> {
              Integer outside = port.nodePort();
              return service.type().equals("NodePort") && outside != null
                  ? ":" + outside
                  : ":" + port.port();
            })
            .limit(3)
            .collect(Collectors.joining(" ")));
  }

  void pod(String id, House house) {
    Pod pod = book.get(id);
    List<String> services = backends.servicesOf(id).stream().filter(backends::mayAnswer).toList();
    if (services.isEmpty()) {
      erase(id);
      return;
    }
    String namespace = Ids.namespace(Ids.namespaceIn(id));
    Vertex vertex =
        pod == null
            ? vertex(
                house,
                id,
                Vertex.Sort.POD,
                namespace,
                2,
                Localized.verbatim(Ids.nameIn(id)),
                Words.NONE,
                House.unknown(Msg.topologyPodUnseen()),
                null)
            : book.vertex(id, namespace, 2, house);
    var edges = new ArrayList<Edge>();
    for (String service : services) {
      Backends.Endpoint endpoint = backends.endpoints(service).get(id);
      boolean ready = endpoint != null && endpoint.ready();
      Health answers =
          ready
              ? new Health(Severity.FINE, Msg.topologyEndpointReady())
              : vertex.health().severity() == Severity.FINE
                  ? new Health(Severity.BUSY, Msg.topologyEndpointNotReady())
                  : vertex.health();
      edges.add(edge(house, Ids.endpoints(service), id, Words.NONE, answers, ready));
    }
    draw(id, List.of(vertex), edges);
  }

  // ---- what holds them

  /**
   * Draws the entrances, namespaces and media that look different.
   *
   * @param programs the names of services that look different: one may be that of an entrance
   * @param namedBy the services by name
   */
  void groups(House house, Set<String> programs, Links namedBy) {
    Set<String> touched = groups.drain();
    programs.stream().map(Ids::entrance).filter(id -> !groups.isEmpty(id)).forEach(touched::add);
    for (String id : touched) {
      if (groups.isEmpty(id)) {
        desk.canvas().remove(id);
      } else if (id.startsWith(Ids.entrance(""))) {
        entrance(id, house, namedBy);
      } else {
        put(
            house,
            id,
            Vertex.Sort.NAMESPACE,
            null,
            NAMESPACES,
            Localized.verbatim(Ids.nameIn(id)),
            Msg.topologyServiceCount(groups.count(id)),
            Words.health(groups.worst(id), groups.of(id), house),
            groups.of(id));
      }
    }
    touchedMedia.forEach(id -> medium(id, house));
    touchedMedia.clear();
  }

  private void entrance(String id, House house, Links namedBy) {
    String program = Ids.nameIn(id);
    Health own =
        namedBy.to(program).stream()
            .sorted()
            .flatMap(service ->
                Stream.ofNullable(backends.get(service)).map(each -> health.of(service, each)))
            .findFirst()
            .orElseGet(() -> House.unknown(Msg.topologyEntranceUnknown()));
    put(
        house,
        id,
        Vertex.Sort.ENTRANCE,
        null,
        ENTRANCES,
        Localized.verbatim(program),
        Msg.topologyEntrance(),
        own,
        groups.of(id));
  }

  private void medium(String id, House house) {
    if (media.to(id).isEmpty()) {
      desk.canvas().remove(id);
      return;
    }
    boolean lan = id.equals(Ids.LAN);
    put(
        house,
        id,
        lan ? Vertex.Sort.LAN : Vertex.Sort.CLUSTER,
        null,
        ENTRANCES,
        lan ? Msg.topologyLan() : Msg.topologyInside(),
        lan ? Localized.verbatim(house.profile().lan()) : Msg.topologyInsideWhat(),
        lan
            ? House.unknown(Msg.topologyLanUnknown())
            : new Health(Severity.FINE, Msg.sourceHealthLive()),
        null);
  }

  // ---- pens

  private static Tallies.Share share(Vertex vertex, int total) {
    Severity severity = vertex.health().severity();
    return new Tallies.Share(severity, severity == Severity.FINE ? total : 0, total);
  }

  private void draw(String unit, List<Vertex> vertices, List<Edge> edges) {
    patches.computeIfAbsent(unit, any -> new Patch(desk.canvas())).draw(vertices, edges);
  }

  private void erase(String unit) {
    Patch patch = patches.remove(unit);
    if (patch != null) {
      patch.draw(List.of(), List.of());
    }
  }

  private void put(
      House house,
      String id,
      Vertex.Sort sort,
      @Nullable String parent,
      int rank,
      Localized title,
      Localized subtitle,
      Health standing,
      Vertex.@Nullable Tally tally) {
    desk.canvas().put(vertex(house, id, sort, parent, rank, title, subtitle, standing, tally));
  }

  private static Vertex vertex(
      House house,
      String id,
      Vertex.Sort sort,
      @Nullable String parent,
      int rank,
      Localized title,
      Localized subtitle,
      Health standing,
      Vertex.@Nullable Tally tally) {
    return new Vertex(
        id,
        sort,
        parent,
        rank,
        title,
        subtitle,
        house.asHeard(standing),
        house.seesCluster(),
        tally);
  }

  private static Edge edge(
      House house, String from, String to, Localized label, Health standing, boolean inUse) {
    return new Edge(
        Ids.edge(from, to),
        from,
        to,
        Edge.Sort.TRAFFIC,
        label.equals(Words.NONE) ? null : label,
        house.asHeard(standing),
        inUse,
        house.seesCluster());
  }
}
