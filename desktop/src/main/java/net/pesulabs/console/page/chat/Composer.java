package net.pesulabs.console.page.chat;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where one types. Enter sends, Shift+Enter begins a line, Esc stops the answer. */
final class Composer extends VBox {

  private static final double LOWEST = 44;
  private static final double HIGHEST = 180;

  private final ChatViewModel chat;
  private final TextArea area = new TextArea();

  Composer(ChatViewModel chat, Texts texts) {
    this.chat = chat;
    getStyleClass().add("composer");
    area.getStyleClass().add("composer-text");
    area.setWrapText(true);
    area.setPrefRowCount(1);
    area.setPrefHeight(LOWEST);
    area.textProperty().bindBidirectional(chat.draftProperty());
    area.promptTextProperty().bind(texts.of(Msg.chatPrompt()));
    area.accessibleTextProperty().bind(texts.of(Msg.chatPrompt()));
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    HBox.setHgrow(area, Priority.ALWAYS);

    var box = new HBox(area, buttons(texts));
    box.getStyleClass().add("composer-box");
    getChildren().addAll(box, note(texts));
  }

  void focusText() {
    area.requestFocus();
    area.end();
  }

  private StackPane buttons(Texts texts) {
    var busy = chat.stateProperty().map(ChatState::isBusy);
    var send = texts.on(new Button(), Msg.chatSend());
    send.setGraphic(new FontIcon(Feather.SEND));
    send.getStyleClass().addAll("accent", "composer-send");
    send.setOnAction(event -> chat.send());
    send.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !chat.canAsk().getValue() || chat.draftProperty().get().isBlank(),
                chat.canAsk(),
                chat.draftProperty()));
    var stop = texts.on(new Button(), Msg.chatStop());
    stop.setGraphic(new FontIcon(Feather.SQUARE));
    stop.getStyleClass().add("composer-stop");
    stop.setOnAction(event -> chat.stop());
    send.setMinWidth(USE_PREF_SIZE);
    stop.setMinWidth(USE_PREF_SIZE);
    return new StackPane(Shown.when(send, busy.map(b -> !b)), Shown.when(stop, busy));
  }

  private HBox note(Texts texts) {
    var icon = new SeverityIcon(chat.link().map(ModelLink::severity));
    Shown.when(icon, chat.link().map(link -> !link.open()));
    var words = texts.on(new Label(), chat.note());
    words.getStyleClass().addAll("muted", "small");
    words.setWrapText(true);
    var note = new HBox(icon, words);
    note.getStyleClass().add("composer-note");
    return note;
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
      area.replaceSelection("\n");
    } else if (event.getCode() == KeyCode.ENTER) {
      chat.send();
    } else if (event.getCode() == KeyCode.ESCAPE && chat.stateProperty().get().isBusy()) {
      chat.stop();
    } else {
      return;
    }
    event.consume();
  }

  /** A text area does not grow with its text by itself. */
  @Override
  protected void layoutChildren() {
    if (!area.prefHeightProperty().isBound()
        && area.lookup(".content") instanceof Region content
        && content.lookup(".text") instanceof Node text) {
      area.prefHeightProperty()
          .bind(
              Bindings.createDoubleBinding(
                  () ->
                      Math.clamp(
                          Math.ceil(text.getLayoutBounds().getHeight())
                              + height(content.getInsets())
                              + height(area.getInsets()),
                          LOWEST,
                          HIGHEST),
                  area.insetsProperty(),
                  content.insetsProperty(),
                  text.layoutBoundsProperty()));
    }
    super.layoutChildren();
  }

  private static double height(Insets insets) {
    return insets.getTop() + insets.getBottom();
  }
}
