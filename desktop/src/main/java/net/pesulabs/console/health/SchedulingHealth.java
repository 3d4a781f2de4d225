package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** A pod without a node. */
final class SchedulingHealth {

  /** The scheduler retries, volumes get bound. */
  private static final Duration TO_SCHEDULE = Duration.ofSeconds(30);

  /** Somebody holds it back on purpose, and may take a while. */
  private static final Duration TO_BE_LET_GO = Duration.ofMinutes(5);

  private record Words(String cause, Message text, Message advice) {}

  private SchedulingHealth() {}

  static Diagnosis diagnose(Pod pod, String because, Instant now) {
    boolean gated = pod.status().equals("SchedulingGated");
    Instant created = pod.created();
    if (created != null && now.isBefore(created.plus(gated ? TO_BE_LET_GO : TO_SCHEDULE))) {
      return Diagnosis.fine(Severity.BUSY, Msg.podHealthLookingForNode());
    }
    Words words = gated ? gated(pod) : words(pod, because);
    return Diagnosis.of(
        words.cause,
        gated ? Severity.WARNING : Severity.CRITICAL,
        words.text,
        words.advice,
        Evidence.of("PodScheduled=False", because),
        created);
  }

  private static Words gated(Pod pod) {
    return new Words(
        "scheduling-gated",
        Msg.podHealthGated(),
        Msg.adviceGated(Kubectl.get("pod", pod, " -o jsonpath={.spec.schedulingGates}")));
  }

  private static Words words(Pod pod, String because) {
    var reason = SchedulerWords.parse(because).first().orElse(null);
    if (reason == null) {
      return new Words(
          "unschedulable",
          Msg.podHealthUnschedulable(),
          Msg.adviceUnschedulable(Kubectl.describe("pod", pod)));
    }
    String detail = reason.detail();
    return switch (reason.obstacle()) {
      case NODE_DOWN ->
          new Words("unschedulable-taint", Msg.unschedulableNodeDown(), Msg.adviceNodeSilent());
      case NODE_SHORT ->
          new Words("unschedulable-taint", Msg.unschedulableNodeShort(), Msg.adviceNodePressure());
      case VOLUME ->
          new Words(
              "unschedulable-volume",
              detail.isEmpty() ? Msg.unschedulableVolume() : Msg.unschedulableClaim(detail),
              Msg.adviceUnschedulableVolume("kubectl " + Kubectl.in(pod) + "get pvc"));
      case RESOURCES ->
          new Words(
              "unschedulable-resources",
              Msg.unschedulableResources(resource(detail)),
              Msg.adviceUnschedulableResources("kubectl describe nodes"));
      case PORTS ->
          new Words(
              "unschedulable-ports", Msg.unschedulablePorts(), Msg.adviceUnschedulablePorts());
      case CORDON ->
          new Words(
              "unschedulable-taint",
              Msg.unschedulableCordon(),
              Msg.adviceUnschedulableCordon("kubectl get nodes"));
      case TAINT ->
          new Words(
              "unschedulable-taint",
              detail.isEmpty() ? Msg.unschedulableTaint() : Msg.unschedulableTaintNamed(detail),
              Msg.adviceUnschedulableTaint(Kubectl.describe("pod", pod)));
      case AFFINITY ->
          new Words(
              "unschedulable-affinity",
              Msg.unschedulableAffinity(),
              Msg.adviceUnschedulableAffinity("kubectl get nodes --show-labels"));
    };
  }

  private static Localized resource(String name) {
    return switch (name) {
      case "memory" -> Msg.resourceMemory();
      case "cpu" -> Msg.resourceCpu();
      case "ephemeral-storage" -> Msg.resourceDisk();
      case "pods" -> Msg.resourcePods();
      default -> Localized.verbatim(name);
    };
  }
}
