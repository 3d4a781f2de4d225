package net.pesulabs.console.page.topology.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.cluster.Node;

/** The machines on the map, and which node of the cluster is which of them. */
final class Machines {

  private List<Box> boxes = List.of();
  private Map<String, String> byNode = Map.of();

  /** Says whether another machine has come to be that of some node. */
  boolean look(Profile profile, Collection<Node> nodes, Set<String> nodesOfPods) {
    boxes = Box.of(profile, nodes, nodesOfPods);
    var next = new HashMap<String, String>();
    for (Box box : boxes) {
      Node node = box.node();
      next.putIfAbsent(node == null ? box.name() : node.name(), box.id());
    }
    boolean changed = !next.equals(byNode);
    byNode = next;
    return changed;
  }

  List<Box> all() {
    return boxes;
  }

  Optional<Box> box(String id) {
    return boxes.stream().filter(box -> box.id().equals(id)).findFirst();
  }

  /** The id of the machine that a node, by its name, is. */
  String idOf(String node) {
    return byNode.getOrDefault(node, Ids.machine(node));
  }

  boolean knows(String node) {
    return byNode.containsKey(node);
  }

  /** Whether there are some that only pods tell of, which go with their last pod. */
  boolean hasStrays() {
    return boxes.stream().anyMatch(box -> box.machine() == null && box.node() == null);
  }
}
