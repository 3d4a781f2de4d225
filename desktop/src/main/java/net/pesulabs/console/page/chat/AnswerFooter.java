package net.pesulabs.console.page.chat;

import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.chat.ReplyEvent;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Under an answer: copy it, ask again where it broke off, and what it took. */
final class AnswerFooter extends HBox {

  AnswerFooter(Answer answer, ChatViewModel chat, Texts texts) {
    getStyleClass().add("answer-footer");
    var count = texts.on(new Label(), answer.progressProperty().map(AnswerFooter::count));
    count.getStyleClass().addAll("muted", "small");
    getChildren().addAll(retry(answer, chat, texts), copy(answer, texts), count);
    Shown.when(
        this,
        Bindings.createObjectBinding(
            () -> answer.endedProperty().get() != null || answer.progressProperty().get() != null,
            answer.endedProperty(),
            answer.progressProperty()));
  }

  private static Button retry(Answer answer, ChatViewModel chat, Texts texts) {
    var button = texts.on(new Button(), Msg.chatRetry());
    button.setGraphic(new FontIcon(Feather.ROTATE_CW));
    button.getStyleClass().add("answer-retry");
    button.setOnAction(event -> chat.retry());
    button.disableProperty().bind(chat.canAsk().map(can -> !can));
    return Shown.when(
        button,
        Bindings.createObjectBinding(
            () -> chat.canRetry(answer), answer.endedProperty(), chat.entries()));
  }

  private static Button copy(Answer answer, Texts texts) {
    var icon = new FontIcon(Feather.COPY);
    var button = new Button(null, icon);
    button.getStyleClass().addAll("button-icon", "flat", "answer-copy");
    texts.explain(button, Msg.chatCopy());
    var pause = new PauseTransition(Duration.seconds(1.5));
    pause.setOnFinished(event -> icon.setIconCode(Feather.COPY));
    button.setOnAction(event -> {
      TextSelection.copy(answer.text().toString());
      icon.setIconCode(Feather.CHECK);
      pause.playFromStart();
    });
    return Shown.when(
        button,
        Bindings.createObjectBinding(
            () -> answer.endedProperty().get() != null && !answer.text().isEmpty(),
            answer.endedProperty()));
  }

  private static Message count(ReplyEvent.Progress progress) {
    return Msg.chatCount(
        Quantity.number(progress.tokensPerSecond(), 1), Quantity.number(progress.tokens(), 0));
  }
}
