package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * A container whose program ends with an error each time: Running, Error, CrashLoopBackOff, and
 * again with one restart more. The longest pause is that of a kubelet with {@code
 * crashLoopBackOff.maxContainerRestartPeriod: 20s}.
 */
enum CrashLoop {
  /** The program gives up by itself. */
  ERROR(1, "Error", Duration.ofSeconds(4)),
  /** The kernel kills it for its memory: 128 and the number of SIGKILL. */
  OUT_OF_MEMORY(137, "OOMKilled", Duration.ofSeconds(12));

  private static final Duration SHOWN = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofSeconds(20);

  // The kubelet words it differently in the status and in the event.
  private static final String STATE = "back-off 20s restarting failed container=%s pod=%s_%s(%s)";
  private static final String EVENT = "Back-off restarting failed container %s in pod %s_%s(%s)";

  private final int exitCode;
  private final String reason;
  private final Duration running;

  CrashLoop(int exitCode, String reason, Duration running) {
    this.exitCode = exitCode;
    this.reason = reason;
    this.running = running;
  }

  /** Takes the pod to its next state once it is time for it. */
  void step(ObjectNode pod, Names names, Happenings happenings, Instant now) {
    ObjectNode container = PodStatus.first(pod);
    JsonNode state = container.path("state");
    if (state.has("running")) {
      if (isOver(Pods.runningSince(pod), running, now)) {
        ObjectNode end = PodStatus.terminated(pod, exitCode, reason, now);
        become(container, Json.object("terminated", end), false);
        PodStatus.ready(pod, false, now);
      }
    } else if (state.has("terminated")) {
      if (isOver(Json.timeAt(state, "/terminated/finishedAt"), SHOWN, now)) {
        container.set("lastState", state);
        become(container, waiting(said(pod, STATE)), false);
        tell(pod, happenings, now);
      }
    } else {
      recover(pod, names, now);
    }
  }

  /** Says that the container is not started for a while. */
  static void tell(ObjectNode pod, Happenings happenings, Instant now) {
    happenings.tell(pod, "Warning", "BackOff", said(pod, EVENT), now);
  }

  /** Starts the container once more where the pause after its last end is over. */
  static void recover(ObjectNode pod, Names names, Instant now) {
    ObjectNode container = PodStatus.first(pod);
    boolean ended = container.path("state").has("terminated");
    JsonNode last = ended ? container.path("state") : container.path("lastState");
    if (isOver(Json.timeAt(last, "/terminated/finishedAt"), PAUSE, now)) {
      container.set("lastState", last);
      container.put("restartCount", container.path("restartCount").asInt() + 1);
      container.put("containerID", names.containerId());
      become(container, Json.object("running", Json.object("startedAt", now)), true);
    }
  }

  private static void become(ObjectNode container, ObjectNode state, boolean started) {
    container.set("state", state);
    container.put("started", started);
  }

  private static ObjectNode waiting(String message) {
    return Json.object()
        .with("waiting", Json.object("reason", "CrashLoopBackOff", "message", message));
  }

  private static String said(ObjectNode pod, String words) {
    return words.formatted(
        pod.at("/spec/containers/0/name").asText(),
        pod.at("/metadata/name").asText(),
        pod.at("/metadata/namespace").asText(),
        pod.at("/metadata/uid").asText());
  }

  private static boolean isOver(Instant since, Duration time, Instant now) {
    return !now.isBefore(since.plus(time));
  }
}
