package net.pesulabs.console.page.gpu.served;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.health.SourceHealth;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.ModelServer.Model;
import net.pesulabs.console.homelab.ModelServer.Offer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/** The model server in words. */
final class ModelWords {

  private ModelWords() {}

  /** What it is doing. */
  static Message state(Reading<ModelServer> reading, Instant now) {
    return switch (reading) {
      case Reading.Unknown<ModelServer> unknown when SourceHealth.isWaiting(unknown) ->
          unknown.why();
      case Reading.Unknown<ModelServer> unknown -> Msg.gpuModelUnknown(unknown.why());
      case Reading.Stale<ModelServer> stale ->
          Msg.gpuModelLast(
              Quantity.duration(stale.age(now).orElseThrow()), state(stale.value()), stale.why());
      case Reading.Live<ModelServer> live -> state(live.value());
    };
  }

  private static Message state(ModelServer server) {
    return switch (server.state()) {
      case READY -> isWriting(server) ? Msg.gpuModelWriting() : Msg.gpuModelReady();
      case LOADING -> Msg.gpuModelLoading();
      case SLEEPING ->
          server.name() == null && !server.offers().isEmpty()
              ? Msg.gpuModelNothingLoaded()
              : Msg.gpuModelSleeping();
    };
  }

  private static boolean isWriting(ModelServer server) {
    return server.slotsBusy() != null && server.slotsBusy() > 0;
  }

  static Severity severity(Reading<ModelServer> reading) {
    if (SourceHealth.isWaiting(reading)) {
      return Severity.BUSY;
    }
    return reading instanceof Reading.Live<ModelServer> live
        ? live.value().state() == ModelServer.State.LOADING ? Severity.BUSY : Severity.FINE
        : Severity.UNKNOWN;
  }

  /** What kind of model it is, in one line; null where nothing of it is told. */
  static @Nullable Localized kind(Model model) {
    List<Localized> parts = new ArrayList<>();
    if (model.parameters() != null) {
      parts.add(Msg.plannerParameters(Quantity.number(model.parameters() / 1e9, 1)));
    }
    if (model.quantisation() != null) {
      parts.add(stored(model.quantisation(), model));
    }
    if (model.weightBytes() != null) {
      parts.add(Quantity.bytes(model.weightBytes()));
    }
    if (Boolean.TRUE.equals(model.takesImages())) {
      parts.add(Msg.gpuModelImages());
    }
    return parts.isEmpty()
        ? null
        : language -> String.join(" · ", parts.stream().map(part -> part.in(language)).toList());
  }

  private static Localized stored(String types, Model model) {
    return model.weightBytes() == null || model.parameters() == null
        ? Localized.verbatim(types)
        : Msg.gpuModelBits(
            types, Quantity.number(8.0 * model.weightBytes() / model.parameters(), 1));
  }

  /** How long its conversations may be; null where that is not told. */
  static @Nullable Message context(Model model) {
    Integer each = model.context();
    Long total = model.totalContext();
    if (each == null) {
      return null;
    }
    return total == null || total.intValue() == each
        ? Msg.gpuTokens(each)
        : Msg.gpuModelEachTotal(Quantity.number(each, 0), Quantity.number(total, 0));
  }

  /** A model that a router could load, and its state. */
  static Message offer(Offer offer) {
    String name = offer.model().name();
    return Msg.gpuModelOffer(name == null ? "" : name, status(offer));
  }

  private static Message status(Offer offer) {
    Integer busy = offer.slotsBusy();
    Message words =
        switch (offer.status()) {
          case LOADED ->
              busy != null && busy > 0 ? Msg.gpuModelOfferBusy(busy) : Msg.gpuModelOfferLoaded();
          case LOADING -> Msg.gpuModelOfferLoading();
          case SLEEPING -> Msg.gpuModelOfferSleeping();
          case UNLOADED -> Msg.gpuModelOfferUnloaded();
          case DOWNLOADING -> Msg.gpuModelOfferDownloading();
          case FAILED -> Msg.gpuModelOfferFailed();
        };
    return offer.percent() == null
        ? words
        : Msg.gpuModelOfferPercent(words, Quantity.percent(offer.percent()));
  }
}
