package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Msg;

/** A pod that is to go. */
final class DeletionHealth {

  /** It may stay this long past its grace period. */
  private static final Duration TO_GO = Duration.ofMinutes(5);

  private DeletionHealth() {}

  static Diagnosis diagnose(Pod pod, Instant deleting, Instant now) {
    if (now.isBefore(deleting.plus(TO_GO))) {
      return Diagnosis.fine(Severity.BUSY, Msg.podHealthLeaving());
    }
    String finalizers = String.join(", ", pod.meta().finalizers());
    boolean held = !finalizers.isEmpty();
    return Diagnosis.of(
        "stuck-terminating",
        Severity.WARNING,
        held ? Msg.podHealthHeldBack(finalizers) : Msg.podHealthStuckTerminating(),
        held
            ? Msg.adviceHeldBack(
                finalizers,
                "kubectl "
                    + Kubectl.in(pod)
                    + "patch pod "
                    + pod.name()
                    + " --type=merge -p '{\"metadata\":{\"finalizers\":[]}}'")
            : Msg.adviceStuckTerminating(Kubectl.delete("pod", pod) + " --force --grace-period=0"),
        Evidence.of(
            "deletionTimestamp=" + deleting,
            held ? "finalizers=" + finalizers : null,
            Evidence.said("reason", pod.reason()),
            Evidence.said("node", pod.node())),
        deleting);
  }
}
