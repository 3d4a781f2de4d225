package net.pesulabs.console.page.chat;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where nothing is said yet: what this is, where words go, and how one might begin. */
final class StartPane extends VBox {

  StartPane(ChatViewModel chat, Texts texts, Runnable picked) {
    getStyleClass().add("chat-start");
    var icon = new FontIcon(Feather.MESSAGE_CIRCLE);
    icon.getStyleClass().add("chat-start-icon");
    var title = texts.on(new Label(), Msg.chatStartTitle());
    title.getStyleClass().add("chat-start-title");
    var about = wrapped(texts.on(new Label(), Msg.chatStartAbout()));
    var privacy = wrapped(texts.on(new Label(), Msg.chatStartPrivate()));
    privacy.getStyleClass().add("small");
    privacy.setTextAlignment(TextAlignment.LEFT);
    var lock = new HBox(new FontIcon(Feather.LOCK), privacy);
    lock.getStyleClass().add("chat-start-private");

    var chips = new FlowPane();
    chips.getStyleClass().add("chat-chips");
    for (Message idea :
        List.of(Msg.chatIdeaExplain(), Msg.chatIdeaDinner(), Msg.chatIdeaLetter())) {
      var chip = texts.on(new Button(), idea);
      chip.getStyleClass().add("chat-chip");
      chip.setOnAction(event -> {
        chat.draftProperty().set(texts.say(idea));
        picked.run();
      });
      chips.getChildren().add(chip);
    }

    var back = texts.on(new Hyperlink(), Msg.chatBringBack());
    back.setGraphic(new FontIcon(Feather.CORNER_UP_LEFT));
    back.setOnAction(event -> chat.bringBack());
    Shown.when(back, Bindings.isNotEmpty(chat.setAside()));
    getChildren().addAll(icon, title, about, chips, lock, back);
  }

  private static Label wrapped(Label label) {
    label.setWrapText(true);
    label.setTextAlignment(TextAlignment.CENTER);
    label.getStyleClass().addAll("muted", "chat-start-words");
    return label;
  }
}
