package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a pod's status as the scheduler and the kubelet do. Each method changes the pod it is
 * given.
 */
final class PodStatus {

  private static final List<String> ORDER =
      List.of(
          "DisruptionTarget",
          "PodReadyToStartContainers",
          "Initialized",
          "Ready",
          "ContainersReady",
          "PodScheduled");

  private PodStatus() {}

  /** A condition of a pod or node; missing where it has none. */
  static JsonNode condition(ObjectNode object, String type) {
    for (JsonNode condition : object.path("status").path("conditions")) {
      if (condition.path("type").asText().equals(type)) {
        return condition;
      }
    }
    return Json.MAPPER.missingNode();
  }

  static void scheduled(ObjectNode pod, String node, Instant now) {
    pod.withObject("/spec").put("nodeName", node);
    set(pod, "PodScheduled", true, null, null, now);
  }

  static void unschedulable(ObjectNode pod, String message, Instant now) {
    set(pod, "PodScheduled", false, "Unschedulable", message, now);
  }

  /** The node has taken the pod and prepares its containers. */
  static void creating(ObjectNode pod, Instant now) {
    String hostIp = Nodes.ip(pod.at("/spec/nodeName").asText());
    ObjectNode status = pod.withObject("/status");
    status.put("hostIP", hostIp).set("hostIPs", Json.array(Json.object("ip", hostIp)));
    status.put("startTime", Json.time(now));
    set(pod, "PodReadyToStartContainers", false, null, null, now);
    set(pod, "Initialized", true, null, null, now);
    ObjectNode waiting = Json.object("waiting", Json.object("reason", "ContainerCreating"));
    containers(pod, waiting, false);
    ready(pod, false, now);
  }

  /** Every container runs, not ready yet. */
  static void running(ObjectNode pod, Names names, Instant now) {
    ObjectNode status = pod.withObject("/status");
    status.put("phase", "Running");
    address(pod, names);
    set(pod, "PodReadyToStartContainers", true, null, null, now);
    containers(pod, Json.object("running", Json.object("startedAt", now)), true);
    ArrayNode begun = (ArrayNode) status.path("containerStatuses");
    begun.forEach(container -> ((ObjectNode) container).put("containerID", names.containerId()));
    initialized(pod, names, now);
    ready(pod, false, now);
  }

  /** The first container cannot be made; the others run. */
  static void configError(ObjectNode pod, String message, Instant now) {
    ObjectNode state = Json.object("reason", "CreateContainerConfigError", "message", message);
    ObjectNode container = first(pod);
    container.set("state", Json.object("waiting", state));
    container.put("started", false).put("imageID", "").remove("containerID");
    pod.withObject("/status").put("phase", "Pending");
    for (JsonNode each : pod.at("/status/containerStatuses")) {
      ((ObjectNode) each).put("ready", each != container); // the others have no probes
    }
    String unready = "containers with unready status: [" + container.path("name").asText() + "]";
    for (String type : List.of("Ready", "ContainersReady")) {
      set(pod, type, false, "ContainersNotReady", unready, now);
    }
  }

  /** The first container runs at last, not ready yet. */
  static void started(ObjectNode pod, Names names, Instant now) {
    JsonNode spec = pod.at("/spec/containers/0");
    ObjectNode running = Json.object("running", Json.object("startedAt", now));
    ObjectNode container = container(spec, running, true).put("containerID", names.containerId());
    ((ArrayNode) pod.at("/status/containerStatuses")).set(0, container);
    pod.withObject("/status").put("phase", "Running");
  }

  /** The kubelet has put the pod out, to save its node. */
  static void evicted(ObjectNode pod, String message, Instant now) {
    failed(pod, 137, now);
    set(pod, "DisruptionTarget", true, "TerminationByKubelet", message, now);
    pod.withObject("/status").put("reason", "Evicted").put("message", message);
  }

  /** Every container has ended with an error, and none will be started again. */
  static void failed(ObjectNode pod, int exitCode, Instant now) {
    for (JsonNode each : pod.at("/status/containerStatuses")) {
      ObjectNode end = terminated(pod, exitCode, "Error", now);
      ((ObjectNode) each).put("started", false).set("state", Json.object("terminated", end));
    }
    ready(pod, false, now);
    for (String type : List.of("Ready", "ContainersReady")) {
      set(pod, type, false, "PodFailed", null, now);
    }
    set(pod, "PodReadyToStartContainers", false, null, null, now);
    pod.withObject("/status").put("phase", "Failed");
  }

