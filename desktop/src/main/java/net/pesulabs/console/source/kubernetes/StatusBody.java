package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;

/** A {@code Status} object: how the API server says that something failed. */
record StatusBody(int code, String message) {

  /** Reads one from an answer; what is not JSON throws. */
  static StatusBody read(InputStream in) throws IOException {
    try (JsonParser parser = Item.JSON.createParser(in)) {
      parser.nextToken();
      return parser.currentToken() == null ? new StatusBody(0, "") : read(parser);
    }
  }

  /** Reads the object the parser stands on. */
  static StatusBody read(JsonParser in) throws IOException {
    int[] code = {0};
    String[] message = {""};
    Fields.each(
        in,
        (name, value) -> {
          switch (name) {
            case "code" -> code[0] = Fields.integer(value);
            case "message" -> message[0] = Fields.textOrEmpty(value);
            default -> {
              // metadata, reason and details say nothing more
            }
          }
        });
    return new StatusBody(code[0], message[0]);
  }
}
