package net.pesulabs.console.source.kubernetes;

import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The READY, STATUS and RESTARTS columns of {@code kubectl get pods}, which the server works out:
 * the rules are those of <a
 * href="https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/printers/internalversion/printers.go">
 * printPod</a>.
 *
 * @param lastRestart when the last of the counted restarts was; null without one
 */
record PodStatus(String status, int ready, int total, int restarts, @Nullable Instant lastRestart) {

  static PodStatus of(PodFacts pod) {
    return new Counter(pod).count();
  }

  private static final class Counter {
    private final PodFacts pod;
    private String status;
    private int ready;
    private int restarts;
    private @Nullable Instant lastRestart;

    Counter(PodFacts pod) {
      this.pod = pod;
      this.status = pod.reason == null ? pod.phase : pod.reason;
    }

    PodStatus count() {
      if (pod.scheduled.reason().equals("SchedulingGated")) {
        status = "SchedulingGated";
      }
      var sidecars =
          pod.initContainers.stream()
              .filter(container -> container.sidecar)
              .map(container -> container.name)
              .collect(Collectors.toSet());
      boolean initializing = false;
      int sidecarRestarts = 0;
      Instant lastSidecarRestart = null;
      for (int i = 0; i < pod.initStatuses.size() && !initializing; i++) {
        ContainerFacts container = pod.initStatuses.get(i);
        boolean sidecar = sidecars.contains(container.name);
        countRestarts(container);
        if (sidecar) {
          sidecarRestarts += container.restarts;
          lastSidecarRestart = later(lastSidecarRestart, container.last.finished());
        }
        boolean done = container.state.terminated() && container.state.exitCode() == 0;
        if (!done && sidecar && container.started) {
          ready += container.ready ? 1 : 0;
        } else if (!done) {
          status = "Init:" + initialStep(container.state, i);
          initializing = true;
        }
      }
      if (!initializing || pod.initialized.isTrue()) {
        // From here on, only the restarts of what still runs count.
        restarts = sidecarRestarts;
        lastRestart = lastSidecarRestart;
        mainContainers();
      }
      boolean terminal = pod.phase.equals("Succeeded") || pod.phase.equals("Failed");
      if (pod.metadata.deleting != null && "NodeLost".equals(pod.reason)) {
        status = "Unknown";
      } else if (pod.metadata.deleting != null && !terminal) {
        status = "Terminating";
      }
      return new PodStatus(
          status.intern(), ready, pod.containers.size() + sidecars.size(), restarts, lastRestart);
    }

    private String initialStep(ContainerFacts.State state, int index) {
      if (state.terminated()) {
        return end(state);
      }
      boolean says = !state.reason().isEmpty() && !state.reason().equals("PodInitializing");
      return state.waiting() && says ? state.reason() : index + "/" + pod.initContainers.size();
    }

    private void mainContainers() {
      boolean running = false;
      String error = "";
      for (ContainerFacts container : pod.statuses.reversed()) {
        countRestarts(container);
        ContainerFacts.State state = container.state;
        if (state.waiting() && !state.reason().isEmpty()) {
          status = state.reason();
        } else if (state.terminated()) {
          status = end(state);
          if (state.exitCode() != 0) {
            error = status;
          }
        } else if (container.ready && state.running()) {
          running = true;
          ready++;
        }
      }
      // One container has ended well, but the pod has not.
      if (status.equals("Completed")) {
        if (running && pod.ready.isTrue()) {
          status = "Running";
        } else if (!error.isEmpty()) {
          status = error;
        } else if (running) {
          status = "NotReady";
        }
      }
    }

    private static String end(ContainerFacts.State state) {
      if (!state.reason().isEmpty()) {
        return state.reason();
      }
      return state.signal() != 0 ? "Signal:" + state.signal() : "ExitCode:" + state.exitCode();
    }

    private void countRestarts(ContainerFacts container) {
      restarts += container.restarts;
      lastRestart = later(lastRestart, container.last.finished());
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
      if (a == null || b == null) {
        return a == null ? b : a;
      }
      return a.isBefore(b) ? b : a;
    }
  }
}
