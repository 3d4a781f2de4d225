package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What llama-server answers when it is a router: several models, of which one is in memory. */
final class PretendModels {

  private PretendModels() {}

  /** {@code GET /props} of the router itself. */
  static ObjectNode props() {
    return Json.object()
        .with("role", "router")
        .with("max_instances", 1)
        .with("models_autoload", true)
        .with("model_alias", "llama-server")
        .with("model_path", "none")
        .with("default_generation_settings", Json.object("n_ctx", 0))
        .with("build_info", PretendLlama.BUILD)
        .with("cors_proxy_enabled", false);
  }

  /**
   * {@code GET /models}.
   *
   * @param loaded what a server with one model lists
   */
  static ObjectNode list(JsonNode loaded) {
    ArrayNode data = Json.array();
    ObjectNode first = loaded.path("data").path(0).deepCopy();
    first.set("status", Json.object("value", "loaded"));
    first.set("architecture", modalities("text"));
    data.add(first);
    data.add(entry("Qwen3-14B-Q4_K_M", "unloaded", modalities("text")));
    data.add(entry("gemma-3-12b-it-Q4_K_M", "unloaded", modalities("text", "image")));
    return Json.object().with("data", data).with("object", "list");
  }

  private static ObjectNode entry(String id, String status, ObjectNode architecture) {
    return Json.object()
        .with("id", id)
        .with("object", "model")
        .with("owned_by", "llamacpp")
        .with("status", Json.object("value", status))
        .with("architecture", architecture)
        .with("source", "models_dir");
  }

  private static ObjectNode modalities(String... inputs) {
    ArrayNode list = Json.array();
    for (String input : inputs) {
      list.add(input);
    }
    ObjectNode architecture = Json.object();
    architecture.set("input_modalities", list);
    return architecture;
  }
}
