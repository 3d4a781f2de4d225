package net.pesulabs.console.page.gpu.fit;

import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Message;
import org.controlsfx.control.SegmentedButton;

/** A few values side by side, one of which always holds. */
final class Choices<T> {

  private final SegmentedButton buttons = new SegmentedButton();
  private final Texts texts;
  private final Property<T> chosen;

  Choices(Texts texts, Property<T> chosen) {
    this.texts = texts;
    this.chosen = chosen;
  }

  Choices<T> offer(T value, Message words) {
    var button = texts.on(new ToggleButton(), words);
    button.setMinWidth(ToggleButton.USE_PREF_SIZE);
    button.setOnAction(event -> {
      chosen.setValue(value);
      button.setSelected(true); // a second click does not unchoose
    });
    buttons.getButtons().add(button);
    chosen.subscribe(now -> button.setSelected(value.equals(now)));
    return this;
  }

  SegmentedButton node() {
    return buttons;
  }
}
