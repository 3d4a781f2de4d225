package net.pesulabs.console.demo;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The patch formats of the API. A strategic merge patch is treated as one by name of list entries.
 */
final class Patches {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<String> MERGE_KEYS = List.of("name", "type", "containerPort", "port");

  private Patches() {}

  /**
   * The object after a patch.
   *
   * @param object is changed
   * @param type the request's media type
   */
  static ObjectNode apply(ObjectNode object, String type, byte[] body) throws ApiFailure {
    String plain = type.replaceAll(";.*", "").strip();
    switch (plain) {
      case "application/merge-patch+json" -> merge(object, parse(body), false);
      case "application/strategic-merge-patch+json" -> merge(object, parse(body), true);
      case "application/apply-patch+yaml" -> {
        JsonNode wanted = parse(body);
        if (!wanted.at("/metadata/managedFields").isEmpty()) {
          throw ApiFailure.badRequest("metadata.managedFields must be nil");
        }
        merge(object, wanted, true);
      }
      case "application/json-patch+json" -> steps(object, parse(body));
      default -> throw ApiFailure.unsupportedMediaType(plain);
    }
    return object;
  }

  /** A body in JSON or YAML, of which JSON is a part. */
  static JsonNode parse(byte[] body) throws ApiFailure {
    try {
      JsonNode parsed = YAML.readTree(body);
      if (parsed == null || !parsed.isContainerNode()) {
        throw ApiFailure.badRequest("error decoding patch: not an object");
      }
      return parsed;
    } catch (JsonProcessingException e) {
      throw ApiFailure.badRequest("error decoding patch: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // reading from memory
    }
  }

  /** RFC 7386, and with {@code byKey} lists of named entries entry by entry. */
  private static void merge(ObjectNode object, JsonNode patch, boolean byKey) {
    patch
        .properties()
        .forEach(property -> {
          String name = property.getKey();
          JsonNode wanted = property.getValue();
          if (name.startsWith("$")) {
            return; // a directive of the strategic merge, such as the order of a list
          }
          if (wanted.isNull()) {
            object.remove(name);
          } else if (wanted.isObject()) {
            if (!(object.get(name) instanceof ObjectNode)) {
              object.set(name, Json.object());
            }
            merge((ObjectNode) object.get(name), wanted, byKey);
          } else if (byKey && object.get(name) instanceof ArrayNode list && isKeyed(wanted)) {
            wanted.forEach(entry -> mergeEntry(list, entry));
          } else {
            object.set(name, wanted);
          }
        });
  }

  private static boolean isKeyed(JsonNode list) {
    return list.isArray() && list.valueStream().allMatch(e -> MERGE_KEYS.stream().anyMatch(e::has));
  }

  private static void mergeEntry(ArrayNode list, JsonNode wanted) {
    String key = MERGE_KEYS.stream().filter(wanted::has).findFirst().orElseThrow();
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof ObjectNode entry && entry.path(key).equals(wanted.get(key))) {
        if (wanted.path("$patch").asText().equals("delete")) {
          list.remove(i);
        } else {
          merge(entry, wanted, true);
        }
        return;
      }
    }
    list.add(wanted);
  }

  /** RFC 6902, without move and copy, which nobody sends here. */
  private static void steps(ObjectNode object, JsonNode steps) throws ApiFailure {
    for (JsonNode step : steps) {
      JsonPointer pointer = JsonPointer.compile(step.path("path").asText());
      JsonNode parent = object.at(pointer.head() == null ? JsonPointer.empty() : pointer.head());
      String last = pointer.last() == null ? "" : pointer.last().getMatchingProperty();
      String op = step.path("op").asText();
      boolean there = !object.at(pointer).isMissingNode();
      boolean works =
          switch (op) {
            case "test" -> object.at(pointer).equals(step.path("value"));
            case "add" -> set(parent, last, step.path("value"), true);
            case "replace" -> there && set(parent, last, step.path("value"), false);
            case "remove" -> there && remove(parent, last);
            default -> throw ApiFailure.badRequest("unexpected kind of operation: " + op);
          };
      if (!works) {
        throw ApiFailure.badRequest(
            "the server rejected our request due to an error in our request: "
                + op
                + " operation does not apply: doc is missing path: "
                + pointer);
      }
    }
  }

  private static boolean set(JsonNode parent, String name, JsonNode value, boolean insert) {
    switch (parent) {
      case ObjectNode object -> object.set(name, value);
      case ArrayNode list when name.equals("-") -> list.add(value);
      case ArrayNode list when insert -> list.insert(Integer.parseInt(name), value);
      case ArrayNode list -> list.set(Integer.parseInt(name), value);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean remove(JsonNode parent, String name) {
    switch (parent) {
      case ObjectNode object -> object.remove(name);
      case ArrayNode list -> list.remove(Integer.parseInt(name));
      default -> {
        return false;
      }
    }
    return true;
  }
}
