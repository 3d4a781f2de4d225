package net.pesulabs.console.fx.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What the pointer and the keyboard do on a chart, to all charts of its page. The wheel alone
 * belongs to the page, which it scrolls: with Ctrl it zooms. Left and right go from one measurement
 * to the next, with Shift along the time; + and − zoom; Esc and a double click lead back.
 */
final class ChartGestures {

  private static final double STEP = 0.8;
  private static final double LEAST_PIXELS = 5;

  private final HistoryChart chart;
  private final Timeline timeline;
  private @Nullable Double pressedAt;

  private ChartGestures(HistoryChart chart, Timeline timeline) {
    this.chart = chart;
    this.timeline = timeline;
  }

  static void on(HistoryChart chart, Timeline timeline) {
    var gestures = new ChartGestures(chart, timeline);
    chart.setFocusTraversable(true);
    chart.addEventHandler(MouseEvent.MOUSE_MOVED, event -> gestures.point(event.getX()));
    chart.addEventHandler(MouseEvent.MOUSE_EXITED, event -> gestures.leave());
    chart.addEventHandler(MouseEvent.MOUSE_PRESSED, gestures::press);
    chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, gestures::drag);
    chart.addEventHandler(MouseEvent.MOUSE_RELEASED, gestures::release);
    chart.addEventHandler(ScrollEvent.SCROLL, gestures::scroll);
    chart.addEventHandler(KeyEvent.KEY_PRESSED, gestures::key);
    chart
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            gestures.leave();
          }
        });
  }

  private void point(double x) {
    ChartPlot plot = chart.plot();
    if (plot != null) {
      timeline.point(plot.at(x));
    }
  }

  private void leave() {
    if (pressedAt == null) {
      timeline.point(null);
    }
  }

  private void press(MouseEvent event) {
    chart.requestFocus();
    if (event.getButton() == MouseButton.PRIMARY) {
      pressedAt = event.getX();
    }
    event.consume();
  }

  private void drag(MouseEvent event) {
    point(event.getX());
    timeline.select(dragged(event.getX()).orElse(null));
    event.consume();
  }

  private void release(MouseEvent event) {
    Optional<Stretch> dragged = dragged(event.getX());
    pressedAt = null;
    timeline.select(null);
    if (dragged.isPresent()) {
      timeline.zoomTo(dragged.get());
    } else if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      timeline.zoomOut();
    }
    if (!chart.isHover()) {
      timeline.point(null);
    }
    event.consume();
  }

  private Optional<Stretch> dragged(double x) {
    ChartPlot plot = chart.plot();
    return plot == null || pressedAt == null || Math.abs(x - pressedAt) < LEAST_PIXELS
        ? Optional.empty()
        : Optional.of(Stretch.between(plot.at(pressedAt), plot.at(x)));
  }

  private void scroll(ScrollEvent event) {
    ChartPlot plot = chart.plot();
    if (plot == null || !event.isShortcutDown() || event.getDeltaY() == 0) {
      return;
    }
    zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, plot.at(event.getX()));
    event.consume();
  }

  private void zoom(double factor, Instant around) {
    timeline.zoomTo(timeline.shown().scaled(factor, around, Timeline.LEAST));
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> sideways(event.isShiftDown(), -1);
      case RIGHT -> sideways(event.isShiftDown(), 1);
      case HOME -> moments().stream().findFirst().ifPresent(timeline::point);
      case END -> moments().reversed().stream().findFirst().ifPresent(timeline::point);
      case PLUS, ADD, EQUALS -> zoom(STEP, around());
      case MINUS, SUBTRACT -> zoom(1 / STEP, around());
      case ESCAPE -> {
        if (!escape()) {
          return;
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Lets go of what is dragged, else goes back to the whole range, else points at nothing. */
  private boolean escape() {
    if (pressedAt != null) {
      pressedAt = null;
      timeline.select(null);
    } else if (timeline.zoomProperty().get().isPresent()) {
      timeline.zoomOut();
    } else if (timeline.pointedProperty().get().isPresent()) {
      timeline.point(null);
    } else {
      return false;
    }
    return true;
  }

  private Instant around() {
    return timeline
        .pointedProperty()
        .get()
        .filter(timeline.shown()::contains)
        .orElseGet(timeline.shown()::middle);
  }

  private void sideways(boolean along, int direction) {
    if (along) {
      Duration by = timeline.shown().length().dividedBy(8).multipliedBy(direction);
      timeline.zoomProperty().get().ifPresent(zoom -> timeline.zoomTo(zoom.moved(by)));
      return;
    }
    List<Instant> moments = moments();
    Optional<Instant> from = timeline.pointedProperty().get();
    if (from.isEmpty()) {
      moments.reversed().stream().findFirst().ifPresent(timeline::point);
      return;
    }
    moments.stream()
        .filter(at -> direction < 0 ? at.isBefore(from.get()) : at.isAfter(from.get()))
        .reduce((a, b) -> direction < 0 ? b : a)
        .ifPresent(timeline::point);
  }

  /** When something was measured, as it is drawn. */
  private List<Instant> moments() {
    Instant now = timeline.present();
    return IntStream.range(0, chart.lines().size())
        .mapToObj(chart::trace)
        .flatMap(trace -> moments(trace, now).stream())
        .filter(timeline.shown()::contains)
        .distinct()
        .sorted()
        .toList();
  }

  private static List<Instant> moments(@Nullable Trace trace, Instant now) {
    return trace == null
        ? List.of()
        : trace.buckets().stream()
            .map((Bucket bucket) -> ChartPaths.moment(bucket, trace.width(), now))
            .toList();
  }
}
