package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.pesulabs.console.homelab.cluster.Condition;
import org.jspecify.annotations.Nullable;

/**
 * One object at a time as a tree, for the kinds of which there are few: easier to read than a
 * stream. {@code managedFields} never gets that far.
 */
final class Tree {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Tree() {}

  /** Reads the value the parser stands on. */
  static JsonNode read(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = NODES.objectNode();
        Fields.each(
            in,
            (name, value) -> {
              if (!name.equals("managedFields")) {
                object.set(name, read(value));
              }
            });
        yield object;
      }
      case START_ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        Fields.elements(in, element -> array.add(read(element)));
        yield array;
      }
      default -> MAPPER.readTree(in);
    };
  }

  /** A text; null where there is none or an empty one. */
  static @Nullable String text(JsonNode node) {
    String text = node.asText("");
    return node.isValueNode() && !node.isNull() && !text.isEmpty() ? text : null;
  }

  /** A text that many objects share; empty where there is none. */
  static String shared(JsonNode node) {
    return node.isNull() ? "" : node.asText("").intern();
  }

  static @Nullable Integer integer(JsonNode node) {
    return node.isInt() ? (Integer) node.intValue() : null;
  }

  static @Nullable Instant time(JsonNode node) {
    return node.isTextual() ? Fields.time(node.asText()) : null;
  }

  /** An amount of bytes; null where there is none. */
  static @Nullable Long bytes(JsonNode node) {
    BigDecimal amount = Fields.amount(node.asText(""));
    return amount == null ? null : (Long) amount.longValue();
  }

  /** Each element of an array; none where it is no array. */
  static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
    var list = new ArrayList<T>();
    if (array.isArray()) {
      array.forEach(each -> list.add(element.apply(each)));
    }
    return List.copyOf(list);
  }

  /** The fields of an object that are texts, in their order. */
  static Map<String, String> texts(JsonNode object) {
    var texts = new LinkedHashMap<String, String>();
    object.properties().forEach(each -> texts.put(each.getKey().intern(), shared(each.getValue())));
    return Map.copyOf(texts);
  }

  static List<Condition> conditions(JsonNode array) {
    return list(
        array,
        each ->
            new Condition(
                shared(each.path("type")),
                shared(each.path("status")),
                shared(each.path("reason")),
                text(each.path("message")),
                time(each.path("lastTransitionTime"))));
  }
}
