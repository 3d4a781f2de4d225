package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gives pods their nodes, or says in kube-scheduler's words why there is none for them. */
final class Scheduler {

  // It tries again by itself after this time: the flush of its queue of unschedulable pods.
  private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(5);

  private static final Pattern MEMORY = Pattern.compile("(\\d+(?:\\.\\d+)?)(Ki|Mi|Gi|)");
  private static final Map<String, Integer> SHIFT = Map.of("", 0, "Ki", 10, "Mi", 20, "Gi", 30);

  private final ObjectStore store;
  private final Happenings happenings;

  Scheduler(ObjectStore store, Happenings happenings) {
    this.store = store;
    this.happenings = happenings;
  }

  /** Changes the pod it is given. */
  void place(ObjectNode pod, Instant now) {
    Optional<String> waits = Storage.wait(store, pod);
    if (waits.isPresent()) {
      refuse(pod, waits.get(), now);
      return;
    }
    Map<String, Integer> refusals = new TreeMap<>();
    for (ObjectNode node : candidates(pod)) {
      Optional<String> refusal = refusal(node, pod);
      if (refusal.isEmpty()) {
        assign(pod, Meta.name(node), now);
        return;
      }
      refusals.merge(refusal.get(), 1, Integer::sum);
    }
    String reasons =
        refusals.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .sorted()
            .collect(Collectors.joining(", "));
    refuse(pod, reasons, now);
  }

  /** All nodes, with the one that the pod is bound to in front. */
  private List<ObjectNode> candidates(ObjectNode pod) {
    String wanted = wanted(pod);
    Optional<ObjectNode> only =
        store
            .get(new ObjectStore.Key(Resource.NODES, "", wanted))
            .filter(node -> refusal(node, pod).isEmpty());
    return only.map(List::of).orElseGet(() -> store.all(Resource.NODES));
  }

  private void assign(ObjectNode pod, String node, Instant now) {
    Storage.bind(store, pod, node, happenings, now);
    PodStatus.scheduled(pod, node, now);
    String message =
        "Successfully assigned %s/%s to %s".formatted(Meta.namespace(pod), Meta.name(pod), node);
    happenings.tell(pod, "Normal", "Scheduled", message, now);
  }

  private void refuse(ObjectNode pod, String reasons, Instant now) {
    int nodes = store.all(Resource.NODES).size();
    String message =
        "0/%d nodes are available: %s. preemption: 0/%d nodes are available: %d Preemption is not helpful for scheduling."
            .formatted(nodes, reasons, nodes, nodes);
    PodStatus.unschedulable(pod, message, now);
    happenings.repeat(pod, "FailedScheduling", message, now, BETWEEN_COMPLAINTS);
  }

  private static Optional<String> refusal(ObjectNode node, ObjectNode pod) {
    if (node.at("/spec/unschedulable").asBoolean()) {
      return wanted(pod).isEmpty() || wanted(pod).equals(Meta.name(node))
          ? Optional.of("node(s) were unschedulable")
          : Optional.of("node(s) didn't match Pod's node affinity/selector");
    }
    if (!wanted(pod).isEmpty() && !wanted(pod).equals(Meta.name(node))) {
      return Optional.of("node(s) didn't match Pod's node affinity/selector");
    }
    for (JsonNode taint : node.at("/spec/taints")) {
      if (!tolerates(pod, taint)) {
        return Optional.of(
            "node(s) had untolerated taint {%s: %s}"
                .formatted(taint.path("key").asText(), taint.path("value").asText()));
      }
    }
    BigDecimal there = bytes(node.at("/status/allocatable/memory").asText());
    return memory(pod).compareTo(there) > 0 ? Optional.of("Insufficient memory") : Optional.empty();
  }

  private static boolean tolerates(ObjectNode pod, JsonNode taint) {
    return pod.at("/spec/tolerations")
        .valueStream()
        .anyMatch(each ->
            List.of("", taint.path("key").asText()).contains(each.path("key").asText())
                && List.of("", taint.path("effect").asText())
                    .contains(each.path("effect").asText()));
  }

  /** The host name that the pod asks for; empty for any. */
  private static String wanted(ObjectNode pod) {
    return pod.at("/spec/nodeSelector/kubernetes.io~1hostname").asText();
  }

  private static BigDecimal memory(ObjectNode pod) {
    return pod.at("/spec/containers")
        .valueStream()
        .map(container -> bytes(container.at("/resources/requests/memory").asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of an amount of memory, in the units that this cluster's objects use. */
  private static BigDecimal bytes(String quantity) {
    Matcher m = MEMORY.matcher(quantity);
    return m.matches()
        ? new BigDecimal(m.group(1))
            .multiply(BigDecimal.valueOf(1L << SHIFT.getOrDefault(m.group(2), 0)))
        : BigDecimal.ZERO;
  }
}
