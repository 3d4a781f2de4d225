package net.pesulabs.console.page.topology.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.homelab.cluster.Service;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** Draws the services, each with its endpoints, and those that only doors know of. */
final class ServiceDrawing {

  private final TrafficPen pen;
  private final TrafficBook book;
  private final TrafficHealth health;
  private final TrafficGroups groups;
  private final Set<String> missing = new LinkedHashSet<>();

  ServiceDrawing(TrafficPen pen, TrafficBook book, TrafficHealth health, TrafficGroups groups) {
    this.pen = pen;
    this.book = book;
    this.health = health;
    this.groups = groups;
  }

  /** The services that are not there, though some door leads to them. */
  Set<String> missing() {
    return Set.copyOf(missing);
  }

  void draw(String id, House house) {
    Service service = book.backends().get(id);
    List<Door> by = book.doorsTo(id);
    if (service != null) {
      missing.remove(id);
      drawThere(id, service, by, house);
      return;
    }
    groups.reached(id, "");
    if (by.isEmpty()) {
      missing.remove(id);
      groups.forget(id);
      pen.erase(id);
    } else {
      missing.add(id);
      Vertex vertex = vertex(id, Msg.topologyServiceUnseen(), absent(id, by), null, house);
      groups.count(vertex, namespace(id), 0);
      pen.draw(id, List.of(vertex), List.of());
    }
  }

  private void drawThere(String id, Service service, List<Door> by, House house) {
    Health standing = health.of(id, service);
    Vertex.Tally tally = book.backends().tally(id);
    var vertices = new ArrayList<Vertex>();
    var edges = new ArrayList<Edge>();
    String medium = medium(service, by);
    groups.reached(id, medium);
    if (!medium.isEmpty()) {
      edges.add(TrafficPen.edge(house, medium, id, ports(service), standing, true));
    }
    Vertex vertex = vertex(id, Localized.verbatim(service.type()), standing, tally, house);
    vertices.add(vertex);
    if (book.backends().mayAnswer(id)) {
      String behind = Ids.endpoints(id);
      vertices.add(
          TrafficPen.vertex(
              house,
              behind,
              Vertex.Sort.ENDPOINTS,
              namespace(id),
              1,
              Msg.topologyEndpointsTitle(),
              Msg.topologyEndpoints(tally.well(), tally.total()),
              standing,
              tally));
      edges.add(TrafficPen.edge(house, id, behind, Words.NONE, standing, tally.well() > 0));
    }
    groups.count(vertex, namespace(id), 1);
    pen.draw(id, vertices, edges);
  }

  private static Vertex vertex(
      String id, Localized subtitle, Health standing, Vertex.@Nullable Tally tally, House house) {
    return TrafficPen.vertex(
        house,
        id,
        Vertex.Sort.SERVICE,
        namespace(id),
        0,
        Localized.verbatim(Ids.nameIn(id)),
        subtitle,
        standing,
        tally);
  }

  private static String namespace(String id) {
    return Ids.namespace(Ids.namespaceIn(id));
  }

  /** What the doors say that lead to a service nobody has. */
  private Health absent(String id, List<Door> by) {
    return by.stream()
        .flatMap(door ->
            door.targets().stream()
                .filter(target -> id.equals(target.service()))
                .map(target -> health.of(door, target)))
        .max(Comparator.comparing(Health::severity))
        .orElseGet(() -> House.unknown(Msg.topologyServiceHidden()));
  }

  /** How it is reached, but for doors. */
  private static String medium(Service service, List<Door> doors) {
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
}
