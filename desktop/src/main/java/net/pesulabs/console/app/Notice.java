package net.pesulabs.console.app;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Something the person should know, in a line across the window. */
final class Notice {

  private final HBox root = new HBox();
  private final Button close = new Button(null, new FontIcon(Feather.X));

  Notice(Texts texts, Message text) {
    var label = texts.on(new Label(), text);
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    close.getStyleClass().addAll("button-icon", "flat");
    texts.explain(close, Msg.appClose());
    root.getStyleClass().add("notice");
    root.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(new SeverityIcon(Severity.WARNING), label, close);
  }

  HBox root() {
    return root;
  }

  HBox root(Runnable onClose) {
    close.setOnAction(event -> onClose.run());
    return root;
  }
}
