package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * The frame of one page of a list.
 *
 * @param resourceVersion of the list as a whole: what a watch goes on from
 * @param next the token for the next page; empty on the last
 */
record ListPage(String resourceVersion, String next) {

  /**
   * Reads a page and hands on each item as soon as it is read.
   *
   * @param more told of the token for the next page as soon as it is read; servers write it before
   *     the items, so that the next page can be on its way meanwhile
   */
  static <T> ListPage read(
      InputStream in, Item.Parser<T> items, Consumer<T> each, Consumer<String> more)
      throws IOException {
    String[] frame = {"", ""};
    try (JsonParser parser = Item.JSON.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonParseException(parser, "no list");
      }
      Fields.each(
          parser,
          (field, value) -> {
            switch (field) {
              case "metadata" -> {
                Fields.each(value, (name, text) -> readFrame(frame, name, text));
                if (!frame[1].isEmpty()) {
                  more.accept(frame[1]);
                }
              }
              // "rows" where the server prints the list as a table
              case "items", "rows" ->
                  Fields.elements(value, item -> each.accept(items.parse(item).row()));
              default -> items.frame(field, value); // kind and apiVersion too
            }
          });
      if (frame[0].isEmpty()) {
        throw new JsonParseException(parser, "a list without resourceVersion");
      }
    }
    return new ListPage(frame[0], frame[1]);
  }

  private static void readFrame(String[] frame, String name, JsonParser text) throws IOException {
    switch (name) {
      case "resourceVersion" -> frame[0] = Fields.textOrEmpty(text);
      case "continue" -> frame[1] = Fields.textOrEmpty(text);
      default -> {
        // remainingItemCount
      }
    }
  }
}
