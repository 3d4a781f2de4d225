package net.pesulabs.console.health;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.homelab.cluster.Pod;

/**
 * Which concern a finding belongs to. A pod's goes with its node where that is down, with its claim
 * where that has no volume, else with what the pod belongs to. What is found of that itself goes
 * where the findings of its pods are, and so does the service they answer for. One thread at a
 * time.
 */
final class Placing {

  private final ClusterFacts facts;
  private final Ledger ledger;

  /** Of each workload, where the findings of its pods are: by pod. */
  private final Map<String, Map<String, String>> troubled = new HashMap<>();

  /** What goes where the pods of a workload are, and which workload that is. */
  private final Map<String, Set<String>> anchored = new HashMap<>();

  private final Map<String, String> anchorOf = new HashMap<>();

  /** The pods with a finding that no node has taken. */
  private final Set<String> homeless = new HashSet<>();

  Placing(ClusterFacts facts, Ledger ledger) {
    this.facts = facts;
    this.ledger = ledger;
  }

  /** Takes over what was found of a pod. */
  void settle(Pod pod, List<Finding> found) {
    String uid = pod.uid();
    String own = Groups.of(pod);
    if (found.isEmpty()) {
      homeless.remove(uid);
      ledger.forget(uid);
      if (leave(own, uid)) {
        follow(own);
      }
      return;
    }
    String group = group(pod, own);
    if (pod.node() == null) {
      homeless.add(uid);
    } else {
      homeless.remove(uid);
    }
    ledger.conclude(uid, group, found);
    String before = troubled.computeIfAbsent(own, any -> new HashMap<>()).put(uid, group);
    if (!group.equals(before)) {
      follow(own);
    }
  }

  /** Takes over what was found of something that goes where the pods of a workload are. */
  void anchor(String slot, String workload, List<Finding> found) {
    String before = found.isEmpty() ? anchorOf.remove(slot) : anchorOf.put(slot, workload);
    if (before != null && (found.isEmpty() || !before.equals(workload))) {
      anchored.computeIfPresent(
          before,
          (any, slots) -> {
            slots.remove(slot);
            return slots.isEmpty() ? null : slots;
          });
    }
    if (!found.isEmpty()) {
      anchored.computeIfAbsent(workload, any -> new HashSet<>()).add(slot);
    }
    ledger.conclude(slot, group(workload), found);
  }

  /** A node ails or is well again, and with it what its pods suffer from. */
  void nodeTurned(String node) {
    Stream.concat(
            facts.podsByNode.get(node).stream(),
            homeless.stream().flatMap(uid -> facts.get(Kind.PODS, uid).stream()))
        .toList()
        .forEach(this::resettle);
  }

  /** A claim has become a finding, or is none any more. */
  void claimTurned(String claim) {
    List.copyOf(facts.podsByClaim.get(claim)).forEach(this::resettle);
  }

  private void resettle(Pod pod) {
    List<Finding> found = ledger.of(pod.uid());
    if (!found.isEmpty()) {
      settle(pod, found);
    }
  }

  private String group(Pod pod, String own) {
    return ailingNode(pod)
        .map(Groups::node)
        .or(() ->
            ClusterFacts.claims(pod).stream()
                .flatMap(name -> facts.claims.first(name).stream())
                .filter(claim -> ledger.has(claim.uid()))
                .map(claim -> Groups.of("persistentvolumeclaim", claim))
                .findFirst())
        .orElse(own);
  }

  /** The node that is down or runs short, and has or had the pod, or is what it waits for. */
  private Optional<String> ailingNode(Pod pod) {
    if (pod.node() != null) {
      boolean evicted = "Evicted".equals(pod.reason());
      return facts
          .nodes
          .first(pod.node())
          .filter(node -> NodeHealth.isDown(node) || (evicted && NodeHealth.isShort(node)))
          .map(Node::name);
    }
    if (pod.unscheduledBecause() == null) {
      return Optional.empty();
    }
    var words = SchedulerWords.parse(pod.unscheduledBecause());
    if (words.names(SchedulerWords.Obstacle.NODE_DOWN)) {
      return facts.node(NodeHealth::isDown);
    }
    return words.names(SchedulerWords.Obstacle.NODE_SHORT)
        ? facts.node(NodeHealth::isShort)
        : Optional.empty();
  }

  /** Where the findings of its pods are, if they are all elsewhere. */
  private String group(String workload) {
    Map<String, String> pods = troubled.get(workload);
    return pods == null || pods.containsValue(workload)
        ? workload
        : pods.values().stream().min(Comparator.naturalOrder()).orElse(workload);
  }

  private void follow(String workload) {
    String group = group(workload);
    Set.copyOf(anchored.getOrDefault(workload, Set.of())).forEach(slot -> ledger.move(slot, group));
  }

  private boolean leave(String workload, String uid) {
    Map<String, String> pods = troubled.get(workload);
    if (pods == null || pods.remove(uid) == null) {
      return false;
    }
    if (pods.isEmpty()) {
      troubled.remove(workload);
    }
    return true;
  }
}
