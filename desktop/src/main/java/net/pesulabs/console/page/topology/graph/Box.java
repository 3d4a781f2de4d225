package net.pesulabs.console.page.topology.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Whereabouts;
import net.pesulabs.console.homelab.cluster.Node;
import org.jspecify.annotations.Nullable;

/**
 * A machine on the map.
 *
 * @param machine null for one that the profile does not name
 * @param node null while the cluster has no such node
 */
record Box(String name, Profile.@Nullable Machine machine, @Nullable Node node) {

  String id() {
    return Ids.machine(name);
  }

  Profile.@Nullable Role role() {
    return machine == null ? null : machine.role();
  }

  boolean isGateway() {
    return role() == Profile.Role.GATEWAY;
  }

  /** Whether the pods of a node, by its name, run here. */
  boolean hosts(String nodeName) {
    return node == null ? name.equals(nodeName) : node.name().equals(nodeName);
  }

  SequencedSet<String> addresses() {
    var addresses = new LinkedHashSet<String>();
    if (machine != null) {
      addresses.add(machine.lanAddress());
      addresses.add(machine.tailnetAddress());
    }
    if (node != null) {
      addresses.addAll(node.internalIps());
    }
    addresses.remove("");
    return addresses;
  }

  /**
   * The profile's machines in its order, then by name the nodes it does not name, then by name
   * those that pods still run on though the cluster lists them no more. So a newcomer moves no one.
   */
  static List<Box> of(Profile profile, Collection<Node> nodes, Set<String> nodesOfPods) {
    var whereabouts = new Whereabouts(profile);
    var boxes = new ArrayList<Box>();
    var taken = new HashSet<String>();
    for (Profile.Machine machine : profile.machines()) {
      Node node = whereabouts.node(machine, nodes).filter(n -> taken.add(n.uid())).orElse(null);
      boxes.add(new Box(machine.name(), machine, node));
    }
    nodes.stream()
        .filter(node -> !taken.contains(node.uid()))
        .sorted(Comparator.comparing(Node::name))
        .forEach(node -> boxes.add(new Box(node.name(), null, node)));
    for (String name : new TreeSet<>(nodesOfPods)) {
      if (boxes.stream().noneMatch(box -> box.hosts(name))) {
        boxes.add(new Box(name, null, null));
      }
    }
    return boxes;
  }
}
