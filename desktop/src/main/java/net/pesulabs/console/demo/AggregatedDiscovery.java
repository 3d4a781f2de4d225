package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * All groups and their kinds in one document, for clients that ask for it: see
 * https://kubernetes.io/docs/concepts/overview/kubernetes-api/#aggregated-discovery.
 */
final class AggregatedDiscovery {

  /** The media type of the answer; clients look at it to tell whether they were understood. */
  static final String TYPE = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

  private AggregatedDiscovery() {}

  /** The document, where the path has one and the client wants it so. */
  static Optional<ObjectNode> at(String path, String accept) {
    boolean wanted =
        accept.contains("g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList")
            || accept.replace(" ", "").contains("as=APIGroupDiscoveryList;v=v2;g=apidiscovery");
    if (!wanted) {
      return Optional.empty();
    }
    return switch (path) {
      case "/api" -> Optional.of(list(Map.of("", "v1")));
      case "/apis" -> Optional.of(list(Discovery.groups()));
      default -> Optional.empty();
    };
  }

  private static ObjectNode list(Map<String, String> groups) {
    ArrayNode items = Json.array();
    groups.forEach((group, version) -> items.add(group(group, version)));
    return Json.object()
        .with("kind", "APIGroupDiscoveryList")
        .with("apiVersion", "apidiscovery.k8s.io/v2")
        .with("metadata", Json.object())
        .with("items", items);
  }

  private static ObjectNode group(String group, String version) {
    String path = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
    JsonNode entries = Discovery.at(path).orElseThrow().path("resources");
    ArrayNode resources = Json.array();
    for (JsonNode entry : entries) {
      String name = entry.path("name").asText();
      if (!name.contains("/")) {
        resources.add(resource(entry, group, version, entries));
      }
    }
    return Json.object()
        .with("metadata", group.isEmpty() ? Json.object() : Json.object("name", group))
        .with(
            "versions",
            Json.array(
                Json.object()
                    .with("version", version)
                    .with("resources", resources)
                    .with("freshness", "Current")));
  }

  private static ObjectNode resource(
      JsonNode entry, String group, String version, JsonNode entries) {
    String prefix = entry.path("name").asText() + "/";
    ArrayNode subresources = Json.array();
    for (JsonNode other : entries) {
      String name = other.path("name").asText();
      if (name.startsWith(prefix)) {
        subresources.add(
            Json.object()
                .with("subresource", name.substring(prefix.length()))
                .with("responseKind", kind(other, group, version))
                .with("verbs", other.path("verbs")));
      }
    }
    return Json.object()
        .with("resource", entry.path("name"))
        .with("responseKind", kind(entry, group, version))
        .with("scope", entry.path("namespaced").asBoolean() ? "Namespaced" : "Cluster")
        .with("singularResource", entry.path("singularName"))
        .with("verbs", entry.path("verbs"))
        .with("shortNames", entry.get("shortNames"))
        .with("categories", entry.get("categories"))
        .with("subresources", subresources.isEmpty() ? null : subresources);
  }

  private static ObjectNode kind(JsonNode entry, String group, String version) {
    return Json.object()
        .with("group", entry.path("group").asText(group))
        .with("version", entry.path("version").asText(version))
        .with("kind", entry.path("kind"));
  }
}
