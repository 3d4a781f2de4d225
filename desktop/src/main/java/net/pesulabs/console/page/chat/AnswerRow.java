package net.pesulabs.console.page.chat;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.chat.ReplyEvent;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** What the model said, or says: reasoning, text, what it is doing, how it ended, and its count. */
final class AnswerRow extends VBox {

  AnswerRow(Answer answer, ChatViewModel chat, Texts texts) {
    getStyleClass().add("answer-row");
    var text = new SelectableText();
    Shown.now(text, false);
    answer
        .text()
        .follow(piece -> {
          Shown.now(text, true);
          text.append(piece);
        });
    getChildren()
        .addAll(
            new Reasoning(answer, texts),
            text,
            doing(answer, chat, texts),
            ending(answer, texts),
            new AnswerFooter(answer, chat, texts));
  }

  private static HBox doing(Answer answer, ChatViewModel chat, Texts texts) {
    var spinner = new ProgressIndicator();
    spinner.getStyleClass().add("answer-spinner");
    var words = texts.on(new Label(), chat.doing());
    words.getStyleClass().add("muted");
    var box = new HBox(spinner, words);
    box.getStyleClass().add("answer-doing");
    return Shown.when(
        box,
        Bindings.createObjectBinding(
            () -> answer.endedProperty().get() == null && chat.doing().getValue() != null,
            answer.endedProperty(),
            chat.doing()));
  }

  /** The reason under the text, wherever the answer is not simply complete. */
  private static HBox ending(Answer answer, Texts texts) {
    ObservableValue<Message> why = answer.endedProperty().map(how -> why(how, answer));
    var icon = new SeverityIcon(Severity.WARNING);
    answer
        .endedProperty()
        .subscribe(how -> {
          if (how != null && how.end() == ReplyEvent.End.FAILED) {
            icon.show(Severity.CRITICAL);
          }
        });
    var words = texts.on(new Label(), why);
    words.setWrapText(true);
    var box = new HBox(icon, words);
    box.getStyleClass().add("answer-ending");
    return Shown.when(box, why.map(message -> true).orElse(false));
  }

  private static @Nullable Message why(ReplyEvent.Ended how, Answer answer) {
    if (how.why() != null) {
      return how.why();
    }
    return switch (how.end()) {
      case COMPLETE -> answer.text().isEmpty() ? Msg.chatEndedEmpty() : null;
      case STOPPED -> Msg.chatEndedStopped();
      case LENGTH -> Msg.chatEndedLength();
      case CONTEXT_FULL -> Msg.chatEndedContextFull();
      case FAILED -> Msg.chatEndedFailed();
    };
  }
}