  static void address(ObjectNode pod, Names names) {
    if (!pod.at("/status/podIP").isMissingNode()) {
      return;
    }
    boolean host = pod.at("/spec/hostNetwork").asBoolean();
    String ip =
        host ? pod.at("/status/hostIP").asText() : names.podIp(pod.at("/spec/nodeName").asText());
    pod.withObject("/status").put("podIP", ip).set("podIPs", Json.array(Json.object("ip", ip)));
  }

  /** All containers are, or are not, ready; so is the pod. */
  static void ready(ObjectNode pod, boolean ready, Instant now) {
    for (JsonNode container : pod.at("/status/containerStatuses")) {
      ((ObjectNode) container).put("ready", ready);
    }
    String names =
        pod.at("/spec/containers")
            .valueStream()
            .map(container -> container.path("name").asText())
            .collect(Collectors.joining(" "));
    String reason = ready ? null : "ContainersNotReady";
    String message = ready ? null : "containers with unready status: [" + names + "]";
    set(pod, "Ready", ready, reason, message, now);
    set(pod, "ContainersReady", ready, reason, message, now);
  }

  /** The program of a job has done its work. */
  static void succeeded(ObjectNode pod, Instant now) {
    ObjectNode container = first(pod);
    container.set("state", Json.object("terminated", terminated(pod, 0, "Completed", now)));
    container.put("started", false);
    pod.withObject("/status").put("phase", "Succeeded");
    ready(pod, false, now);
    set(pod, "PodReadyToStartContainers", false, null, null, now);
    for (String type : List.of("Initialized", "Ready", "ContainersReady")) {
      boolean is = type.equals("Initialized");
      set(pod, type, is, "PodCompleted", null, now);
    }
  }

  /** How the first container ended, from its running state. */
  static ObjectNode terminated(ObjectNode pod, int exitCode, String reason, Instant now) {
    JsonNode container = pod.at("/status/containerStatuses/0");
    return Json.object()
        .with("exitCode", exitCode)
        .with("reason", reason)
        .with("startedAt", container.at("/state/running/startedAt"))
        .with("finishedAt", now)
        .with("containerID", container.path("containerID"));
  }

  /** The first container's status, to be changed. */
  static ObjectNode first(ObjectNode pod) {
    return (ObjectNode) pod.at("/status/containerStatuses/0");
  }

  private static void containers(ObjectNode pod, ObjectNode state, boolean started) {
    ArrayNode statuses = Json.array();
    for (JsonNode container : pod.at("/spec/containers")) {
      statuses.add(container(container, state, started));
    }
    pod.withObject("/status").set("containerStatuses", statuses);
  }

  /** The init containers, which have done their work by the time the others run. */
  private static void initialized(ObjectNode pod, Names names, Instant now) {
    ArrayNode statuses = Json.array();
    for (JsonNode container : pod.at("/spec/initContainers")) {
      ObjectNode state =
          Json.object()
              .with(
                  "terminated",
                  Json.object()
                      .with("exitCode", 0)
                      .with("reason", "Completed")
                      .with("startedAt", now.minusSeconds(1))
                      .with("finishedAt", now)
                      .with("containerID", names.containerId()));
      statuses.add(container(container, state, false).put("ready", true));
    }
    if (!statuses.isEmpty()) {
      pod.withObject("/status").set("initContainerStatuses", statuses);
    }
  }

  private static ObjectNode container(JsonNode container, ObjectNode state, boolean started) {
    String image = container.path("image").asText();
    String repository = image.replaceAll(":[^:/]*$", "");
    return Json.object()
        .with("name", container.path("name"))
        .with("state", state)
        .with("lastState", Json.object())
        .with("ready", false)
        .with("restartCount", 0)
        .with("image", image)
        // Stable for an image, as a digest is.
        .with(
            "imageID",
            state.has("waiting")
                ? ""
                : repository + "@sha256:" + "%064x".formatted(image.hashCode() & 0xffffffffL))
        .with("started", started);
  }

  /** Sets a condition; its time of transition stays while its status does. */
  static void set(
      ObjectNode pod,
      String type,
      boolean value,
      @Nullable String reason,
      @Nullable String message,
      Instant now) {
    String status = value ? "True" : "False";
    JsonNode old = condition(pod, type);
    Object since =
        old.path("status").asText().equals(status) ? old.path("lastTransitionTime") : now;
    ObjectNode condition =
        Json.object()
            .with("type", type)
            .with("status", status)
            .with("lastProbeTime", NullNode.instance)
            .with("lastTransitionTime", since)
            .with("reason", reason)
            .with("message", message);
    ArrayNode next = Json.array();
    for (String each : ORDER) {
      JsonNode kept = each.equals(type) ? condition : condition(pod, each);
      if (!kept.isMissingNode()) {
        next.add(kept);
      }
    }
    pod.withObject("/status").set("conditions", next);
  }
}
