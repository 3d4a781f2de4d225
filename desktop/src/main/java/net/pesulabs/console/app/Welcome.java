package net.pesulabs.console.app;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the very first start shows: try the demo, or add one's own homelab. */
final class Welcome {

  private static final double CARD_WIDTH = 320;
  private static final double WIDTH = 700;

  private final StackPane root = new StackPane();

  Welcome(Texts texts, Runnable onDemo, Runnable onOwn) {
    var title = texts.on(new Label(), Msg.welcomeTitle());
    title.getStyleClass().add("welcome-title");
    var text = texts.on(new Label(), Msg.welcomeText());
    text.setWrapText(true);
    text.setMaxWidth(WIDTH);
    text.getStyleClass().addAll("muted", "welcome-text");
    var own =
        card(
            texts,
            Feather.HOME,
            Msg.welcomeOwn(),
            Msg.welcomeOwnText(),
            Msg.welcomeOwnButton(),
            onOwn);
    own.getChildren().getLast().getStyleClass().add("accent");
    var demo =
        card(
            texts,
            Feather.PLAY_CIRCLE,
            Msg.welcomeDemo(),
            Msg.welcomeDemoText(),
            Msg.welcomeDemoButton(),
            onDemo);
    var choices = new HBox(16, own, demo);
    choices.setAlignment(Pos.CENTER);
    var column = new VBox(16, title, text, choices);
    column.setAlignment(Pos.CENTER);
    root.getStyleClass().add("page");
    root.getChildren().add(column);
  }

  StackPane root() {
    return root;
  }

  private static VBox card(
      Texts texts, Feather icon, Message title, Message text, Message action, Runnable onAction) {
    var heading = texts.on(new Label(null, new FontIcon(icon)), title);
    heading.getStyleClass().add("card-title");
    var words = texts.on(new Label(), text);
    words.setWrapText(true);
    words.getStyleClass().add("muted");
    words.setMinHeight(Label.USE_PREF_SIZE);
    var button = texts.on(new Button(), action);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> onAction.run());
    var card = new VBox(heading, words, button);
    card.getStyleClass().add("card");
    card.setPrefWidth(CARD_WIDTH);
    return card;
  }
}
