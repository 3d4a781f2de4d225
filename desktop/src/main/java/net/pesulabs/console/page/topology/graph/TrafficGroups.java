package net.pesulabs.console.page.topology.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;

/**
 * Draws what the hops stand in: entrances with their doors, namespaces with their services; and
 * from where services are reached otherwise than through a door: from the LAN, or from inside.
 */
final class TrafficGroups {

  private static final int ENTRANCES = 1;
  private static final int NAMESPACES = 2;

  private final TrafficPen pen;
  private final TrafficBook book;
  private final TrafficHealth health;
  private final Tallies tallies = new Tallies();
  private final Links media = new Links();
  private final Set<String> touchedMedia = new LinkedHashSet<>();

  TrafficGroups(TrafficPen pen, TrafficBook book, TrafficHealth health) {
    this.pen = pen;
    this.book = book;
    this.health = health;
  }

  /**
   * Counts a hop in its group.
   *
   * @param total 1 where it is to be well, 0 for what is not there
   */
  void count(Vertex hop, String group, int total) {
    Severity severity = hop.health().severity();
    int well = severity == Severity.FINE ? total : 0;
    tallies.put(hop.id(), List.of(group), new Tallies.Share(severity, well, total));
  }

  void forget(String hop) {
    tallies.remove(hop);
  }

  /** From where a service is reached but for doors; empty for nowhere. */
  void reached(String service, String medium) {
    touchedMedia.addAll(media.set(service, medium.isEmpty() ? List.of() : List.of(medium)));
  }

  void touchAll() {
    tallies.touchAll();
    touchedMedia.addAll(List.of(Ids.LAN, Ids.INSIDE));
  }

  /**
   * Draws those that look different.
   *
   * @param programs the names of services that look different: one may be that of an entrance
   * @param namedBy the services by name
   */
  void draw(House house, Set<String> programs, Links namedBy) {
    Set<String> touched = tallies.drain();
    programs.stream().map(Ids::entrance).filter(id -> !tallies.isEmpty(id)).forEach(touched::add);
    for (String id : touched) {
      if (tallies.isEmpty(id)) {
        pen.remove(id);
      } else if (id.startsWith(Ids.entrance(""))) {
        entrance(id, house, namedBy);
      } else {
        namespace(id, house);
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
                Stream.ofNullable(book.backends().get(service))
                    .map(each -> health.of(service, each)))
            .findFirst()
            .orElseGet(() -> House.unknown(Msg.topologyEntranceUnknown()));
    pen.put(
        TrafficPen.vertex(
            house,
            id,
            Vertex.Sort.ENTRANCE,
            null,
            ENTRANCES,
            Localized.verbatim(program),
            Msg.topologyEntrance(),
            own,
            tallies.of(id)));
  }

  private void namespace(String id, House house) {
    Vertex.Tally tally = tallies.of(id);
    pen.put(
        TrafficPen.vertex(
            house,
            id,
            Vertex.Sort.NAMESPACE,
            null,
            NAMESPACES,
            Localized.verbatim(Ids.nameIn(id)),
            Msg.topologyServiceCount(tallies.count(id)),
            Words.health(tallies.worst(id), tally, house),
            tally));
  }

  private void medium(String id, House house) {
    if (media.to(id).isEmpty()) {
      pen.remove(id);
      return;
    }
    boolean lan = id.equals(Ids.LAN);
    pen.put(
        TrafficPen.vertex(
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
            null));
  }
}
