package net.pesulabs.console.page.gpu;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.CardCondition;
import net.pesulabs.console.health.GpuHealth;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.page.MainCard;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The name and state of one card among several, over its figures; those of a card that only draws
 * the screen are folded away at first.
 */
final class CardHead extends HBox {

  private final Texts texts;
  private final GpuViewModel model;
  private final String id;

  CardHead(Texts texts, GpuViewModel model, String id, Node section) {
    this.texts = texts;
    this.model = model;
    this.id = id;
    getStyleClass().addAll("gpu-card-head");
    var folded = new SimpleBooleanProperty(onlyDraws());
    var title = new Label();
    title.getStyleClass().add("card-title");
    title.setGraphic(icon());
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::words, model.gpu(), model.found(), texts.languageProperty()));
    var figures = new Label();
    figures.getStyleClass().addAll("muted", "small");
    figures.setMinWidth(0);
    figures
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> folded.get() ? figures() : "",
                model.gpu(),
                folded,
                texts.languageProperty()));
    var spring = new Region();
    setHgrow(spring, Priority.ALWAYS);
    getChildren().addAll(title, figures, spring, toggle(folded));
    section.visibleProperty().unbind();
    section.managedProperty().unbind();
    section.visibleProperty().bind(folded.not());
    section.managedProperty().bind(folded.not());
  }

  /** A card that is the only one again is not folded. */
  static void unfold(Node section) {
    section.visibleProperty().unbind();
    section.managedProperty().unbind();
    section.setVisible(true);
    section.setManaged(true);
  }

  private Hyperlink toggle(BooleanProperty folded) {
    var toggle = new Hyperlink();
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.say(folded.get() ? Msg.gpuStatesMore() : Msg.gpuStatesLess()),
                folded,
                texts.languageProperty()));
    toggle
        .graphicProperty()
        .bind(folded.map(f -> new FontIcon(f ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP)));
    toggle.setOnAction(event -> {
      folded.set(!folded.get());
      toggle.setVisited(false);
    });
    return toggle;
  }

  private FontIcon icon() {
    var icon = new FontIcon(Feather.HELP_CIRCLE);
    ObservableValue<Feather> shape =
        Bindings.createObjectBinding(
            () -> ConditionIcons.of(condition()), model.gpu(), model.found());
    shape.subscribe(icon::setIconCode);
    icon.getProperties().put("shape", shape); // or nobody holds it
    return icon;
  }

  /** What speaks for the card; null while that is not heard. */
  private @Nullable CardCondition condition() {
    GpuNode node = model.gpu().getValue().isLive() ? node() : null;
    Card card = card();
    return node == null || card == null
        ? null
        : CardCondition.of(card, GpuHealth.about(node, card, model.found().getValue()));
  }

  private String words() {
    CardCondition condition = condition();
    String name = model.nameOf(id);
    return condition == null ? name : texts.say(Msg.gpuCardTitle(name, condition.title()));
  }

  private String figures() {
    Card card = card();
    if (card == null) {
      return "";
    }
    var words = new StringBuilder(texts.say(Msg.gpuStatesDraws()));
    Card.Vram vram = card.vram();
    if (vram != null) {
      add(words, Msg.gpuOf(Quantity.bytes(vram.usedBytes()), Quantity.bytes(vram.totalBytes())));
    }
    if (card.edge().celsius() != null) {
      add(words, Quantity.celsius(card.edge().celsius()));
    }
    return words.toString();
  }

  private void add(StringBuilder words, Localized more) {
    words.append(" · ").append(texts.say(more));
  }

  private boolean onlyDraws() {
    GpuNode node = node();
    Card card = card();
    return node != null && card != null && MainCard.onlyDraws(node, card);
  }

  private @Nullable GpuNode node() {
    return model.gpu().getValue().known().orElse(null);
  }

  private @Nullable Card card() {
    return model.card(id).getValue().known().orElse(null);
  }
}
