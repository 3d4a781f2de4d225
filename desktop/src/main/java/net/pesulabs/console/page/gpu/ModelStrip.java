package net.pesulabs.console.page.gpu;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Columns;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.ReadingLabel;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.StaleNotice;
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
final class ModelStrip extends VBox {

  private final Texts texts;
  private final Figures<ModelServer> model;

  ModelStrip(Texts texts, Now now, GpuViewModel page) {
    this.texts = texts;
    this.model = new Figures<>(texts, now, page.model());
    getStyleClass().addAll("card", "model-strip");
    ObservableValue<Reading<ModelServer>> reading = page.model();
    Label title = texts.on(new Label(), Msg.sourceModel());
    title.getStyleClass().add("block-title");
    var name = new ReadingLabel<>(texts, now, model.part(ModelServer::name), Localized::verbatim);
    name.getStyleClass().add("model-name");
    name.visibleProperty().bind(reading.map(r -> r.known().isPresent()));
    name.managedProperty().bind(name.visibleProperty());
    Label state = texts.on(new Label(), reading.map(ModelStrip::words));
    state.setWrapText(true);
    state.setGraphic(new SeverityIcon(reading.map(ModelStrip::severity)));
    var head = new FlowPane(title, name, state);
    head.getStyleClass().add("model-head");
    Node figures =
        new Columns(
            110,
            5,
            16,
            figure(Msg.gpuContext(), model.part(ModelServer::context), c -> Msg.gpuTokens(c)),
            figure(Msg.gpuSlots(), model.part(ModelStrip::slots), slots -> slots),
            figure(Msg.gpuQueue(), model.part(ModelServer::waiting), n -> Quantity.number(n, 0)),
            figure(
                Msg.gpuSpeed(),
                model.part(ModelServer::tokensPerSecond),
                t -> Msg.gpuTokensPerSecond(Quantity.number(t, 1))));
    figures.visibleProperty().bind(reading.map(r -> r.known().isPresent()));
    figures.managedProperty().bind(figures.visibleProperty());
    getChildren()
        .addAll(head, new StaleNotice(texts, page.now(), reading, Msg::gpuStaleNotice), figures);
  }

  private static @Nullable Message slots(ModelServer server) {
    Integer busy = server.slotsBusy();
    Integer total = server.slotsTotal();
    return busy == null || total == null ? null : Msg.gpuSlotsOf(busy, total);
  }

  private <R> Node figure(
      Message name,
      ObservableValue<Reading<R>> part,
      java.util.function.Function<R, Localized> words) {
    Label title = texts.on(new Label(), name);
    title.getStyleClass().add("fact-name");
    var value = new ReadingLabel<>(texts, model.now(), part, words);
    value.getStyleClass().add("model-value");
    title.setLabelFor(value);
    return new VBox(title, value);
  }

  /** What the model server is doing, in words. */
  static Message words(Reading<ModelServer> reading) {
    return switch (reading) {
      case Reading.Unknown<ModelServer> unknown when SourceHealth.isWaiting(unknown) ->
          unknown.why();
      case Reading.Unknown<ModelServer> unknown -> Msg.gpuModelUnknown(unknown.why());
      case Reading.Stale<ModelServer> stale -> Msg.gpuModelLast(words(stale.value()));
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
