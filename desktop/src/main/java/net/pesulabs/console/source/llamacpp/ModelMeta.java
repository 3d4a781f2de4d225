package net.pesulabs.console.source.llamacpp;

import com.fasterxml.jackson.databind.JsonNode;
import net.pesulabs.console.source.Json;
import org.jspecify.annotations.Nullable;

/**
 * What one entry of {@code GET /v1/models} says of a model that is in memory. Null is what it does
 * not say.
 *
 * @param bytes of the weights
 * @param stored in the server's words
 */
record ModelMeta(
    @Nullable String id,
    @Nullable Long parameters,
    @Nullable Long bytes,
    @Nullable Integer context,
    @Nullable Integer trainedContext,
    @Nullable Integer embedding,
    @Nullable Integer vocabulary,
    @Nullable String stored) {

  static final ModelMeta UNKNOWN = new ModelMeta(null, null, null, null, null, null, null, null);

  static ModelMeta of(JsonNode entry) {
    JsonNode meta = entry.path("meta");
    return new ModelMeta(
        Json.text(entry, "id"),
        positive(meta, "n_params"),
        positive(meta, "size"),
        small(meta, "n_ctx"),
        small(meta, "n_ctx_train"),
        small(meta, "n_embd"),
        small(meta, "n_vocab"),
        Json.text(meta, "ftype"));
  }

  private static @Nullable Long positive(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() > 0
        ? (Long) value.longValue()
        : null;
  }

  private static @Nullable Integer small(JsonNode object, String field) {
    Integer value = Json.integer(object, field);
    return value == null || value <= 0 ? null : value;
  }
}
