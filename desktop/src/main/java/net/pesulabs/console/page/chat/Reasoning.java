package net.pesulabs.console.page.chat;

import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The model's reasoning, folded. Nothing of it is laid out while it is folded. */
final class Reasoning extends VBox {

  private final Answer answer;
  private @Nullable SelectableText text;
  private @Nullable Subscription growing;

  Reasoning(Answer answer, Texts texts) {
    this.answer = answer;
    getStyleClass().add("reasoning");
    var icon = new FontIcon(Feather.CHEVRON_RIGHT);
    var toggle = new ToggleButton();
    toggle.setGraphic(icon);
    toggle.getStyleClass().addAll("flat", "small", "reasoning-toggle");
    texts.on(
        toggle,
        Bindings.createObjectBinding(
            () -> title(answer), answer.thoughtForProperty(), answer.endedProperty()));
    toggle
        .selectedProperty()
        .subscribe(open -> {
          icon.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
          show(open);
        });
    getChildren().add(toggle);
    Shown.now(this, false);
    answer.thoughts().follow(piece -> Shown.now(this, true));
  }

  private static Message title(Answer answer) {
    Duration took = answer.thoughtForProperty().get();
    if (took == null) {
      return Msg.chatThinking();
    }
    return took.toSeconds() == 0
        ? Msg.chatThoughtsBrief()
        : Msg.chatThoughts(Quantity.duration(took));
  }

  private void show(boolean open) {
    if (growing != null) {
      growing.close();
      growing = null;
    }
    if (text != null) {
      getChildren().remove(text);
      text = null;
    }
    if (open) {
      var shown = new SelectableText();
      shown.getStyleClass().add("reasoning-text");
      growing = answer.thoughts().follow(shown::append);
      getChildren().add(shown);
      text = shown;
    }
  }
}
