package net.pesulabs.console.page.gpu;

import java.time.Instant;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.ReadingLabel;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.health.SourceHealth;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/** The model server that uses the card, on one strip. */
final class ModelStrip extends HBox {

  private final Texts texts;
  private final Figures<ModelServer> model;

  ModelStrip(Texts texts, Now now, GpuViewModel page) {
    this.texts = texts;
    this.model = new Figures<>(texts, now, page.model());
    getStyleClass().addAll("card", "model-strip");
    ObservableValue<Reading<ModelServer>> reading = page.model();
    Label title = texts.on(new Label(), Msg.sourceModel());
    title.getStyleClass().add("block-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Label state =
        texts.on(
            new Label(),
            Bindings.createObjectBinding(
                () -> words(reading.getValue(), page.now().getValue()), reading, page.now()));
    state.setWrapText(true);
    state.setGraphic(new SeverityIcon(reading.map(ModelStrip::severity)));
    var headline = new HBox(title, state);
    headline.getStyleClass().add("model-headline");
    var name = new ReadingLabel<>(texts, now, model.part(ModelServer::name), Localized::verbatim);
    name.getStyleClass().add("model-name");
    var head = new VBox(headline, name);
    head.getStyleClass().add("model-head");
    HBox.setHgrow(head, Priority.ALWAYS);
    var figures =
        new HBox(
            figure(Msg.gpuContext(), model.part(ModelServer::context), c -> Msg.gpuTokens(c)),
            figure(Msg.gpuSlots(), model.part(ModelStrip::slots), slots -> slots),
            figure(Msg.gpuQueue(), model.part(ModelServer::waiting), n -> Quantity.number(n, 0)),
            figure(
                Msg.gpuSpeed(),
                model.part(ModelServer::tokensPerSecond),
                t -> Msg.gpuTokensPerSecond(Quantity.number(t, 1))));
    figures.getStyleClass().add("model-figures");
    figures.setMinWidth(Region.USE_PREF_SIZE);
    for (Node node : new Node[] {name, figures}) {
      node.visibleProperty().bind(reading.map(r -> r.known().isPresent()));
      node.managedProperty().bind(node.visibleProperty());
    }
    getChildren().addAll(head, figures);
  }

  private static @Nullable Message slots(ModelServer server) {
    Integer busy = server.slotsBusy();
    Integer total = server.slotsTotal();
    return busy == null || total == null ? null : Msg.gpuOf(busy, total);
  }

  private <R> Node figure(
      Message name, ObservableValue<Reading<R>> part, Function<R, Localized> words) {
    Label title = texts.on(new Label(), name);
    title.getStyleClass().add("fact-name");
    var value = new ReadingLabel<>(texts, model.now(), part, words);
    value.getStyleClass().add("model-value");
    title.setLabelFor(value);
    return new VBox(title, value);
  }

  /** What the model server is doing, in words. */
  static Message words(Reading<ModelServer> reading, Instant now) {
    return switch (reading) {
      case Reading.Unknown<ModelServer> unknown when SourceHealth.isWaiting(unknown) ->
          unknown.why();
      case Reading.Unknown<ModelServer> unknown -> Msg.gpuModelUnknown(unknown.why());
      case Reading.Stale<ModelServer> stale ->
          Msg.gpuModelLast(
              Quantity.duration(stale.age(now).orElseThrow()), words(stale.value()), stale.why());
      case Reading.Live<ModelServer> live -> words(live.value());
    };
  }

  private static Message words(ModelServer server) {
    return switch (server.state()) {
      case READY -> isWriting(server) ? Msg.gpuModelWriting() : Msg.gpuModelReady();
      case LOADING -> Msg.gpuModelLoading();
      case SLEEPING -> Msg.gpuModelSleeping();
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
}
