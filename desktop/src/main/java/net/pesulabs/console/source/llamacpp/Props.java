package net.pesulabs.console.source.llamacpp;

import com.fasterxml.jackson.databind.JsonNode;
import net.pesulabs.console.source.Json;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /props} tells. Null is what the server did not say.
 *
 * @param router whether it starts other servers, one a model, and has no model itself
 * @param context tokens one conversation may hold
 */
record Props(
    boolean router,
    @Nullable String name,
    @Nullable Integer context,
    @Nullable Integer slots,
    boolean sleeping) {

  static Props of(JsonNode json) {
    boolean router = json.path("role").asText().equals("router");
    Integer context = Json.integer(json.path("default_generation_settings"), "n_ctx");
    return new Props(
        router,
        router ? null : name(json),
        context == null || context <= 0 ? null : context,
        Json.integer(json, "total_slots"),
        json.path("is_sleeping").asBoolean(false));
  }

  /** Without an alias of its own a server gives its file's path as one. */
  private static @Nullable String name(JsonNode json) {
    String alias = Json.text(json, "model_alias");
    return shortName(alias != null ? alias : Json.text(json, "model_path"));
  }

  /** A file's name without folder and ending; any other name as it is. */
  private static @Nullable String shortName(@Nullable String name) {
    if (name == null || !name.endsWith(".gguf")) {
      return name;
    }
    int folder = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
    return name.substring(folder, name.length() - ".gguf".length());
  }

  Props withName(@Nullable String told) {
    return new Props(router, shortName(told), context, slots, sleeping);
  }
}
