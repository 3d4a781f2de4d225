package net.pesulabs.console.page.topology.graph;

import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.cluster.Service;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;

/** Draws the host names, which are as well as the worst behind them. */
final class HostDrawing {

  private static final int RANK = 0;

  private final TrafficPen pen;
  private final TrafficBook book;
  private final TrafficHealth health;

  HostDrawing(TrafficPen pen, TrafficBook book, TrafficHealth health) {
    this.pen = pen;
    this.book = book;
    this.health = health;
  }

  void draw(String id, House house) {
    List<Door> by = book.doorsOf(id);
    if (by.isEmpty()) {
      pen.remove(id);
      return;
    }
    Health worst =
        TrafficHealth.worst(
            by.stream().flatMap(door -> path(door, id)),
            new Health(Severity.FINE, Msg.topologyHostAnswers()));
    String name = Ids.nameOfHost(id);
    pen.put(
        TrafficPen.vertex(
            house,
            id,
            Vertex.Sort.HOST,
            null,
            RANK,
            name.equals("*") ? Msg.topologyHostAny() : Localized.verbatim(name),
            Words.NONE,
            worst,
            null));
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
    Service service = id == null ? null : book.backends().get(id);
    return id == null || service == null
        ? new Health(Severity.FINE, Msg.topologyDoorItself()) // the target tells
        : health.of(id, service);
  }
}
