package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns of custom kinds, from their definitions' {@code additionalPrinterColumns}. A kind
 * without any has its age, as apiextensions-apiserver gives it.
 */
final class PrinterColumns {

  // The part of JSONPath that such columns use: .name and [?(@.name=="value")].
  private static final Pattern STEP =
      Pattern.compile("\\.(\\w+)|\\[\\?\\(@\\.(\\w+)==[\"']([^\"']*)[\"']\\)]");

  private PrinterColumns() {}

  /** Name, type and JSONPath of each column after the name. */
  static List<ObjectNode> of(Resource resource) {
    return switch (resource) {
      case SEALED_SECRETS ->
          List.of(
              column("Status", "string", ".status.conditions[?(@.type==\"Synced\")].message"),
              column("Synced", "string", ".status.conditions[?(@.type==\"Synced\")].status"),
              age());
      case KUSTOMIZATIONS ->
          List.of(
              age(),
              column("Ready", "string", ".status.conditions[?(@.type==\"Ready\")].status"),
              column("Status", "string", ".status.conditions[?(@.type==\"Ready\")].message"));
      default -> List.of();
    };
  }

  static ArrayNode cells(Resource resource, ObjectNode object, Instant now) {
    ArrayNode cells = Json.array(object.at("/metadata/name"));
    for (ObjectNode column : shown(resource)) {
      JsonNode value = find(object, column.path("jsonPath").asText());
      if (value.isMissingNode()) {
        cells.addNull();
      } else if (column.path("type").asText().equals("date")) {
        cells.add(Tables.age(value, now));
      } else {
        cells.add(value);
      }
    }
    return cells;
  }

  static ArrayNode columns(Resource resource) {
    ArrayNode columns = Json.array(definition("Name", "string", "name"));
    for (ObjectNode column : shown(resource)) {
      columns.add(definition(column.path("name").asText(), column.path("type").asText(), ""));
    }
    return columns;
  }

  private static List<ObjectNode> shown(Resource resource) {
    List<ObjectNode> own = of(resource);
    return own.isEmpty() ? List.of(age()) : own;
  }

  private static JsonNode find(JsonNode object, String path) {
    JsonNode found = object;
    for (Matcher step = STEP.matcher(path); step.find(); ) {
      if (step.group(1) != null) {
        found = found.path(step.group(1));
      } else {
        String field = step.group(2);
        String value = step.group(3);
        found =
            found
                .valueStream()
                .filter(each -> each.path(field).asText().equals(value))
                .findFirst()
                .orElse(Json.MAPPER.missingNode());
      }
    }
    return found;
  }

  private static ObjectNode age() {
    return column("Age", "date", ".metadata.creationTimestamp");
  }

  private static ObjectNode column(String name, String type, String path) {
    return Json.object().with("name", name).with("type", type).with("jsonPath", path);
  }

  private static ObjectNode definition(String name, String type, String format) {
    return Json.object()
        .with("name", name)
        .with("type", type)
        .with("format", format)
        .with("description", "")
        .with("priority", 0);
  }
}
