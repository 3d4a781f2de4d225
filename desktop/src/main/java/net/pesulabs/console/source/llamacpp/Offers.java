package net.pesulabs.console.source.llamacpp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import net.pesulabs.console.homelab.ModelServer.Model;
import net.pesulabs.console.homelab.ModelServer.Offer;
import net.pesulabs.console.source.Json;
import org.jspecify.annotations.Nullable;

/** The models of a router, as {@code GET /models} lists them. Its command lines are passed over. */
final class Offers {

  private Offers() {}

  /** All of them, as they are listed; an entry without a name is none. */
  static List<Offer> of(JsonNode models) {
    return StreamSupport.stream(models.path("data").spliterator(), false)
        .filter(entry -> Json.text(entry, "id") != null)
        .map(Offers::offer)
        .toList();
  }

  /** The one most ready to answer, and of those the busiest; empty where there is none. */
  static Optional<Offer> readiest(List<Offer> offers) {
    return offers.stream()
        .min(
            Comparator.comparing(Offer::status)
                .thenComparing(offer -> -(offer.slotsBusy() == null ? 0 : offer.slotsBusy())));
  }

  private static Offer offer(JsonNode entry) {
    JsonNode status = entry.path("status");
    ModelMeta meta = ModelMeta.of(entry);
    String name = meta.id();
    String told = Quantisation.ofWords(meta.stored());
    var model =
        new Model(
            name,
            meta.context(),
            null,
            meta.parameters(),
            meta.bytes(),
            told != null ? told : Quantisation.ofName(name),
            meta.trainedContext(),
            meta.embedding(),
            meta.vocabulary(),
            images(entry));
    return new Offer(model, status(status), null, percent(status));
  }

  private static Offer.Status status(JsonNode status) {
    return switch (status.path("value").asText()) {
      case "loaded" -> Offer.Status.LOADED;
      case "loading" -> Offer.Status.LOADING;
      case "sleeping" -> Offer.Status.SLEEPING;
      case "downloading" -> Offer.Status.DOWNLOADING;
      default ->
          status.path("failed").asBoolean(false) ? Offer.Status.FAILED : Offer.Status.UNLOADED;
    };
  }

  /** Of a load in several stages that of the one it is at. */
  private static @Nullable Double percent(JsonNode status) {
    JsonNode value = status.path("progress").path("value");
    return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= 1
        ? (Double) (100 * value.doubleValue())
        : null;
  }

  private static @Nullable Boolean images(JsonNode entry) {
    JsonNode inputs = entry.path("architecture").path("input_modalities");
    return inputs.isArray()
        ? (Boolean)
            StreamSupport.stream(inputs.spliterator(), false)
                .anyMatch(input -> input.asText().equals("image"))
        : null;
  }
}
