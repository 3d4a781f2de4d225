package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who set which field, as the API server writes it for server-side apply: see
 * https://kubernetes.io/docs/reference/using-api/server-side-apply/.
 */
final class ManagedFields {

  private static final List<String> NOT_OWNED =
      List.of(
          "name",
          "namespace",
          "uid",
          "resourceVersion",
          "generation",
          "creationTimestamp",
          "managedFields",
          "deletionTimestamp",
          "deletionGracePeriodSeconds");
  private static final List<String> KEYS =
      List.of("uid", "type", "containerPort", "port", "mountPath", "name", "ip");

  private ManagedFields() {}

  /** An entry owning every field of {@code content}. */
  static ObjectNode entry(
      String manager, String operation, String apiVersion, Instant at, JsonNode content) {
    ObjectNode owned = fields(content);
    owned.remove(List.of("f:kind", "f:apiVersion"));
    if (owned.get("f:metadata") instanceof ObjectNode metadata) {
      NOT_OWNED.forEach(name -> metadata.remove("f:" + name));
      if (metadata.isEmpty()) {
        owned.remove("f:metadata");
      }
    }
    return Json.object()
        .with("manager", manager)
        .with("operation", operation)
        .with("apiVersion", apiVersion)
        .with("time", at)
        .with("fieldsType", "FieldsV1")
        .with("fieldsV1", owned);
  }

  /** Adds an entry, in place of an earlier one of the same manager and operation. */
  static void add(ObjectNode object, ObjectNode entry) {
    ArrayNode all = object.withObject("/metadata").withArray("managedFields");
    for (int i = 0; i < all.size(); i++) {
      JsonNode old = all.get(i);
      if (old.path("manager").equals(entry.path("manager"))
          && old.path("operation").equals(entry.path("operation"))
          && !old.has("subresource")) {
        all.set(i, entry);
        return;
      }
    }
    all.add(entry);
  }

  /** The two entries of an object made by K3s: what it is, and its status. */
  static void addUsual(ObjectNode object, Resource resource, Instant at) {
    String version = resource.apiVersion();
    ObjectNode shape = object.deepCopy();
    shape.remove("status");
    ArrayNode all = Json.array(entry("k3s", "Update", version, at, shape));
    if (object.has("status")) {
      ObjectNode status =
          entry("k3s", "Update", version, at, Json.object("status", object.path("status")));
      all.add(status.put("subresource", "status"));
    }
    object.withObject("/metadata").set("managedFields", all);
  }

  private static ObjectNode fields(JsonNode content) {
    ObjectNode owned = Json.object();
    content
        .properties()
        .forEach(property -> owned.set("f:" + property.getKey(), value(property.getValue())));
    return owned;
  }

  private static ObjectNode value(JsonNode value) {
    if (value.isObject() && !value.isEmpty()) {
      return fields(value).deepCopy().setAll(Json.object(".", Json.object()));
    }
    if (value.isArray() && !value.isEmpty() && key(value.get(0)).isPresent()) {
      ObjectNode owned = Json.object(".", Json.object());
      for (JsonNode element : value) {
        key(element)
            .ifPresent(name -> {
              String identity = Json.object(name, element.get(name)).toString();
              owned.set("k:" + identity, value(element));
            });
      }
      return owned;
    }
    return Json.object();
  }

  private static Optional<String> key(JsonNode element) {
    return element.isObject() ? KEYS.stream().filter(element::has).findFirst() : Optional.empty();
  }
}
