package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** The metadata that every object begins with, and short ways to it. */
final class Meta {

  private Meta() {}

  /**
   * Of a new object.
   *
   * @param namespace empty for a cluster-wide one
   */
  static Obj of(Names names, String namespace, String name, Instant created) {
    return Json.object()
        .with("name", name)
        .with("namespace", namespace.isEmpty() ? null : namespace)
        .with("uid", names.uid())
        .with("creationTimestamp", created);
  }

  static String name(JsonNode object) {
    return object.path("metadata").path("name").asText();
  }

  static String namespace(JsonNode object) {
    return object.path("metadata").path("namespace").asText();
  }

  static String uid(JsonNode object) {
    return object.path("metadata").path("uid").asText();
  }

  /** Whether an object is made for a workload: its name, a dash and something more. */
  static boolean isOf(ObjectNode object, String namespace, String workload) {
    return namespace(object).equals(namespace) && name(object).startsWith(workload + "-");
  }
}
