package net.pesulabs.console.fx;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Quantity;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Says, over figures that are no longer live, how old they are and why; takes no room while they
 * are.
 */
public final class StaleNotice extends HBox {

  /**
   * A notice.
   *
   * @param words makes the sentence of the age and the reason
   */
  public <T> StaleNotice(
      Texts texts,
      ObservableValue<Instant> now,
      ObservableValue<Reading<T>> reading,
      BiFunction<Localized, Localized, Localized> words) {
    getStyleClass().add("stale-notice");
    var label = new Label();
    label.setWrapText(true);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    reading.getValue() instanceof Reading.Stale<T> stale
                        ? texts.say(
                            words.apply(
                                Quantity.duration(stale.age(now.getValue()).orElse(Duration.ZERO)),
                                stale.why()))
                        : "",
                reading,
                now,
                texts.languageProperty()));
    getChildren().addAll(new FontIcon(Feather.CLOCK), label);
    managedProperty().bind(visibleProperty());
    visibleProperty().bind(reading.map(value -> value instanceof Reading.Stale<T>));
  }
}
