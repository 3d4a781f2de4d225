package net.pesulabs.console.page.topology.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;

/** Draws the doors, with the hosts that lead to them and the services that they lead to. */
final class DoorDrawing {

  private final TrafficPen pen;
  private final TrafficBook book;
  private final TrafficHealth health;
  private final TrafficGroups groups;
  private final Set<String> onTheirWay = new LinkedHashSet<>();

  DoorDrawing(TrafficPen pen, TrafficBook book, TrafficHealth health, TrafficGroups groups) {
    this.pen = pen;
    this.book = book;
    this.health = health;
    this.groups = groups;
  }

  /** The doors that time alone can make worse. */
  Set<String> onTheirWay() {
    return Set.copyOf(onTheirWay);
  }

  void draw(String id, House house) {
    Door door = book.doors().get(id);
    if (door == null) {
      groups.forget(id);
      onTheirWay.remove(id);
      pen.erase(id);
      return;
    }
    var edges = new ArrayList<Edge>();
    fromHosts(door, house, edges);
    toServices(door, house, edges);
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
        TrafficPen.vertex(
            house,
            id,
            Vertex.Sort.ENTRANCE,
            entrance,
            0,
            Localized.verbatim(door.object().name()),
            Localized.verbatim(door.kind()),
            worst,
            null);
    groups.count(vertex, entrance, 1);
    pen.draw(id, List.of(vertex), edges);
  }

  private void fromHosts(Door door, House house, List<Edge> edges) {
    for (String host : door.hosts()) {
      edges.add(
          TrafficPen.edge(
              house,
              Ids.host(host),
              door.id(),
              Localized.verbatim(door.secure() ? "https" : "http"),
              health.certificate(door, host),
              true));
    }
  }

  private void toServices(Door door, House house, List<Edge> edges) {
    Map<String, List<Door.Target>> byService = new LinkedHashMap<>();
    for (Door.Target target : door.targets()) {
      if (target.service() != null) {
        byService.computeIfAbsent(target.service(), any -> new ArrayList<>()).add(target);
      }
    }
    byService.forEach((service, targets) -> {
      List<Health> all = targets.stream().map(target -> health.of(door, target)).toList();
      Health worst = TrafficHealth.worst(all.stream(), all.getFirst());
      edges.add(
          TrafficPen.edge(
              house, door.id(), service, label(targets), worst, worst.severity() == Severity.FINE));
    });
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
}
