package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What the control plane does about a node that it no longer hears from: the node lifecycle
 * controller after the grace period, and the taint manager after the pods' tolerations.
 */
final class NodeLifecycle {

  static final String UNREACHABLE = "node.kubernetes.io/unreachable";

  private static final Duration GRACE = Duration.ofSeconds(40);
  private static final Duration TOLERATED = Duration.ofSeconds(300);
  private static final List<String> EFFECTS = List.of("NoSchedule", "NoExecute");

  private final ObjectStore store;
  private final Happenings happenings;

  NodeLifecycle(ObjectStore store, Happenings happenings) {
    this.store = store;
    this.happenings = happenings;
  }

  /** Looks at a node that is silent. */
  void miss(ObjectNode node, Instant heard, Instant now) {
    if (!NodeConditions.is(node, "Ready", "Unknown")) {
      if (!now.isBefore(heard.plus(GRACE))) {
        lose(node, now);
      }
    } else if (!now.isBefore(since(node).plus(TOLERATED))) {
      evict(node, now);
    }
  }

  /** The node is heard again. */
  void find(ObjectNode node, Instant now) {
    if (!NodeConditions.is(node, "Ready", "Unknown")) {
      return;
    }
    store.update(
        ObjectStore.Key.of(Resource.NODES, node),
        copy -> {
          for (JsonNode condition : copy.at("/status/conditions")) {
            NodeConditions.restore(copy, condition.path("type").asText(), now);
          }
          EFFECTS.forEach(effect -> NodeConditions.untaint(copy, UNREACHABLE, effect));
          return copy;
        });
    tell(node, "NodeReady", now);
  }

  private void lose(ObjectNode node, Instant now) {
    store.update(
        ObjectStore.Key.of(Resource.NODES, node),
        copy -> {
          for (JsonNode condition : copy.at("/status/conditions")) {
            String type = condition.path("type").asText();
            String message = "Kubelet stopped posting node status.";
            NodeConditions.set(copy, type, "Unknown", "NodeStatusUnknown", message, now);
          }
          EFFECTS.forEach(effect -> NodeConditions.taint(copy, UNREACHABLE, effect, now));
          return copy;
        });
    tell(node, "NodeNotReady", now);
    forPods(
        node,
        Pods::isReady,
        pod -> {
          store.update(
              ObjectStore.Key.of(Resource.PODS, pod),
              copy -> {
                PodStatus.set(copy, "Ready", false, null, null, now);
                return copy;
              });
          happenings.tell(
              Resource.PODS,
              pod,
              "node-controller",
              "Warning",
              "NodeNotReady",
              "Node is not ready",
              now);
        });
  }

  /** Marks what does not tolerate it for ever; nobody is there to confirm the end. */
  private void evict(ObjectNode node, Instant now) {
    forPods(
        node,
        pod -> !Pods.isEnding(pod) && !isOfDaemon(pod) && !Pods.isOver(pod),
        pod -> {
          int grace = pod.at("/spec/terminationGracePeriodSeconds").asInt(30);
          Pods.end(store, ObjectStore.Key.of(Resource.PODS, pod), now, grace);
          String message =
              "Marking for deletion Pod %s/%s".formatted(Meta.namespace(pod), Meta.name(pod));
          happenings.tell(
              Resource.PODS,
              pod,
              "taint-eviction-controller",
              "Normal",
              "TaintManagerEviction",
              message,
              now);
        });
  }

  private void forPods(ObjectNode node, Predicate<ObjectNode> which, Consumer<ObjectNode> what) {
    String name = Meta.name(node);
    store.all(Resource.PODS).stream()
        .filter(pod -> pod.at("/spec/nodeName").asText().equals(name))
        .filter(which)
        .forEach(what);
  }

  private void tell(ObjectNode node, String reason, Instant now) {
    String message = "Node %s status is now: %s".formatted(Meta.name(node), reason);
    happenings.tell(Resource.NODES, node, "node-controller", "Normal", reason, message, now);
  }

  private static boolean isOfDaemon(ObjectNode pod) {
    return pod.at("/metadata/ownerReferences/0/kind").asText().equals("DaemonSet");
  }

  private static Instant since(ObjectNode node) {
    return Json.timeAt(PodStatus.condition(node, "Ready"), "/lastTransitionTime");
  }
}
