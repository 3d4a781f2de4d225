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
final class CrashLoop {

  private static final Duration RUNNING = Duration.ofSeconds(4);
  private static final Duration ERROR = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofSeconds(20);

  private CrashLoop() {}

  /** Takes the pod to its next state once it is time for it. */
  static void step(ObjectNode pod, Names names, Happenings happenings, Instant now) {
    ObjectNode container = PodStatus.first(pod);
    JsonNode state = container.path("state");
    if (state.has("running")) {
      if (isOver(Pods.runningSince(pod), RUNNING, now)) {
        ObjectNode end = PodStatus.terminated(pod, 1, "Error", now);
        become(container, Json.object("terminated", end), false);
        PodStatus.ready(pod, false, now);
      }
    } else if (state.has("terminated")) {
      if (isOver(Json.timeAt(state, "/terminated/finishedAt"), ERROR, now)) {
        String message = message(pod);
        container.set("lastState", state);
        become(container, waiting(message), false);
        happenings.tell(pod, "Warning", "BackOff", message.replaceFirst("20s ", ""), now);
      }
    } else if (isOver(Json.timeAt(container, "/lastState/terminated/finishedAt"), PAUSE, now)) {
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

  private static String message(ObjectNode pod) {
    return "back-off 20s restarting failed container=%s pod=%s_%s(%s)"
        .formatted(
            pod.at("/spec/containers/0/name").asText(),
            pod.at("/metadata/name").asText(),
            pod.at("/metadata/namespace").asText(),
            pod.at("/metadata/uid").asText());
  }

  private static boolean isOver(Instant since, Duration time, Instant now) {
    return !now.isBefore(since.plus(time));
  }
}
