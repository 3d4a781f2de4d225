package net.pesulabs.console.page.pods;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.pods.PodsStatus.Kind;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the empty table says: why it is empty, and what to do. */
final class PodsPlaceholder extends VBox {

  PodsPlaceholder(Texts texts, PodsViewModel model) {
    getStyleClass().add("pods-placeholder");
    ObservableValue<Kind> kind = model.status().map(PodsStatus::kind);
    var icon = new FontIcon(Feather.LOADER);
    kind.subscribe(k -> icon.setIconCode(shape(k)));
    Label text = texts.on(new Label(), model.status().map(PodsStatus::text));
    text.getStyleClass().add("pods-placeholder-text");
    Label advice = texts.on(new Label(), model.status().map(PodsStatus::advice));
    advice.getStyleClass().add("muted");
    Button clear = texts.on(new Button(), Msg.podsClearFilter());
    clear.setOnAction(event -> model.clearFilter());
    showIf(clear, kind.map(Kind.NO_MATCH::equals));
    showIf(advice, advice.textProperty().isNotEmpty());
    text.setWrapText(true);
    advice.setWrapText(true);
    getChildren().addAll(icon, text, advice, clear);
  }

  private static void showIf(Node node, ObservableValue<Boolean> shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(node.visibleProperty());
  }

  private static Feather shape(Kind kind) {
    return switch (kind) {
      case WAITING, LISTING, SHOWN -> Feather.LOADER;
      case UNKNOWN -> Feather.HELP_CIRCLE;
      case NO_PODS -> Feather.BOX;
      case NO_MATCH -> Feather.SEARCH;
    };
  }
}
