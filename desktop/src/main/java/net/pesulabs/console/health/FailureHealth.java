package net.pesulabs.console.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import net.pesulabs.console.homelab.cluster.Meta;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** A pod that has ended and will not be started again. */
final class FailureHealth {

  private static final Set<String> MAKERS = Set.of("Job", "ReplicaSet", "StatefulSet", "DaemonSet");

  private FailureHealth() {}

  static Diagnosis diagnose(Pod pod) {
    boolean evicted = "Evicted".equals(pod.reason());
    return Diagnosis.of(
        evicted ? "evicted" : "failed",
        severity(pod, evicted),
        evicted ? evicted(pod.message()) : Msg.podHealthFailed(pod.status()),
        evicted
            ? Msg.adviceEvicted(Kubectl.delete("pod", pod))
            : Msg.adviceFailed("kubectl " + Kubectl.in(pod) + "logs " + pod.name()),
        Evidence.of(
            "phase=Failed",
            Evidence.said("reason", pod.reason()),
            Evidence.said("message", pod.message()),
            exits(pod)),
        ended(pod));
  }

  /** What is replaced or tried again is for its maker to answer for, which is judged itself. */
  private static Severity severity(Pod pod, boolean evicted) {
    Meta.Owner owner = pod.meta().owner();
    boolean replaced = owner != null && MAKERS.contains(owner.kind());
    return replaced && !evicted ? Severity.NOTICE : Severity.WARNING;
  }

  /** The kubelet's words: "The node was low on resource: memory. Threshold quantity: …". */
  private static Message evicted(@Nullable String message) {
    String words = message == null ? "" : message;
    if (words.contains("ephemeral") || words.contains("disk") || words.contains("imagefs")) {
      return Msg.podHealthEvictedDisk();
    }
    if (words.contains("memory")) {
      return Msg.podHealthEvictedMemory();
    }
    return words.contains("pids") ? Msg.podHealthEvictedProcesses() : Msg.podHealthEvicted();
  }

  private static @Nullable String exits(Pod pod) {
    return pod.containers().stream()
        .map(Pod.Container::exitCode)
        .filter(Objects::nonNull)
        .filter(code -> code != 0)
        .findFirst()
        .map(code -> "exitCode=" + code)
        .orElse(null);
  }

  private static @Nullable Instant ended(Pod pod) {
    return pod.containers().stream()
        .filter(container -> container.state().equals("terminated"))
        .map(Pod.Container::since)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
