package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.cluster.Event;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.Pod.Container;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** A pod that runs, and whether it answers. */
final class ReadinessHealth {

  /** A started pod may take this long until it answers its readiness probe. */
  private static final Duration TO_GET_READY = Duration.ofMinutes(2);

  private ReadinessHealth() {}

  static Diagnosis diagnose(Pod pod, Warnings warnings, Instant now) {
    if (pod.ready()) {
      return Diagnosis.fine(Severity.FINE, Msg.podHealthRunning());
    }
    Instant started = lastStart(pod);
    if (started != null && now.isBefore(started.plus(TO_GET_READY))) {
      return Diagnosis.fine(Severity.BUSY, Msg.podHealthGettingReady());
    }
    return pod.containers().stream()
        .map(container -> unanswered(pod, container, warnings, started))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() ->
            Diagnosis.of(
                "not-ready",
                Severity.WARNING,
                Msg.podHealthNotReady(pod.readyContainers(), pod.totalContainers()),
                Msg.adviceNotReady(Kubectl.describe("pod", pod)),
                Evidence.of(
                    "ready=" + pod.readyContainers() + "/" + pod.totalContainers(),
                    Evidence.said("node", pod.node())),
                started));
  }

  /** The pod starts when its containers do, and anew when the last of them is restarted. */
  private static @Nullable Instant lastStart(Pod pod) {
    return Stream.concat(
            Stream.of(pod.started(), pod.lastRestart()),
            pod.containers().stream()
                .filter(container -> container.state().equals("running"))
                .map(Container::since))
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** A container that runs and is not ready does not pass the probe it has. */
  private static Optional<Diagnosis> unanswered(
      Pod pod, Container container, Warnings warnings, @Nullable Instant started) {
    boolean starting = !container.started() && container.probes().startup() != null;
    String probe = starting ? container.probes().startup() : container.probes().readiness();
    boolean one = !container.init() || container.sidecar();
    if (probe == null || container.ready() || !one || !container.state().equals("running")) {
      return Optional.empty();
    }
    Event how =
        warnings
            .ofContainer(
                container.name(), "Unhealthy", starting ? "Startup probe" : "Readiness probe")
            .orElse(null);
    return Optional.of(
        Diagnosis.of(
            "probe-failing",
            Severity.WARNING,
            starting
                ? Msg.podHealthStartup(container.name(), probe)
                : Msg.podHealthReadiness(container.name(), probe),
            Msg.adviceProbe(Kubectl.logs(pod, container.name(), false)),
            Evidence.of(
                "container=" + container.name(),
                (starting ? "startupProbe=" : "readinessProbe=") + probe,
                "ready=false",
                Evidence.event(how)),
            how == null || how.first() == null ? started : how.first()));
  }
}
