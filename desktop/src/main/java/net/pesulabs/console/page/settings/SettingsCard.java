package net.pesulabs.console.page.settings;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Message;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Settings that belong together, with a sentence on what they are for. */
final class SettingsCard extends VBox {

  SettingsCard(Texts texts, Ikon icon, Message title, Message about, Node... content) {
    getStyleClass().addAll("card", "settings-card");
    var name = texts.on(new Label(), title);
    name.getStyleClass().add("card-title");
    var head = new HBox(new FontIcon(icon), name);
    head.getStyleClass().add("settings-card-head");
    var words = texts.on(new Label(), about);
    words.setWrapText(true);
    words.getStyleClass().add("muted");
    getChildren().addAll(head, words);
    getChildren().addAll(content);
  }
}
