package net.pesulabs.console.page.chat;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Page;
import net.pesulabs.console.page.PageContext;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The chat page. An answer goes on being written while another page is looked at. */
public final class ChatView implements Page {

  private final ChatViewModel chat;
  private final Texts texts;
  private final BorderPane root = new BorderPane();
  private final Transcript transcript = new Transcript();
  private final Composer composer;

  public static ChatView create(PageContext context) {
    return new ChatView(
        new ChatViewModel(context.chat(), context.homelab(), context.pulse(), context.clock()),
        context);
  }

  private ChatView(ChatViewModel chat, PageContext context) {
    this.chat = chat;
    this.texts = context.texts();
    this.composer = new Composer(chat, texts);
    var start = new StartPane(chat, texts, composer::focusText);
    Shown.when(start, Bindings.isEmpty(chat.entries()));
    Shown.when(transcript, Bindings.isNotEmpty(chat.entries()));

    root.getStyleClass().addAll("page", "chat-page");
    root.setTop(new ChatHeader(chat, texts, context.now()));
    root.setCenter(new StackPane(start, transcript, toTheEnd()));
    root.setBottom(composer);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::scrollKeys);
    chat.entries().addListener((ListChangeListener<Entry>) this::show);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void activate() {
    chat.activate();
    composer.focusText();
  }

  @Override
  public void deactivate() {
    chat.deactivate();
  }

  /** Sends a text as if somebody had typed it: where the model cannot be asked, it stays typed. */
  public void say(String text) {
    chat.draftProperty().set(text);
    chat.send();
  }

  /** Whether an answer is being waited for or written. */
  public boolean isBusy() {
    return chat.stateProperty().get().isBusy();
  }

  private Button toTheEnd() {
    var button = texts.on(new Button(), Msg.chatNewText());
    button.setGraphic(new FontIcon(Feather.ARROW_DOWN));
    button.getStyleClass().addAll("accent", "chat-to-end");
    button.setOnAction(event -> transcript.followEnd());
    StackPane.setAlignment(button, Pos.BOTTOM_CENTER);
    return Shown.when(button, transcript.unseenProperty());
  }

  private void show(ListChangeListener.Change<? extends Entry> change) {
    while (change.next()) {
      transcript.remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
      for (int i = change.getFrom(); i < change.getTo(); i++) {
        transcript.add(i, row(chat.entries().get(i)));
      }
    }
    // Who asks something wants to see what comes.
    transcript.followEnd();
  }

  private Node row(Entry entry) {
    return switch (entry) {
      case Question question -> new QuestionRow(question);
      case Answer answer -> new AnswerRow(answer, chat, texts);
    };
  }

  /** The composer's own lines are few: page keys belong to the conversation. */
  private void scrollKeys(KeyEvent event) {
    if (event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.PAGE_DOWN) {
      transcript.page(event.getCode() == KeyCode.PAGE_UP ? -1 : 1);
      event.consume();
    }
  }
}
