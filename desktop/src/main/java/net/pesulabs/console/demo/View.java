package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** The forms in which the API hands out objects, chosen by the Accept header. */
enum View {
  PLAIN,
  METADATA,
  TABLE;

  /** The first form that is named and served; what is not asked for comes plain. */
  static View of(String accept) {
    for (String choice : accept.split(",", -1)) {
      if (choice.contains("as=Table")) {
        return TABLE;
      }
      if (choice.contains("as=PartialObjectMetadata")) {
        return METADATA;
      }
      if (choice.contains("json") || choice.contains("*/*")) {
        return PLAIN;
      }
    }
    return PLAIN;
  }

  /** A list; its entries have no kind of their own, as from the real server. */
  ObjectNode list(Resource resource, ObjectNode metadata, List<ObjectNode> items, Instant now) {
    return switch (this) {
      case PLAIN ->
          Json.object()
              .with("kind", resource.kind() + "List")
              .with("apiVersion", resource.apiVersion())
              .with("metadata", metadata)
              .with("items", Json.arrayOf(items));
      case METADATA ->
          Json.object()
              .with("kind", "PartialObjectMetadataList")
              .with("apiVersion", "meta.k8s.io/v1")
              .with("metadata", metadata)
              .with("items", Json.arrayOf(items.stream().map(View::metadataOf).toList()));
      case TABLE -> table(resource, metadata, items, now, Tables.columns(resource));
    };
  }

  /**
   * One object.
   *
   * @param first whether it is the first of its stream: only that one names the columns of a table
   */
  ObjectNode one(Resource resource, ObjectNode object, Instant now, boolean first) {
    return switch (this) {
      case PLAIN -> named(resource, object);
      case METADATA -> metadataOf(object);
      case TABLE -> {
        JsonNode columns =
            first ? Tables.columns(resource) : Json.MAPPER.getNodeFactory().nullNode();
        ObjectNode metadata =
            Json.object("resourceVersion", object.at("/metadata/resourceVersion"));
        yield table(resource, metadata, List.of(object), now, columns);
      }
    };
  }

  /** One entry of a list as bytes: an object, or a row of a table. */
  byte[] entry(Resource resource, Stored object, Instant now) {
    return switch (this) {
      case PLAIN ->
          object instanceof CrowdPod pod ? CrowdTemplates.item(pod) : Json.bytes(object.tree());
      case METADATA ->
          object instanceof CrowdPod pod
              ? CrowdTemplates.metadata(pod)
              : Json.bytes(metadataOf(object.tree()));
      case TABLE ->
          object instanceof CrowdPod pod
              ? CrowdTemplates.row(pod, now)
              : Json.bytes(row(resource, object.tree(), now));
    };
  }

  /** An object with its kind and version in front. */
  static ObjectNode named(Resource resource, ObjectNode object) {
    return Json.object("kind", resource.kind(), "apiVersion", resource.apiVersion()).setAll(object);
  }

  private static ObjectNode metadataOf(ObjectNode object) {
    return Json.object()
        .with("kind", "PartialObjectMetadata")
        .with("apiVersion", "meta.k8s.io/v1")
        .with("metadata", object.path("metadata"));
  }

  private static ObjectNode table(
      Resource resource,
      ObjectNode metadata,
      List<ObjectNode> objects,
      Instant now,
      JsonNode columns) {
    ArrayNode rows = Json.array();
    for (ObjectNode object : objects) {
      rows.add(row(resource, object, now));
    }
    return Json.object()
        .with("kind", "Table")
        .with("apiVersion", "meta.k8s.io/v1")
        .with("metadata", metadata)
        .with("columnDefinitions", columns)
        .with("rows", rows);
  }

  private static ObjectNode row(Resource resource, ObjectNode object, Instant now) {
    return Json.object()
        .with("cells", Tables.cells(resource, object, now))
        .with("object", metadataOf(object));
  }
}
