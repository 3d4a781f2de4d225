package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.Pod.Container;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What a pod's state means. A pod that just started, a rollout under way and a finished job are not
 * problems; they become one only when they take longer than they should.
 */
public final class PodHealth {

  /** A pod may take this long to find a node: the scheduler retries, volumes get bound. */
  private static final Duration TO_SCHEDULE = Duration.ofSeconds(30);

  /** A pod may take this long to start: images of AI programs are large. */
  private static final Duration TO_START = Duration.ofMinutes(5);

  /** A started pod may take this long until it answers its readiness probe. */
  private static final Duration TO_GET_READY = Duration.ofMinutes(2);

  /** A deleted pod may stay this long past its grace period. */
  private static final Duration TO_GO = Duration.ofMinutes(5);

  private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(10);

  private static final int MANY_RESTARTS = 3;

  private static final Set<String> IMAGE_REASONS =
      Set.of("ImagePullBackOff", "ErrImagePull", "InvalidImageName", "ErrImageNeverPull");

  private static final Set<String> CONFIG_REASONS =
      Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError");

  private PodHealth() {}

  /** The health of a pod at {@code now}, with its sentence. */
  public static Health of(Pod pod, Instant now) {
    return diagnose(pod, now).health();
  }

  static Diagnosis diagnose(Pod pod, Instant now) {
    if (pod.deleting() != null) {
      return leaving(pod, pod.deleting(), now);
    }
    if (pod.phase().equals("Succeeded")) {
      return Diagnosis.fine(Severity.FINE, Msg.podHealthDone());
    }
    if (pod.phase().equals("Unknown")) {
      return Diagnosis.fine(Severity.UNKNOWN, Msg.podHealthUnknown());
    }
    if (pod.phase().equals("Failed")) {
      return failed(pod);
    }
    return pod.containers().stream()
        .map(container -> stuck(pod, container, now))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> pod.phase().equals("Running") ? running(pod, now) : pending(pod, now));
  }

  private static Diagnosis leaving(Pod pod, Instant deleting, Instant now) {
    if (now.isBefore(deleting.plus(TO_GO))) {
      return Diagnosis.fine(Severity.BUSY, Msg.podHealthLeaving());
    }
    return Diagnosis.of(
        "stuck-terminating",
        Severity.WARNING,
        Msg.podHealthStuckTerminating(Quantity.duration(Duration.between(deleting, now))),
        Msg.adviceStuckTerminating(),
        evidence("deletionTimestamp=" + deleting, node(pod)),
        deleting);
  }

  private static Diagnosis failed(Pod pod) {
    boolean evicted = "Evicted".equals(pod.reason());
    return Diagnosis.of(
        evicted ? "evicted" : "failed",
        Severity.WARNING,
        evicted ? Msg.podHealthEvicted() : Msg.podHealthFailed(pod.status()),
        evicted ? Msg.adviceEvicted() : Msg.adviceFailed(),
        evidence("phase=Failed", said("reason", pod.reason()), said("message", pod.message())),
        null);
  }

  /** A container that cannot run, whatever the pod's phase says. */
  private static Optional<Diagnosis> stuck(Pod pod, Container container, Instant now) {
    String reason = container.reason();
    boolean waiting = container.state().equals("waiting");
    if ((waiting && "CrashLoopBackOff".equals(reason))
        || wasKilledNow(container)
        || runsAgain(pod, container, now)) {
      return Optional.of(crashing(pod, container));
    }
    if (waiting && reason != null && IMAGE_REASONS.contains(reason)) {
      return Optional.of(
          Diagnosis.of(
              "image-pull",
              Severity.CRITICAL,
              Msg.podHealthImagePull(container.image()),
              Msg.adviceImagePull(),
              of(container),
              pod.created()));
    }
    if (waiting && reason != null && CONFIG_REASONS.contains(reason)) {
      return Optional.of(
          Diagnosis.of(
              "container-config",
              Severity.CRITICAL,
              Msg.podHealthContainerConfig(container.name()),
              Msg.adviceContainerConfig(),
              of(container),
              pod.created()));
    }
    return Optional.empty();
  }

  /**
   * Between two runs of a crash loop: ended by itself, with an error, and about to be restarted.
   */
  private static boolean wasKilledNow(Container container) {
    return container.state().equals("terminated")
        && container.restarts() > 0
        && container.exitCode() != null
        && container.exitCode() != 0;
  }

  /**
   * Up again after several crashes, the last one not long ago: the next one is likely. The kubelet
   * forgives after ten minutes too, when it resets the back-off
   * (https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy).
   */
  private static boolean runsAgain(Pod pod, Container container, Instant now) {
    return container.state().equals("running")
        && container.restarts() >= MANY_RESTARTS
        && container.lastExitCode() != null
        && container.lastExitCode() != 0
        && pod.lastRestart() != null
        && now.isBefore(pod.lastRestart().plus(FORGIVEN_AFTER));
  }

  private static Diagnosis crashing(Pod pod, Container container) {
    boolean ended = container.state().equals("terminated");
    String why = ended ? container.reason() : container.lastReason();
    boolean memory = "OOMKilled".equals(why);
    Integer exit = ended ? container.exitCode() : container.lastExitCode();
    return Diagnosis.of(
        memory ? "out-of-memory" : "crash-loop",
        Severity.CRITICAL,
        memory
            ? Msg.podHealthOutOfMemory(container.name(), container.restarts())
            : Msg.podHealthCrashLoop(container.name(), container.restarts()),
        memory ? Msg.adviceOutOfMemory() : Msg.adviceCrashLoop(),
        evidence(
            "container=" + container.name(),
            "restartCount=" + container.restarts(),
            said("exitCode", exit),
            said("lastReason", why)),
        pod.lastRestart());
  }

  private static Diagnosis running(Pod pod, Instant now) {
    if (pod.ready()) {
      return Diagnosis.fine(Severity.FINE, Msg.podHealthRunning());
    }
    Instant started = pod.lastRestart() != null ? pod.lastRestart() : pod.started();
    if (started != null && now.isBefore(started.plus(TO_GET_READY))) {
      return Diagnosis.fine(Severity.BUSY, Msg.podHealthGettingReady());
    }
    return Diagnosis.of(
        "not-ready",
        Severity.WARNING,
        Msg.podHealthNotReady(pod.readyContainers(), pod.totalContainers()),
        Msg.adviceNotReady(),
        evidence("ready=" + pod.readyContainers() + "/" + pod.totalContainers(), node(pod)),
        started);
  }

  private static Diagnosis pending(Pod pod, Instant now) {
    Instant created = pod.created();
    if (pod.unscheduledBecause() != null) {
      if (created != null && now.isBefore(created.plus(TO_SCHEDULE))) {
        return Diagnosis.fine(Severity.BUSY, Msg.podHealthLookingForNode());
      }
      return Diagnosis.of(
          "unschedulable",
          Severity.CRITICAL,
          Msg.podHealthUnschedulable(),
          Msg.adviceUnschedulable(),
          evidence("PodScheduled=False", pod.unscheduledBecause()),
          created);
    }
    if (created != null && now.isBefore(created.plus(TO_START))) {
      return Diagnosis.fine(Severity.BUSY, Msg.podHealthStarting());
    }
    return Diagnosis.of(
        "slow-start",
        Severity.WARNING,
        Msg.podHealthSlowStart(),
        Msg.adviceSlowStart(),
        evidence("phase=Pending", "status=" + pod.status(), node(pod)),
        created);
  }

  private static List<String> of(Container container) {
    return evidence(
        "container=" + container.name(),
        "image=" + container.image(),
        said("reason", container.reason()),
        said("message", container.message()));
  }

  private static @Nullable String node(Pod pod) {
    return said("node", pod.node());
  }

  private static @Nullable String said(String field, @Nullable Object value) {
    return value == null ? null : field + "=" + value;
  }

  private static List<String> evidence(@Nullable String... facts) {
    var known = new ArrayList<String>();
    for (String fact : facts) {
      if (fact != null) {
        known.add(fact);
      }
    }
    return List.copyOf(known);
  }
}
