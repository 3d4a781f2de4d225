package net.pesulabs.console.page.topology.graph;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is known of the traffic and of who leads to whom. The layer keeps it up; the drawings read.
 *
 * @param doors by id
 * @param hostsOf the hosts of each door, by id
 * @param servicesOf the services that each door leads to, by id, there or not
 */
record TrafficBook(
    Map<String, Door> doors, Backends backends, PodBook pods, Links hostsOf, Links servicesOf) {

  /** The doors for a host. */
  List<Door> doorsOf(String host) {
    return known(hostsOf.to(host).stream());
  }

  /** The doors that lead to a service. */
  List<Door> doorsTo(String service) {
    return known(servicesOf.to(service).stream());
  }

  private List<Door> known(Stream<String> ids) {
    return ids.flatMap(id -> Stream.ofNullable(doors.get(id))).toList();
  }
}
