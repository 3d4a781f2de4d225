package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A JSON object written as a chain. */
@SuppressWarnings("unchecked") // ObjectNode narrows a generic result
final class Obj extends ObjectNode {

  private static final long serialVersionUID = 1;

  Obj() {
    super(JsonNodeFactory.instance);
  }

  /** Sets a field. A null value leaves it out, as Go's omitempty. */
  Obj with(String field, @Nullable Object value) {
    if (value != null) {
      set(field, Json.node(value));
    }
    return this;
  }
}
