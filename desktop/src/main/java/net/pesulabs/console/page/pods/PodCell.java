package net.pesulabs.console.page.pods;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import net.pesulabs.console.fx.SeverityIcon;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Localized;
import org.jspecify.annotations.Nullable;

/** A cell of the table of pods. */
class PodCell extends TableCell<PodRow, PodRow.Seen> {

  private final Texts texts;
  private final BiFunction<PodRow.Seen, Instant, Localized> words;
  private final ObservableValue<Instant> now;
  private final ObjectProperty<Instant> tick = new SimpleObjectProperty<>();

  PodCell(
      Texts texts,
      ObservableValue<Instant> now,
      BiFunction<PodRow.Seen, Instant, Localized> words) {
    this.texts = texts;
    this.words = words;
    this.now = now;
  }

  /** Says itself anew each second, as an age does. */
  PodCell ticking() {
    // By a property of its own, so that a cell the table threw away can be forgotten.
    tick.bind(now);
    tick.subscribe(instant -> {
      PodRow.Seen seen = getItem();
      if (seen != null && !isEmpty()) {
        render(seen);
      }
    });
    return this;
  }

  @Override
  protected void updateItem(PodRow.@Nullable Seen seen, boolean empty) {
    super.updateItem(seen, empty);
    if (empty || seen == null) {
      setText(null);
      setGraphic(null);
    } else {
      render(seen);
    }
  }

  void render(PodRow.Seen seen) {
    setText(texts.say(words.apply(seen, now.getValue())));
  }

  /** A sentence for the pointer, made up when it comes. */
  final void explain(Function<PodRow.Seen, Localized> sentence) {
    // Made for the cell the pointer comes to: a tooltip costs more than its cell, and there are
    // hundreds of cells.
    setOnMouseEntered(event -> {
      PodRow.Seen seen = getItem();
      setTooltip(seen == null || isEmpty() ? null : hint(texts.say(sentence.apply(seen))));
    });
    setOnMouseExited(event -> setTooltip(null));
  }

  private static Tooltip hint(String words) {
    var hint = new Tooltip(words);
    hint.setWrapText(true);
    hint.setMaxWidth(420);
    return hint;
  }

  final String say(Localized text) {
    return texts.say(text);
  }

  /** A text that is often cut short, and whole in its tooltip. */
  static PodCell whole(
      Texts texts,
      ObservableValue<Instant> now,
      BiFunction<PodRow.Seen, Instant, Localized> words,
      Function<PodRow.Seen, Localized> whole) {
    var cell = new PodCell(texts, now, words);
    cell.explain(whole);
    return cell;
  }

  /** The status in the colour of its severity; the sentence in its tooltip. */
  static final class Status extends PodCell {
    private @Nullable Severity shown;

    Status(Texts texts, ObservableValue<Instant> now) {
      super(texts, now, (seen, instant) -> Localized.verbatim(seen.pod().status()));
      explain(seen -> seen.health().text());
    }

    @Override
    void render(PodRow.Seen seen) {
      super.render(seen);
      Severity severity = seen.health().severity();
      if (severity != shown) {
        if (shown != null) {
          getStyleClass().remove(style(shown));
        }
        getStyleClass().add(style(severity));
        shown = severity;
      }
    }

    private static String style(Severity severity) {
      return "severity-" + severity.id();
    }
  }

  /** The severity as a shape. */
  static final class Mark extends PodCell {
    private final SeverityIcon icon = new SeverityIcon(Severity.UNKNOWN);

    Mark(Texts texts, ObservableValue<Instant> now) {
      super(texts, now, (seen, instant) -> seen.health().text());
      explain(seen -> seen.health().text());
    }

    @Override
    void render(PodRow.Seen seen) {
      icon.show(seen.health().severity());
      setGraphic(icon);
      setAccessibleText(say(seen.health().text()));
    }
  }
}
