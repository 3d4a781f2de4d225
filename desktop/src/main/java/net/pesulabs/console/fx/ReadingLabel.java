package net.pesulabs.console.fx;

import java.time.Instant;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import net.pesulabs.console.homelab.Freshness;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/**
 * The one way a reading gets on screen: its value while live, the same greyed while stale, a dash
 * while unknown; where it came from, its age and any reason in the tooltip.
 */
public final class ReadingLabel<T> extends Label {

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");

  /** What stands where a value is not known: never a zero. */
  public static final String DASH = "–";

  public ReadingLabel(
      Texts texts,
      Now now,
      ObservableValue<? extends Reading<T>> reading,
      Function<T, Localized> words) {
    getStyleClass().add("reading");
    textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> reading.getValue().known().map(words).map(w -> texts.say(w)).orElse(DASH),
                reading,
                texts.languageProperty()));
    reading.subscribe(value -> {
      pseudoClassStateChanged(STALE, value.freshness() == Freshness.STALE);
      pseudoClassStateChanged(UNKNOWN, value.freshness() == Freshness.UNKNOWN);
    });
    var tooltip = new Tooltip();
    tooltip.setOnShowing(
        event -> tooltip.setText(explain(reading.getValue(), now.get(), texts.language())));
    setTooltip(tooltip);
  }

  /** Source, way, age and reason of a reading, one a line. */
  public static String explain(Reading<?> reading, Instant now, Language language) {
    var origin = reading.origin();
    var lines = new StringBuilder(origin.source().title().in(language));
    if (!origin.address().isEmpty()) {
      lines.append(" · ").append(origin.address());
    }
    lines.append(" · ").append(origin.route().title().in(language));
    reading
        .age(now)
        .ifPresent(
            age -> lines.append('\n').append(Msg.readingAge(Quantity.duration(age)).in(language)));
    reading.problem().ifPresent(why -> lines.append('\n').append(why.in(language)));
    return lines.toString();
  }
}
