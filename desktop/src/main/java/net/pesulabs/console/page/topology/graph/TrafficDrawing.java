package net.pesulabs.console.page.topology.graph;

import java.util.LinkedHashSet;
import java.util.Set;

/** Draws the traffic hop by hop, and then what the hops stand in. */
final class TrafficDrawing {

  /**
   * What is to be drawn anew, by id.
   *
   * @param hosts also those that no door is for any more
   */
  record Touched(Set<String> services, Set<String> pods, Set<String> doors, Set<String> hosts) {}

  private final ServiceDrawing services;
  private final AnswererDrawing pods;
  private final DoorDrawing doors;
  private final HostDrawing hosts;
  private final TrafficGroups groups;

  TrafficDrawing(Desk desk, TrafficBook book) {
    var pen = new TrafficPen(desk.canvas());
    var health = new TrafficHealth(desk, book.backends());
    groups = new TrafficGroups(pen, book, health);
    services = new ServiceDrawing(pen, book, health, groups);
    pods = new AnswererDrawing(pen, book);
    doors = new DoorDrawing(pen, book, health, groups);
    hosts = new HostDrawing(pen, book, health);
  }

  /** The doors that time alone can make worse. */
  Set<String> onTheirWay() {
    return doors.onTheirWay();
  }

  /** The services that are not there, though some door leads to them. */
  Set<String> missing() {
    return services.missing();
  }

  /** Whatever groups count, they look different. */
  void touchAll() {
    groups.touchAll();
  }

  /**
   * Draws what is touched.
   *
   * @param namedBy the services by name
   */
  void draw(Touched touched, House house, Links namedBy) {
    touched.services.forEach(id -> services.draw(id, house));
    touched.pods.forEach(id -> pods.draw(id, house));
    touched.doors.forEach(id -> doors.draw(id, house));
    touched.hosts.forEach(id -> hosts.draw(id, house));
    var programs = new LinkedHashSet<String>();
    touched.services.forEach(service -> programs.add(Ids.nameIn(service)));
    groups.draw(house, programs, namedBy);
  }
}
