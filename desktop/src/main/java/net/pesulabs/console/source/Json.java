package net.pesulabs.console.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON of others: unknown fields are passed over, and missing, null and empty are the same. */
public final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** A JSON object; empty where the text is anything else. */
  public static Optional<JsonNode> object(String text) {
    return tree(text).filter(JsonNode::isObject);
  }

  /** A JSON array; empty where the text is anything else. */
  public static Optional<JsonNode> array(String text) {
    return tree(text).filter(JsonNode::isArray);
  }

  private static Optional<JsonNode> tree(String text) {
    try {
      return Optional.ofNullable(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** A string that says something. */
  public static @Nullable String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
  }

  /** A whole number that fits an int. */
  public static @Nullable Integer integer(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isIntegralNumber() && value.canConvertToInt() ? (Integer) value.intValue() : null;
  }
}
