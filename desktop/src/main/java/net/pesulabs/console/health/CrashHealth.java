package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.pesulabs.console.homelab.cluster.Event;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.Pod.Container;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A container that ends again and again: by itself, for want of memory, or by its liveness probe.
 */
final class CrashHealth {

  /**
   * The kubelet forgives after ten minutes too, when it resets the back-off
   * (https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy).
   */
  private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(10);

  private static final int MANY_RESTARTS = 3;

  private static final String OUT_OF_MEMORY = "OOMKilled";

  private CrashHealth() {}

  static Optional<Diagnosis> diagnose(
      Pod pod, Container container, Warnings warnings, Instant now) {
    if (isBackingOff(container) || wasKilledNow(container) || crashesAgain(pod, container, now)) {
      return Optional.of(looping(pod, container, warnings));
    }
    boolean once = isLately(pod, now) && OUT_OF_MEMORY.equals(container.lastReason());
    return once && container.state().equals("running")
        ? Optional.of(outOfMemory(pod, container, warnings, Severity.WARNING))
        : Optional.empty();
  }

  private static boolean isBackingOff(Container container) {
    return container.state().equals("waiting") && "CrashLoopBackOff".equals(container.reason());
  }

  /** Between two runs: ended by itself, with an error, and about to be restarted. */
  private static boolean wasKilledNow(Container container) {
    return container.state().equals("terminated")
        && container.restarts() > 0
        && container.exitCode() != null
        && container.exitCode() != 0;
  }

  /** Up again after several crashes, the last one not long ago: the next one is likely. */
  private static boolean crashesAgain(Pod pod, Container container, Instant now) {
    return container.state().equals("running")
        && container.restarts() >= MANY_RESTARTS
        && container.lastExitCode() != null
        && container.lastExitCode() != 0
        && isLately(pod, now);
  }

  private static boolean isLately(Pod pod, Instant now) {
    return pod.lastRestart() != null && now.isBefore(pod.lastRestart().plus(FORGIVEN_AFTER));
  }

  private static Diagnosis looping(Pod pod, Container container, Warnings warnings) {
    if (OUT_OF_MEMORY.equals(why(container))) {
      return outOfMemory(pod, container, warnings, Severity.CRITICAL);
    }
    String liveness = container.probes().liveness();
    Event unhealthy =
        warnings.ofContainer(container.name(), "Unhealthy", "Liveness probe").orElse(null);
    if (liveness != null && unhealthy != null) {
      return Diagnosis.of(
          "probe-failing",
          Severity.CRITICAL,
          Msg.podHealthLiveness(container.name(), liveness),
          Msg.adviceLiveness(Kubectl.logs(pod, container.name(), true)),
          evidence(container, "livenessProbe=" + liveness, Evidence.event(unhealthy)),
          unhealthy.first());
    }
    return Diagnosis.of(
        container.init() && !container.sidecar() ? "init-failing" : "crash-loop",
        Severity.CRITICAL,
        words(container),
        Msg.adviceCrashLoop(Kubectl.logs(pod, container.name(), !isEnded(container))),
        evidence(
            container, Evidence.said("message", isEnded(container) ? container.message() : null)),
        since(pod, container, warnings));
  }

  /** The last restart is not when it began, unless it was the first one; events may know. */
  private static @Nullable Instant since(Pod pod, Container container, Warnings warnings) {
    return warnings
        .ofContainer(container.name(), "BackOff", "")
        .map(Event::first)
        .orElse(container.restarts() <= 1 ? pod.lastRestart() : null);
  }

  private static Message words(Container container) {
    Integer exit = exit(container);
    String name = container.name();
    if (container.init() && !container.sidecar()) {
      return exit == null
          ? Msg.podHealthInitFailing(name)
          : Msg.podHealthInitFailingExit(name, exit, ExitCodes.meaning(exit));
    }
    return exit == null
        ? Msg.podHealthCrashLoop(name, container.restarts())
        : Msg.podHealthCrashLoopExit(name, container.restarts(), exit, ExitCodes.meaning(exit));
  }

  /**
   * The kernel's killer. How much was used is not in the API, but it is the limit: that is what it
   * kills at. Without one, the node itself had no memory left.
   */
  private static Diagnosis outOfMemory(
      Pod pod, Container container, Warnings warnings, Severity severity) {
    Long limit = container.memoryLimitBytes();
    return Diagnosis.of(
        "out-of-memory",
        severity,
        limit == null
            ? Msg.podHealthOutOfNodeMemory(container.name(), container.restarts())
            : Msg.podHealthOutOfMemory(
                container.name(), container.restarts(), Quantity.bytes(limit)),
        limit == null ? Msg.adviceOutOfNodeMemory() : Msg.adviceOutOfMemory(),
        evidence(container, limit == null ? "limits.memory: none" : "limits.memory=" + limit),
        since(pod, container, warnings));
  }

  private static List<String> evidence(Container container, @Nullable String... more) {
    var all =
        new java.util.ArrayList<>(
            Evidence.of(
                "container=" + container.name(),
                "restartCount=" + container.restarts(),
                Evidence.said("exitCode", exit(container)),
                Evidence.said("lastReason", why(container))));
    all.addAll(Evidence.of(more));
    return List.copyOf(all);
  }

  private static boolean isEnded(Container container) {
    return container.state().equals("terminated");
  }

  private static @Nullable String why(Container container) {
    return isEnded(container) ? container.reason() : container.lastReason();
  }

  private static @Nullable Integer exit(Container container) {
    return isEnded(container) ? container.exitCode() : container.lastExitCode();
  }
}
