package net.pesulabs.console.fx.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Trace;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * What one points at: a line through all charts of the page, on each a box with its exact values,
 * and on the one that is pointed at the time. While one drags, the stretch that is dragged across.
 */
final class ChartCursor {

  private static final double GAP = 10;

  /** So many pixels beside a measurement still mean it. */
  private static final double AIM = 4;

  private final HistoryChart chart;
  private final Timeline timeline;
  private final HistoryChart.Words words;
  private final ZoneId zone;
  private final Texts texts;
  private final Rectangle selection = new Rectangle();
  private final Line line = new Line();
  private final VBox tip = new VBox();

  ChartCursor(
      HistoryChart chart, Timeline timeline, HistoryChart.Words words, ZoneId zone, Texts texts) {
    this.chart = chart;
    this.timeline = timeline;
    this.words = words;
    this.zone = zone;
    this.texts = texts;
    selection.getStyleClass().add("chart-selection");
    line.getStyleClass().add("chart-cursor");
    tip.getStyleClass().add("chart-tip");
    for (Node node : nodes()) {
      node.setManaged(false);
      node.setMouseTransparent(true);
      node.setVisible(false);
    }
  }

  List<Node> nodes() {
    return List.of(selection, line, tip);
  }

  /** Shows what is pointed at on the chart as it is drawn now, and returns it in words. */
  Optional<String> draw() {
    ChartPlot plot = chart.plot();
    Optional<Instant> pointed = timeline.pointedProperty().get().filter(timeline.shown()::contains);
    line.setVisible(pointed.isPresent() && plot != null);
    tip.setVisible(line.isVisible());
    drawSelection(plot);
    if (plot == null || pointed.isEmpty()) {
      return Optional.empty();
    }
    Instant at = pointed.get();
    double x = ChartPlot.sharp(plot.x(at));
    line.setStartX(x);
    line.setEndX(x);
    line.setStartY(plot.top());
    line.setEndY(plot.bottom());
    List<Optional<Bucket>> found = new ArrayList<>();
    for (int i = 0; i < chart.lines().size(); i++) {
      found.add(measured(chart.trace(i), at, aim(plot)));
    }
    String time = time(at, found);
    tip.getChildren().setAll(rows(time, found));
    tip.applyCss();
    tip.autosize();
    double right = x + GAP;
    double left = x - GAP - tip.getWidth();
    double most = Math.max(0, chart.getWidth() - tip.getWidth());
    tip.relocate(Math.rint(right <= most ? right : left >= 0 ? left : most), Math.rint(plot.top()));
    return Optional.of(time + ": " + say(found));
  }

  private void drawSelection(@Nullable ChartPlot plot) {
    Optional<Stretch> dragged = timeline.selectionProperty().get();
    selection.setVisible(dragged.isPresent() && plot != null);
    if (plot != null && dragged.isPresent()) {
      double from = Math.clamp(plot.x(dragged.get().from()), plot.left(), plot.right());
      double to = Math.clamp(plot.x(dragged.get().to()), plot.left(), plot.right());
      selection.setX(from);
      selection.setWidth(to - from);
      selection.setY(plot.top());
      selection.setHeight(plot.height());
    }
  }

  private static Optional<Bucket> measured(@Nullable Trace trace, Instant at, Duration aim) {
    return trace == null ? Optional.empty() : Seek.at(trace.buckets(), trace.width(), at, aim);
  }

  /** When the first found bucket was; where none was found, the moment itself. */
  private String time(Instant at, List<Optional<Bucket>> found) {
    for (int i = 0; i < found.size(); i++) {
      Trace trace = chart.trace(i);
      if (trace != null && found.get(i).isPresent()) {
        return ChartTimes.exact(
            found.get(i).get().at(), trace.width(), timeline.shown(), zone, texts.language());
      }
    }
    return ChartTimes.exact(at, Duration.ZERO, timeline.shown(), zone, texts.language());
  }

  private String say(List<Optional<Bucket>> found) {
    var said = new StringJoiner(", ");
    for (int i = 0; i < found.size(); i++) {
      said.add(texts.say(chart.lines().get(i).name()) + " " + value(found.get(i)));
    }
    return said.toString();
  }

  private String value(Optional<Bucket> found) {
    return found
        .map(bucket -> texts.say(value(bucket)))
        .orElseGet(() -> texts.say(words.silence()));
  }

  private Localized value(Bucket bucket) {
    Localized mean = words.exact().apply(bucket.mean());
    Localized least = words.exact().apply(bucket.min());
    Localized most = words.exact().apply(bucket.max());
    boolean same = Objects.equals(texts.say(least), texts.say(most));
    return same ? mean : Msg.gpuChartsMeanBetween(mean, least, most);
  }

  private List<Node> rows(String time, List<Optional<Bucket>> found) {
    var rows = new ArrayList<Node>();
    if (chart.isHover() || chart.isFocused()) {
      var label = new Label(time);
      label.getStyleClass().add("chart-tip-time");
      rows.add(label);
    }
    for (int i = 0; i < found.size(); i++) {
      String value = value(found.get(i));
      var row =
          found.size() == 1
              ? new HBox(new Label(value))
              : new HBox(
                  HistoryChart.swatch(i),
                  new Label(texts.say(chart.lines().get(i).name()) + "  " + value));
      row.getStyleClass().add("chart-tip-row");
      rows.add(row);
    }
    return rows;
  }

  private static Duration aim(ChartPlot plot) {
    return Duration.between(plot.at(plot.left()), plot.at(plot.left() + AIM));
  }
}
