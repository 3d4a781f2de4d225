package net.pesulabs.console.page.settings;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.i18n.Localized;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/** A few values side by side, one of which always holds. */
final class Choice<T> {

  private final SegmentedButton buttons = new SegmentedButton();
  private final Texts texts;
  private final ObservableValue<? extends @Nullable T> current;
  private final Consumer<@Nullable T> choose;

  /**
   * @param choose hears what the person picks
   */
  Choice(
      Texts texts, ObservableValue<? extends @Nullable T> current, Consumer<@Nullable T> choose) {
    this.texts = texts;
    this.current = current;
    this.choose = choose;
  }

  Choice<T> offer(@Nullable T value, Localized words) {
    var button = texts.on(new ToggleButton(), words);
    button.setMinWidth(ToggleButton.USE_PREF_SIZE);
    button.setOnAction(event -> {
      choose.accept(value);
      button.setSelected(true); // a second click does not unchoose
    });
    buttons.getButtons().add(button);
    current.subscribe(now -> button.setSelected(Objects.equals(now, value)));
    return this;
  }

  SegmentedButton node() {
    return buttons;
  }
}
