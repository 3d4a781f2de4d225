package net.pesulabs.console.page.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import net.pesulabs.console.fx.CopyText;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How to set something up on another machine: folded away, with the commands to copy. */
final class Recipe extends TitledPane {

  /**
   * @param commands file of this package that holds them
   */
  Recipe(Texts texts, Message title, Message about, String commands) {
    texts.on(this, title);
    getStyleClass().addAll("dense", "recipe");
    setExpanded(false);
    setAnimated(false);
    String lines = read(commands);
    var words = texts.on(new Label(), about);
    words.setWrapText(true);
    var code = new CopyText(lines, texts.say(Msg.gatewaySettingsCopy()), "mono");
    code.getStyleClass().add("small");
    var copy = texts.on(new Button(), Msg.gatewaySettingsCopy());
    copy.setGraphic(new FontIcon(Feather.COPY));
    copy.getStyleClass().add("recipe-copy");
    copy.setOnAction(event -> CopyText.copy(lines));
    var content = new VBox(8, words, code, copy);
    // Folded away it has no room, and what has none is cut.
    expandedProperty().subscribe(open -> setContent(open ? content : null));
  }

  static String read(String file) {
    try (InputStream in = Recipe.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
