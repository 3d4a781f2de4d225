package net.pesulabs.console.source.llamacpp;

import com.fasterxml.jackson.databind.JsonNode;
import net.pesulabs.console.homelab.ModelServer.Model;
import net.pesulabs.console.source.Json;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /props} tells. Null is what the server did not say.
 *
 * @param router whether it starts other servers, one a model, and has no model itself
 * @param path of the model's file
 * @param context tokens one conversation may hold
 * @param stored the weights' types, in the server's words
 * @param images whether it takes pictures
 * @param metrics whether it tells figures of its work
 * @param build its version
 */
record Props(
    boolean router,
    @Nullable String name,
    @Nullable String path,
    @Nullable Integer context,
    @Nullable Integer slots,
    @Nullable String stored,
    @Nullable Boolean images,
    @Nullable Boolean metrics,
    @Nullable String build,
    boolean sleeping) {

  static Props of(JsonNode json) {
    boolean router = json.path("role").asText().equals("router");
    String path = router ? null : Json.text(json, "model_path");
    // Without an alias of its own a server gives its file's path as one.
    String alias = router ? null : Json.text(json, "model_alias");
    Integer context = Json.integer(json.path("default_generation_settings"), "n_ctx");
    Integer slots = Json.integer(json, "total_slots");
    return new Props(
        router,
        shortName(alias != null ? alias : path),
        path,
        context == null || context <= 0 ? null : context,
        slots == null || slots <= 0 ? null : slots,
        Json.text(json, "model_ftype"),
        flag(json.path("modalities"), "vision"),
        flag(json, "endpoint_metrics"),
        Json.text(json, "build_info"),
        json.path("is_sleeping").asBoolean(false));
  }

  private static @Nullable Boolean flag(JsonNode object, String field) {
    JsonNode value = object.path(field);
    return value.isBoolean() ? (Boolean) value.booleanValue() : null;
  }

  /** A file's name without folder and ending; any other name as it is. */
  static @Nullable String shortName(@Nullable String name) {
    if (name == null || !name.endsWith(".gguf")) {
      return name;
    }
    int folder = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
    return name.substring(folder, name.length() - ".gguf".length());
  }

  /** The model, with what the list of models says of it besides. */
  Model model(ModelMeta meta) {
    String called = name != null ? name : shortName(meta.id());
    return new Model(
        called,
        context != null ? context : meta.context(),
        slots,
        meta.parameters(),
        meta.bytes(),
        quantisation(meta, called),
        meta.trainedContext(),
        meta.embedding(),
        meta.vocabulary(),
        images);
  }

  private @Nullable String quantisation(ModelMeta meta, @Nullable String called) {
    String told = Quantisation.ofWords(stored != null ? stored : meta.stored());
    String ofFile = told != null ? told : Quantisation.ofName(path);
    return ofFile != null ? ofFile : Quantisation.ofName(called);
  }
}
