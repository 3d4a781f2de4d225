package net.pesulabs.console.source.llamacpp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;
import net.pesulabs.console.source.Json;

/** The model of a router that matters now: the one most ready to answer. */
record RouterModel(String id, Status status) {

  /** As {@code GET /models} of a router says it, readiest first. */
  enum Status {
    LOADED,
    LOADING,
    SLEEPING,
    UNLOADED;

    static Status of(String value) {
      return switch (value) {
        case "loaded" -> LOADED;
        case "loading" -> LOADING;
        case "sleeping" -> SLEEPING;
        default -> UNLOADED;
      };
    }
  }

  /** Empty where the router has no model at all. */
  static Optional<RouterModel> readiest(JsonNode models) {
    return StreamSupport.stream(models.path("data").spliterator(), false)
        .filter(model -> Json.text(model, "id") != null)
        .map(model ->
            new RouterModel(
                model.path("id").asText(), Status.of(model.path("status").path("value").asText())))
        .min(Comparator.comparing(RouterModel::status));
  }
}
