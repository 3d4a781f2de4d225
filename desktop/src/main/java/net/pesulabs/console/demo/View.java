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
  TABLE,
  /** A table whose rows have the whole objects with them, as kubectl wants them for sorting. */
  WHOLE_TABLE,
  /** A table whose rows have nothing but their cells. */
  BARE_TABLE;

  /** What a request asks for, by its headers and its {@code includeObject}. */
  static View of(Call call) {
    View view = of(call.header("Accept"));
    if (view != TABLE) {
      return view;
    }
    return switch (call.query("includeObject")) {
      case "Object" -> WHOLE_TABLE;
      case "None" -> BARE_TABLE;
      default -> TABLE;
    };
  }

  /** The first form that is named and served; what is not asked for comes plain. */
  private static View of(String accept) {
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
      case TABLE, WHOLE_TABLE, BARE_TABLE ->
          table(resource, metadata, items, now, Tables.columns(resource));
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
      case TABLE, WHOLE_TABLE, BARE_TABLE -> {
        JsonNode columns =
            first ? Tables.columns(resource) : Json.MAPPER.getNodeFactory().nullNode();
        ObjectNode metadata =
            Json.object("resourceVersion", object.at("/metadata/resourceVersion"));
        yield table(resource, metadata, List.of(object), now, columns);
      }
    };
  }

  /** What tells how far a watch is; its spec and status are empty, as Go writes them. */
  ObjectNode bookmark(Resource resource, ObjectNode metadata) {
    if (this == METADATA) {
      return metadataOf(Json.object("metadata", metadata));
    }
    ObjectNode body = Json.object("metadata", metadata);
    if (!resource.isWithoutStatus()) {
      body.set("spec", Json.object());
      body.set("status", Json.object());
    }
    if (resource == Resource.PODS) {
      body.withObject("/spec").putNull("containers");
    }
    return named(resource, body);
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
      case TABLE, WHOLE_TABLE, BARE_TABLE ->
          object instanceof CrowdPod pod && this == TABLE
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

  private ObjectNode table(
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

  private ObjectNode row(Resource resource, ObjectNode object, Instant now) {
    return Json.object()
        .with("cells", Tables.cells(resource, object, now))
        .with(
            "object",
            switch (this) {
              case WHOLE_TABLE -> named(resource, object);
              case BARE_TABLE -> null;
              default -> metadataOf(object);
            });
  }
}
