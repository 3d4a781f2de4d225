package net.pesulabs.console.page.chat;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.ReadingLabel;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Whom one talks with, whether it can hear, and how full its memory of this conversation is. */
final class ChatHeader extends HBox {

  ChatHeader(ChatViewModel chat, Texts texts, Now now) {
    getStyleClass().add("chat-header");
    var title = texts.on(new Label(), Msg.chatTitle());
    title.getStyleClass().add("page-title");

    var name =
        new ReadingLabel<>(
            texts,
            now,
            chat.modelProperty().map(m -> m.map(ModelServer::name)),
            Localized::verbatim);
    name.getStyleClass().addAll("strong", "chat-model");
    var icon = new SeverityIcon(chat.link().map(ModelLink::severity));
    var status = texts.on(new Label(), chat.link().map(ModelLink::text));
    status.setMinWidth(USE_PREF_SIZE);
    var why = texts.on(new Label(), chat.link().map(ModelLink::why));
    why.getStyleClass().add("muted");
    Shown.when(why, why.textProperty().isNotEmpty());
    why.setWrapText(true);
    var model = new HBox(icon, name, status);
    model.getStyleClass().add("chat-status");

    var left = new VBox(title, model, why);
    HBox.setHgrow(left, Priority.ALWAYS);
    left.setMinWidth(0);
    getChildren().addAll(left, gauge(chat, texts), anew(chat, texts));
  }

  private static VBox gauge(ChatViewModel chat, Texts texts) {
    var words =
        texts.on(
            new Label(),
            Bindings.createObjectBinding(
                () -> used(chat), chat.contextUsedProperty(), chat.modelProperty()));
    words.getStyleClass().addAll("muted", "small");
    var bar = new ProgressBar();
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> share(chat), chat.contextUsedProperty(), chat.modelProperty()));
    Shown.when(bar, bar.progressProperty().greaterThanOrEqualTo(0));
    var box = new VBox(words, bar);
    box.getStyleClass().add("chat-context");
    box.setMinWidth(USE_PREF_SIZE);
    texts.explain(box, Msg.chatContextHelp());
    return Shown.when(box, chat.contextUsedProperty().isNotNull());
  }

  private static @Nullable Message used(ChatViewModel chat) {
    Integer used = chat.contextUsedProperty().get();
    Integer size = size(chat);
    if (used == null) {
      return null;
    }
    return size == null
        ? Msg.chatContextUsed(Quantity.number(used, 0))
        : Msg.chatContext(Quantity.number(used, 0), Quantity.number(size, 0));
  }

  /** From 0 to 1; below zero where it is not known. */
  private static double share(ChatViewModel chat) {
    Integer used = chat.contextUsedProperty().get();
    Integer size = size(chat);
    return used == null || size == null || size == 0 ? -1 : Math.min(1, (double) used / size);
  }

  private static @Nullable Integer size(ChatViewModel chat) {
    return chat.modelProperty().get().known().map(ModelServer::context).orElse(null);
  }

  private static Button anew(ChatViewModel chat, Texts texts) {
    var button = texts.on(new Button(), Msg.chatNew());
    button.setGraphic(new FontIcon(Feather.EDIT));
    button.getStyleClass().add("chat-new");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> chat.startAnew());
    button.disableProperty().bind(Bindings.isEmpty(chat.entries()));
    return button;
  }
}
