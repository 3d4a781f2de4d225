package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.cluster.Coverage;
import net.pesulabs.console.homelab.cluster.ListedObject;

/**
 * Reads a row as the server prints it for kubectl (<a
 * href="https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables">
 * Table</a>). A list holds bare rows; an event of a watch holds a table of one row. A server that
 * prints no tables sends the object itself, which has a name at least.
 *
 * @param columns told of the columns whenever the server names them
 */
record TableRowParser(Consumer<List<Coverage.Column>> columns)
    implements Item.Parser<ListedObject> {

  static final String ACCEPT = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";

  @Override
  public Item<ListedObject> parse(JsonParser in) throws IOException {
    var row = new Row();
    Fields.each(
        in,
        (field, value) -> {
          switch (field) {
            case "rows" ->
                Fields.elements(value, each -> Fields.each(each, row::read)); // there is but one
            case "metadata" -> row.plain.read(value);
            case "columnDefinitions" -> frame(field, value);
            default -> row.read(field, value);
          }
        });
    Metadata metadata = row.metadata.uid.isEmpty() ? row.plain : row.metadata;
    List<String> cells = row.cells.isEmpty() ? List.of(metadata.name) : row.cells;
    return new Item<>(new ListedObject(metadata.toMeta(), cells), metadata.resourceVersion);
  }

  @Override
  public void frame(String field, JsonParser value) throws IOException {
    if (field.equals("columnDefinitions") && value.currentToken() == JsonToken.START_ARRAY) {
      List<Coverage.Column> named =
          Tree.list(
              Tree.read(value),
              each ->
                  new Coverage.Column(
                      each.path("name").asText(""),
                      each.path("type").asText(""),
                      each.path("description").asText(""),
                      each.path("priority").asInt() > 0));
      if (!named.isEmpty()) { // only the first event of a watch names them
        columns.accept(named);
      }
    }
  }

  private static final class Row {
    final Metadata metadata = new Metadata();

    /** Of the table itself, or of the object where there is no table. */
    final Metadata plain = new Metadata();

    List<String> cells = List.of();

    void read(String field, JsonParser value) throws IOException {
      switch (field) {
        case "cells" -> cells = Tree.list(Tree.read(value), Row::text);
        case "object" ->
            Fields.each(
                value,
                (part, in) -> {
                  if (part.equals("metadata")) {
                    metadata.read(in);
                  }
                });
        default -> {
          // conditions: whether the object is done
        }
      }
    }

    private static String text(JsonNode cell) {
      return cell.isNull() ? "" : cell.isValueNode() ? cell.asText() : cell.toString();
    }
  }
}
