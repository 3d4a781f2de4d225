package net.pesulabs.console.page.gpu.served;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.ReadingLabel;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.ModelServer.Offer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/** The model server: what it has loaded, what it does, and how fast. */
final class ModelCard extends VBox {

  private final Kit kit;
  private final Texts texts;
  private final ServedViewModel model;
  private final FlowPane offers = new FlowPane();
  private List<Offer> offered = List.of();

  ModelCard(Kit kit, ServedViewModel model) {
    this.kit = kit;
    this.texts = kit.texts();
    this.model = model;
    getStyleClass().addAll("card", "served-card");
    Node known =
        new VBox(
            8,
            identity(),
            new PaceView(kit, model),
            facts(),
            context(),
            Kit.quiet(kit.whileSaid(model.server().map(ModelCard::switchedOff))),
            offers());
    known.getStyleClass().add("served-known");
    Kit.showWhile(known, model.server().map(reading -> reading.known().isPresent()));
    getChildren().addAll(head(), known);
    model.server().subscribe(this::follow);
  }

  private void follow(Reading<ModelServer> reading) {
    List<Offer> now = reading.known().map(ModelServer::offers).orElse(List.of());
    if (!now.equals(offered)) {
      offered = now;
      offers.getChildren().setAll(now.stream().map(this::chip).toList());
    }
  }

  private Node head() {
    ObservableValue<Reading<ModelServer>> reading = model.server();
    Label state =
        texts.on(
            new Label(),
            Bindings.createObjectBinding(
                () -> ModelWords.state(reading.getValue(), kit.now().get()),
                reading,
                kit.now().property()));
    state.setWrapText(true);
    state.setMinWidth(0);
    state.setGraphic(new SeverityIcon(reading.map(ModelWords::severity)));
    HBox.setHgrow(state, Priority.ALWAYS);
    var head = new HBox(kit.title(Msg.sourceModel()), state);
    head.getStyleClass().add("model-headline");
    return new VBox(2, head, origin());
  }

  /** From where, by which way, and how old; and whose word the version is. */
  private Label origin() {
    ObservableValue<Reading<ModelServer>> reading = model.server();
    return Kit.quiet(
        kit.whileSaid(
            Bindings.createObjectBinding(
                () -> origin(reading.getValue()), reading, kit.now().property())));
  }

  private @Nullable Localized origin(Reading<ModelServer> reading) {
    return reading
        .age(kit.now().get())
        .<Localized>map(age ->
            Msg.gpuOrigin(
                reading.origin().address(),
                reading.origin().route().title(),
                Msg.readingAge(Quantity.duration(age))))
        .orElse(null);
  }

  private Node identity() {
    var name =
        new ReadingLabel<>(texts, kit.now(), kit.part(ModelServer::name), Localized::verbatim);
    name.getStyleClass().add("model-name");
    name.setWrapText(true);
    name.setMinWidth(0);
    ObservableValue<Localized> words =
        model
            .server()
            .map(reading -> reading.known().map(s -> ModelWords.kind(s.model())).orElse(null));
    return new VBox(2, name, Kit.quiet(kit.whileSaid(words)));
  }

  private Node facts() {
    var facts =
        new FlowPane(
            slots(),
            kit.fact(Msg.gpuQueue(), ModelServer::waiting, n -> Quantity.number(n, 0)),
            kit.factIfTold(
                Msg.gpuModelReads(),
                s -> s.work().promptTokensPerSecond(),
                speed -> Msg.gpuTokensPerSecond(Quantity.number(speed, 0))),
            kit.factIfTold(
                Msg.gpuModelCached(), s -> s.work().cachedPromptPercent(), Quantity::percent),
            kit.factIfTold(
                Msg.gpuModelCacheUsed(), s -> s.work().cacheUsedPercent(), Quantity::percent),
            kit.factIfTold(
                Msg.gpuModelTrained(),
                s -> s.model().trainedContext(),
                tokens -> Msg.gpuTokens(tokens)),
            kit.factIfTold(
                Msg.gpuModelLongest(), s -> s.work().longest(), tokens -> Msg.gpuTokens(tokens)));
    facts.getStyleClass().add("facts");
    return facts;
  }

  /** On a line of its own, which may break: among the others it would not fit a narrow card. */
  private HBox context() {
    HBox fact = kit.fact(Msg.gpuContext(), s -> ModelWords.context(s.model()), words -> words);
    fact.setAlignment(Pos.TOP_LEFT);
    if (fact.getChildren().getFirst() instanceof Label name) {
      name.setMinWidth(USE_PREF_SIZE);
    }
    if (fact.getChildren().getLast() instanceof Label value) {
      value.setMinWidth(0);
      value.setWrapText(true);
    }
    return fact;
  }

  private HBox slots() {
    HBox fact = kit.named(Msg.gpuModelSlots(), kit.value(ModelCard::slotsOf, words -> words));
    var squares = new SlotSquares();
    fact.getChildren().add(1, squares);
    fact.setAlignment(Pos.CENTER_LEFT);
    model
        .server()
        .subscribe(reading -> {
          ModelServer server = reading.known().orElse(null);
          Integer busy = server == null ? null : server.slotsBusy();
          Integer total = server == null ? null : server.slotsTotal();
          squares.show(busy == null ? 0 : busy, busy == null || total == null ? 0 : total);
        });
    return fact;
  }

  private static @Nullable Message slotsOf(ModelServer server) {
    Integer busy = server.slotsBusy();
    Integer total = server.slotsTotal();
    return busy == null || total == null ? null : Msg.gpuOf(busy, total);
  }

  private static @Nullable Localized switchedOff(Reading<ModelServer> reading) {
    return reading
        .known()
        .filter(server -> server.work().switchedOff())
        .<Localized>map(server -> Msg.gpuModelSwitchedOff())
        .orElse(null);
  }

  private Node offers() {
    offers.getStyleClass().add("model-offers");
    var box = new VBox(4, kit.title(Msg.gpuModelOffers()), offers);
    Kit.showWhile(
        box, model.server().map(r -> r.known().map(s -> !s.offers().isEmpty()).orElse(false)));
    return box;
  }

  private Node chip(Offer offer) {
    Label chip = texts.on(new Label(), ModelWords.offer(offer));
    chip.getStyleClass().addAll("model-offer", "small");
    chip.pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("loaded"), offer.status() == Offer.Status.LOADED);
    chip.setWrapText(true);
    return chip;
  }
}
