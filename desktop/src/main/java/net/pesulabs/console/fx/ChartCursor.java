package net.pesulabs.console.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import org.jspecify.annotations.Nullable;

/** Asks a chart for one moment: a line there, and a box with the time and the exact values. */
final class ChartCursor {

  private static final double GAP = 10;

  /** So many pixels beside a point still mean that point. */
  private static final double AIM = 4;

  private final TimeChart chart;
  private final TimeChart.Words words;
  private final ZoneId zone;
  private final ObservableValue<Language> language;
  private final Line line = new Line();
  private final VBox tip = new VBox();
  private @Nullable Instant picked;

  ChartCursor(
      TimeChart chart, TimeChart.Words words, ZoneId zone, ObservableValue<Language> language) {
    this.chart = chart;
    this.words = words;
    this.zone = zone;
    this.language = language;
    line.getStyleClass().add("chart-cursor");
    tip.getStyleClass().add("chart-tip");
    for (Node node : nodes()) {
      node.setManaged(false);
      node.setMouseTransparent(true);
      node.setVisible(false);
    }
    chart.setFocusTraversable(true);
    chart.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pickAt(event.getX()));
    chart.addEventHandler(MouseEvent.MOUSE_EXITED, event -> pick(null));
    chart.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> chart.requestFocus());
    chart.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    chart
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            pick(null);
          }
        });
  }

  List<Node> nodes() {
    return List.of(line, tip);
  }

  private void pickAt(double x) {
    ChartPlot plot = chart.plot();
    pick(plot == null ? null : plot.at(x));
  }

  private void pick(@Nullable Instant at) {
    picked = at;
    nodes().forEach(node -> node.setVisible(at != null));
    chart.requestLayout();
  }

  private void onKey(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> step(-1);
      case RIGHT -> step(1);
      case ESCAPE -> {
        if (picked == null) {
          return;
        }
        pick(null);
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** To the measured moment before or after; from nowhere, to the last one. */
  private void step(int direction) {
    List<Instant> moments = moments();
    if (moments.isEmpty()) {
      return;
    }
    Instant from = picked;
    if (from == null) {
      pick(moments.getLast());
      return;
    }
    moments.stream()
        .filter(at -> direction < 0 ? at.isBefore(from) : at.isAfter(from))
        .reduce((a, b) -> direction < 0 ? b : a)
        .ifPresent(this::pick);
  }

  private List<Instant> moments() {
    TimeChart.Picture picture = chart.picture();
    return picture == null
        ? List.of()
        : picture.lines().stream()
            .flatMap(each -> each.runs().stream())
            .flatMap(List::stream)
            .map(TimePoint::at)
            .filter(at -> !at.isBefore(picture.from()))
            .distinct()
            .sorted()
            .toList();
  }

  /** Shows what is picked on the chart as it is drawn now, and returns it in words. */
  Optional<String> draw() {
    ChartPlot plot = chart.plot();
    TimeChart.Picture picture = chart.picture();
    if (picked == null || plot == null || picture == null) {
      return Optional.empty();
    }
    Instant at = picked;
    List<Optional<TimePoint>> points =
        picture.lines().stream().map(each -> measured(each.runs(), at, aim(plot))).toList();
    Instant shownAt =
        points.stream().flatMap(Optional::stream).map(TimePoint::at).findFirst().orElse(at);
    double x = ChartPlot.sharp(plot.x(shownAt));
    line.setStartX(x);
    line.setEndX(x);
    line.setStartY(plot.top());
    line.setEndY(plot.bottom());
    tip.getChildren().setAll(rows(picture, points, shownAt));
    tip.applyCss();
    tip.autosize();
    double right = x + GAP;
    double left = x - GAP - tip.getWidth();
    tip.relocate(
        Math.rint(right + tip.getWidth() <= chart.getWidth() || left < 0 ? right : left),
        Math.rint(plot.top()));
    return Optional.of(ChartTimes.exact(shownAt, zone) + ": " + say(picture, points));
  }

  private String say(TimeChart.Picture picture, List<Optional<TimePoint>> points) {
    var said = new StringJoiner(", ");
    for (int i = 0; i < points.size(); i++) {
      said.add(say(picture.lines().get(i).name()) + " " + value(points.get(i)));
    }
    return said.toString();
  }

  private String value(Optional<TimePoint> point) {
    return point
        .map(TimePoint::value)
        .map(value -> say(words.exact().apply(value)))
        .orElse(say(words.silence()));
  }

  private List<Node> rows(TimeChart.Picture picture, List<Optional<TimePoint>> points, Instant at) {
    var time = new Label(ChartTimes.exact(at, zone));
    time.getStyleClass().add("chart-tip-time");
    var rows = new ArrayList<Node>(List.of(time));
    for (int i = 0; i < points.size(); i++) {
      String value = value(points.get(i));
      var row =
          points.size() == 1
              ? new HBox(new Label(value))
              : new HBox(
                  TimeChart.swatch(i),
                  new Label(say(picture.lines().get(i).name()) + "  " + value));
      row.getStyleClass().add("chart-tip-row");
      rows.add(row);
    }
    return rows;
  }

  private static Duration aim(ChartPlot plot) {
    return Duration.between(plot.at(plot.left()), plot.at(plot.left() + AIM));
  }

  private String say(Localized text) {
    return text.in(language.getValue());
  }

  /**
   * The point nearest to a moment, of the run that holds it; empty in a silence.
   *
   * @param aim how far beside a run one may point
   */
  static Optional<TimePoint> measured(List<List<TimePoint>> runs, Instant at, Duration aim) {
    return runs.stream()
        .filter(run -> !at.isBefore(run.getFirst().at().minus(aim)))
        .filter(run -> !at.isAfter(run.getLast().at().plus(aim)))
        .flatMap(List::stream)
        .min(Comparator.comparing(point -> Duration.between(point.at(), at).abs()));
  }
}
