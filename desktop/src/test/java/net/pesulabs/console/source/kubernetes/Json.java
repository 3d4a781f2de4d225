package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** JSON for the tests: written with single quotes, and the files beside them. */
final class Json {

  private Json() {}

  static String quoted(String json) {
    return json.replace('\'', '"');
  }

  static <T> T parse(Item.Parser<T> parser, String json) {
    try (JsonParser in = Item.JSON.createParser(json)) {
      in.nextToken();
      return parser.parse(in).row();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String file(String name) {
    try (var in = Json.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
