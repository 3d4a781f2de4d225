package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** One line of a watch. */
sealed interface WatchEvent<T> {

  /** The object came or changed. */
  record Put<T>(Item<T> item) implements WatchEvent<T> {}

  /** The object went; the item is its last state. */
  record Removed<T>(Item<T> item) implements WatchEvent<T> {}

  /** Nothing happened up to this version. */
  record Bookmark<T>(String resourceVersion) implements WatchEvent<T> {}

  /** The watch is over: 410 where its beginning is forgotten. */
  record Failed<T>(StatusBody status) implements WatchEvent<T> {}

  /** Reads the events of one watch as they come. */
  final class Stream<T> implements Closeable {
    private final JsonParser in;
    private final Item.Parser<T> items;

    Stream(InputStream body, Item.Parser<T> items) throws IOException {
      this.in = Item.JSON.createParser(body);
      this.items = items;
    }

    /** Waits for the next event; null at the end of the watch. */
    @Nullable WatchEvent<T> next() throws IOException {
      while (in.nextToken() != null) {
        WatchEvent<T> event = read();
        if (event != null) {
          return event;
        }
      }
      return null;
    }

    private @Nullable WatchEvent<T> read() throws IOException {
      String type = null;
      TokenBuffer early = null;
      WatchEvent<T> event = null;
      if (in.currentToken() != JsonToken.START_OBJECT) {
        in.skipChildren();
        return null;
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "type" -> type = Fields.textOrEmpty(in);
          case "object" -> {
            if (type != null) {
              event = of(type, in);
            } else { // JSON promises no order, though every server writes the type first
              early = new TokenBuffer(in);
              early.copyCurrentStructure(in);
            }
          }
          default -> in.skipChildren();
        }
      }
      if (event == null && early != null && type != null) {
        try (JsonParser again = early.asParser()) {
          again.nextToken();
          event = of(type, again);
        }
      }
      return event;
    }

    private @Nullable WatchEvent<T> of(String type, JsonParser object) throws IOException {
      return switch (type) {
        case "ADDED", "MODIFIED" -> new Put<>(items.parse(object));
        case "DELETED" -> new Removed<>(items.parse(object));
        case "BOOKMARK" -> {
          var metadata = new Metadata();
          Fields.each(
              object,
              (field, value) -> {
                if (field.equals("metadata")) {
                  metadata.read(value);
                }
              });
          yield new Bookmark<>(metadata.resourceVersion);
        }
        case "ERROR" -> new Failed<>(StatusBody.read(object));
        default -> {
          object.skipChildren();
          yield null;
        }
      };
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
