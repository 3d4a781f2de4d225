package net.pesulabs.console.page.doctor;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import net.pesulabs.console.doctor.Hop;
import net.pesulabs.console.doctor.HopId;
import net.pesulabs.console.doctor.Words;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Msg;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One hop in the chain: a shape, a name, and on hovering what was found. */
final class HopChip extends Label {

  HopChip(Hop hop, Texts texts) {
    super(texts.say(hop.id().title()), new FontIcon(Kit.icon(hop.state())));
    getStyleClass().add("doctor-chip");
    Kit.mark(this, hop.state().name());
    String said = texts.say(hop.text());
    setTooltip(new Tooltip(said));
    setAccessibleText(
        texts.say(Msg.doctorHopSpoken(hop.id().title(), Words.state(hop.state()), hop.text())));
  }

  private HopChip(HopId id, Texts texts) {
    super(texts.say(id.title()), new FontIcon(Feather.LOADER));
    getStyleClass().add("doctor-chip");
    Kit.mark(this, "walking");
  }

  /** A hop that is being examined. */
  static HopChip walking(HopId id, Texts texts) {
    return new HopChip(id, texts);
  }
}
