package net.pesulabs.console.page.doctor;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import net.pesulabs.console.doctor.Hop;
import net.pesulabs.console.doctor.Words;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.javafx.FontIcon;

/** One hop with what was found there. */
final class HopRow extends HBox {

  private static final double NAME_WIDTH = 230;

  HopRow(Hop hop, Texts texts) {
    getStyleClass().add("doctor-hop");
    Kit.mark(this, hop.state().name());
    var icon = new FontIcon(Kit.icon(hop.state()));
    Kit.mark(icon, hop.state().name());
    icon.getStyleClass().add("doctor-hop-icon");
    var name = Kit.styled(new Label(texts.say(hop.id().title())), "doctor-hop-name");
    name.setMinWidth(NAME_WIDTH);
    name.setPrefWidth(NAME_WIDTH);
    var text = Kit.wrapped(new Label(texts.say(hop.text())), "doctor-hop-text");
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(icon, name, text);
    setAccessibleText(
        texts.say(Msg.doctorHopSpoken(hop.id().title(), Words.state(hop.state()), hop.text())));
  }
}
