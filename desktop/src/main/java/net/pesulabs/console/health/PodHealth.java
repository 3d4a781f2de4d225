package net.pesulabs.console.health;

import java.time.Instant;
import java.util.Optional;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Msg;

/**
 * What a pod's state means. A pod that just started, a rollout under way and a finished job are not
 * problems; they become one only when they take longer than they should.
 */
public final class PodHealth {

  private PodHealth() {}

  /**
   * The health of a pod at {@code now}, with its sentence. A finding may say more precisely what is
   * wrong, but never that something is where this says it is not.
   */
  public static Health of(Pod pod, Instant now) {
    return diagnose(pod, now).health();
  }

  static Diagnosis diagnose(Pod pod, Instant now) {
    return diagnose(pod, Warnings.NONE, now);
  }

  static Diagnosis diagnose(Pod pod, Warnings warnings, Instant now) {
    if (pod.deleting() != null) {
      return DeletionHealth.diagnose(pod, pod.deleting(), now);
    }
    return switch (pod.phase()) {
      case "Succeeded" -> Diagnosis.fine(Severity.FINE, Msg.podHealthDone());
      case "Unknown" -> Diagnosis.fine(Severity.UNKNOWN, Msg.podHealthUnknown());
      case "Failed" -> FailureHealth.diagnose(pod);
      default ->
          pod.containers().stream()
              .map(container -> stuck(pod, container, warnings, now))
              .flatMap(Optional::stream)
              .findFirst()
              .orElseGet(() -> onItsWay(pod, warnings, now));
    };
  }

  /** A container that cannot run, whatever the pod's phase says. */
  private static Optional<Diagnosis> stuck(
      Pod pod, Pod.Container container, Warnings warnings, Instant now) {
    return CrashHealth.diagnose(pod, container, warnings, now)
        .or(() -> ImageHealth.diagnose(pod, container, warnings))
        .or(() -> ConfigHealth.diagnose(pod, container));
  }

  private static Diagnosis onItsWay(Pod pod, Warnings warnings, Instant now) {
    if (pod.phase().equals("Running")) {
      return ReadinessHealth.diagnose(pod, warnings, now);
    }
    return pod.unscheduledBecause() != null
        ? SchedulingHealth.diagnose(pod, pod.unscheduledBecause(), now)
        : StartHealth.diagnose(pod, warnings, now);
  }
}
