package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** An object as far as we keep it, and the version it had. */
record Item<T>(T row, String resourceVersion) {

  /** Shared by all: it keeps a table of the field names. */
  static final JsonFactory JSON = new JsonFactory();

  /** Reads the object the parser stands on. Items of a list carry no kind (see the list's). */
  @FunctionalInterface
  interface Parser<T> {
    Item<T> parse(JsonParser in) throws IOException;

    /** Hears the other fields of the list around the items. */
    default void frame(String field, JsonParser value) throws IOException {}
  }
}
