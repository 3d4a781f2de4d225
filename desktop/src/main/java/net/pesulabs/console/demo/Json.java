package net.pesulabs.console.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** JSON built in place. */
final class Json {

  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static Obj object() {
    return new Obj();
  }

  static Obj object(String field, @Nullable Object value) {
    return object().with(field, value);
  }

  static Obj object(
      String field, @Nullable Object value, String second, @Nullable Object secondValue) {
    return object(field, value).with(second, secondValue);
  }

  static ArrayNode array(Object... values) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Object value : values) {
      array.add(node(value));
    }
    return array;
  }

  static ArrayNode arrayOf(Collection<?> values) {
    return array(values.toArray());
  }

  /** As Kubernetes writes a time: whole seconds, UTC. */
  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The instant at a pointer; the epoch where there is none. */
  static Instant timeAt(JsonNode node, String pointer) {
    String text = node.at(pointer).asText();
    return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
  }

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that comes with this package. */
  static String resource(String name) {
    try (InputStream in = Json.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode node(Object value) {
    return switch (value) {
      case JsonNode node -> node;
      case Instant instant -> MAPPER.getNodeFactory().textNode(time(instant));
      default -> MAPPER.valueToTree(value);
    };
  }
}
