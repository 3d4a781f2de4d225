package net.pesulabs.console.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.ModelServer.Model;
import net.pesulabs.console.homelab.ModelServer.Offer;
import net.pesulabs.console.homelab.ModelServer.Work;
import org.jspecify.annotations.Nullable;

/** What {@code status --json} tells of the model server beyond its state; null is not told. */
final class ModelJson {

  private ModelJson() {}

  static void put(ObjectNode node, @Nullable ModelServer server) {
    Model model = server == null ? Model.UNKNOWN : server.model();
    Work work = server == null ? Work.UNTOLD : server.work();
    node.put("parameters", model.parameters());
    node.put("weights_bytes", model.weightBytes());
    node.put("quantisation", model.quantisation());
    node.put("trained_context", model.trainedContext());
    node.put("takes_images", model.takesImages());
    node.put("waiting", work.waiting());
    node.put("prompt_tokens_per_second", work.promptTokensPerSecond());
    node.put("cached_prompt_percent", work.cachedPromptPercent());
    node.put("cache_used_percent", work.cacheUsedPercent());
    node.put("metrics", server == null ? null : (Boolean) !work.switchedOff());
    node.put("build", server == null ? null : server.build());
    ArrayNode offers = node.putArray("offers");
    if (server != null) {
      for (Offer offer : server.offers()) {
        offers
            .addObject()
            .put("name", offer.model().name())
            .put("state", offer.status().id())
            .put("slots_busy", offer.slotsBusy());
      }
    }
  }
}
