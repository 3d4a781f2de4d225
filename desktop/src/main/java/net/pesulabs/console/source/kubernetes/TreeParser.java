package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.function.BiFunction;
import net.pesulabs.console.homelab.cluster.Meta;

/** Reads an object by way of a tree of it, which lives as long as the reading. */
record TreeParser<T>(BiFunction<Meta, JsonNode, T> rowOf) implements Item.Parser<T> {

  @Override
  public Item<T> parse(JsonParser in) throws IOException {
    JsonNode object = Tree.read(in);
    var metadata = new Metadata();
    try (JsonParser again = object.path("metadata").traverse()) {
      again.nextToken();
      metadata.read(again);
    }
    return new Item<>(rowOf.apply(metadata.toMeta(), object), metadata.resourceVersion);
  }
}
