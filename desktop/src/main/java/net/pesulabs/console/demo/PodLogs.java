package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/** The logs of pods: made up from the time, so that the same moment always has the same line. */
final class PodLogs {

  private static final int KEPT = 2000;
  private static final long LOOK_MILLIS = 250;

  private final ObjectStore store;
  private final Clock clock;

  PodLogs(ObjectStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  void answer(Call call, Target target) throws IOException, ApiFailure, InterruptedException {
    ObjectNode pod =
        store
            .get(target.key())
            .orElseThrow(() -> ApiFailure.notFound(target.resource(), target.name()));
    String container = container(call, pod);
    boolean previous = call.flag("previous");
    JsonNode status = status(pod, container);
    JsonNode ran = previous ? status.at("/lastState/terminated") : ran(status);
    if (ran.isMissingNode()) {
      throw ApiFailure.badRequest(
          previous
              ? "previous terminated container \"%s\" in pod \"%s\" not found"
                  .formatted(container, target.name())
              : "container \"%s\" in pod \"%s\" is waiting to start: %s"
                  .formatted(container, target.name(), waits(status)));
    }
    var lines = new LogLines(container, Pods.temper(pod), Json.timeAt(ran, "/startedAt"));
    Instant end = ran.has("finishedAt") ? Json.timeAt(ran, "/finishedAt") : clock.instant();
    List<LogLines.Line> shown = last(call, lines.between(from(call), end, KEPT));
    boolean stamps = call.flag("timestamps");
    try (OutputStream out = call.stream(200, "text/plain")) {
      write(out, shown, stamps);
      if (call.flag("follow") && !ran.has("finishedAt")) {
        follow(out, lines, target, pod, container, end, stamps);
      }
    }
  }

  /** Goes on until the container has ended or the pod is gone, as the kubelet does. */
  private void follow(
      OutputStream out,
      LogLines lines,
      Target target,
      ObjectNode pod,
      String container,
      Instant from,
      boolean stamps)
      throws IOException, InterruptedException {
    Instant told = from;
    JsonNode uid = pod.at("/metadata/uid");
    JsonNode run = ran(status(pod, container)).path("startedAt");
    while (store.get(target.key()).filter(now -> now.at("/metadata/uid").equals(uid)).isPresent()) {
      JsonNode ran = ran(status(store.get(target.key()).orElse(pod), container));
      Instant now = ran.has("finishedAt") ? Json.timeAt(ran, "/finishedAt") : clock.instant();
      write(out, lines.between(told, now, KEPT), stamps);
      told = now;
      if (ran.has("finishedAt") || !ran.path("startedAt").equals(run)) {
        return;
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private static void write(OutputStream out, List<LogLines.Line> lines, boolean stamps)
      throws IOException {
    for (LogLines.Line line : lines) {
      String text = (stamps ? line.stamp() + " " : "") + line.text() + "\n";
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    out.flush();
  }

  private static List<LogLines.Line> last(Call call, List<LogLines.Line> lines) throws ApiFailure {
    String tail = call.query("tailLines");
    long count = tail.isEmpty() ? lines.size() : Math.min(lines.size(), Listing.version(tail));
    return lines.subList((int) (lines.size() - count), lines.size());
  }

  private Instant from(Call call) throws ApiFailure {
    if (!call.query("sinceTime").isEmpty()) {
      try {
        // Strictly after what the client has seen would lose lines of the same moment.
        return Instant.parse(call.query("sinceTime")).minusNanos(1);
      } catch (DateTimeParseException e) {
        throw ApiFailure.badRequest("parsing time \"" + call.query("sinceTime") + "\" as RFC3339");
      }
    }
    String seconds = call.query("sinceSeconds");
    return seconds.isEmpty()
        ? Instant.EPOCH
        : clock.instant().minusSeconds(Listing.version(seconds));
  }

  private static String container(Call call, ObjectNode pod) throws ApiFailure {
    List<String> all =
        pod.at("/spec/containers").valueStream().map(c -> c.path("name").asText()).toList();
    List<String> init =
        pod.at("/spec/initContainers").valueStream().map(c -> c.path("name").asText()).toList();
    String asked = call.query("container");
    String podName = pod.at("/metadata/name").asText();
    if (asked.isEmpty() && all.size() > 1) {
      String names = String.join(" ", all);
      throw ApiFailure.badRequest(
          "a container name must be specified for pod %s, choose one of: [%s]"
              .formatted(podName, names));
    }
    if (!asked.isEmpty() && !all.contains(asked) && !init.contains(asked)) {
      throw ApiFailure.badRequest("container %s is not valid for pod %s".formatted(asked, podName));
    }
    return asked.isEmpty() ? all.getFirst() : asked;
  }

  private static JsonNode status(ObjectNode pod, String container) {
    return Stream.of("containerStatuses", "initContainerStatuses")
        .flatMap(list -> pod.path("status").path(list).valueStream())
        .filter(status -> status.path("name").asText().equals(container))
        .findFirst()
        .orElse(Json.MAPPER.missingNode());
  }

  /** The run whose log there is: the present one, or else the one that ended last. */
  private static JsonNode ran(JsonNode status) {
    return Stream.of("/state/running", "/state/terminated", "/lastState/terminated")
        .map(status::at)
        .filter(run -> !run.isMissingNode())
        .findFirst()
        .orElse(Json.MAPPER.missingNode());
  }

  private static String waits(JsonNode status) {
    String reason = status.at("/state/waiting/reason").asText("ContainerCreating");
    return switch (reason) {
      case "ErrImagePull", "ImagePullBackOff" -> "trying and failing to pull image";
      default -> reason;
    };
  }
}
