package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** The conditions and taints of a node. Each method that takes a node to be changed says so. */
final class NodeConditions {

  static final List<String> PRESSURES = List.of("MemoryPressure", "DiskPressure", "PIDPressure");

  private NodeConditions() {}

  /** Those of a healthy node. */
  static ArrayNode good(Instant since, Instant now) {
    ArrayNode conditions = Json.array();
    for (String type : PRESSURES) {
      conditions.add(condition(type, "False", reason(type), message(type), since, now));
    }
    return conditions.add(
        condition("Ready", "True", reason("Ready"), message("Ready"), since, now));
  }

  /** Changes a condition of the node, and the time of transition where its status changes. */
  static void set(
      ObjectNode node, String type, String status, String reason, String message, Instant now) {
    ObjectNode old = (ObjectNode) PodStatus.condition(node, type);
    if (!old.path("status").asText().equals(status)) {
      old.put("lastTransitionTime", Json.time(now));
    }
    old.put("status", status).put("reason", reason).put("message", message);
  }

  /** Changes a condition of the node to what it is while all is well. */
  static void restore(ObjectNode node, String type, Instant now) {
    set(node, type, type.equals("Ready") ? "True" : "False", reason(type), message(type), now);
  }

  static boolean is(ObjectNode node, String type, String status) {
    return PodStatus.condition(node, type).path("status").asText().equals(status);
  }

  /** Adds a taint to the node. */
  static void taint(ObjectNode node, String key, String effect, Instant now) {
    untaint(node, key, effect);
    node.withObject("/spec")
        .withArray("taints")
        .add(Json.object().with("key", key).with("effect", effect).with("timeAdded", now));
  }

  /** Takes a taint from the node, if it has it. */
  static void untaint(ObjectNode node, String key, String effect) {
    ArrayNode rest = Json.array();
    for (JsonNode taint : node.at("/spec/taints")) {
      if (!taint.path("key").asText().equals(key)
          || !taint.path("effect").asText().equals(effect)) {
        rest.add(taint);
      }
    }
    ObjectNode spec = node.withObject("/spec");
    if (rest.isEmpty()) {
      spec.remove("taints");
    } else {
      spec.set("taints", rest);
    }
  }

  private static String reason(String type) {
    return switch (type) {
      case "MemoryPressure" -> "KubeletHasSufficientMemory";
      case "DiskPressure" -> "KubeletHasNoDiskPressure";
      case "PIDPressure" -> "KubeletHasSufficientPID";
      default -> "KubeletReady";
    };
  }

  private static String message(String type) {
    return switch (type) {
      case "MemoryPressure" -> "kubelet has sufficient memory available";
      case "DiskPressure" -> "kubelet has no disk pressure";
      case "PIDPressure" -> "kubelet has sufficient PID available";
      default -> "kubelet is posting ready status";
    };
  }

  private static ObjectNode condition(
      String type, String status, String reason, String message, Instant since, Instant now) {
    return Json.object()
        .with("type", type)
        .with("status", status)
        .with("lastHeartbeatTime", now)
        .with("lastTransitionTime", since)
        .with("reason", reason)
        .with("message", message);
  }
}
