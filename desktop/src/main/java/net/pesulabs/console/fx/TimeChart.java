package net.pesulabs.console.fx;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import org.jspecify.annotations.Nullable;

/**
 * The course of one or more figures over the last minutes. It draws what it is given, at once and
 * without animation; where nothing was measured there is no line. The pointer, or the arrow keys,
 * ask for the exact value of a moment. Colours come from the style sheet, so themes follow.
 */
public final class TimeChart extends Region {

  /** How the upright axis is divided. */
  public enum Steps {
    DECIMAL,
    BINARY
  }

  /**
   * What the chart is about.
   *
   * @param tick how the axis says a value
   * @param exact how a single value is said
   * @param silence what is said of a moment nobody measured
   */
  public record Words(
      Localized title,
      DoubleFunction<Localized> tick,
      DoubleFunction<Localized> exact,
      Localized silence) {}

  /** One figure, in unbroken runs; see {@link Runs}. */
  public record Line(Localized name, List<List<TimePoint>> runs) {}

  /** A value that should not be passed. */
  public record Limit(double value, Localized name) {}

  /**
   * What to draw.
   *
   * @param most the highest value that must fit
   */
  public record Picture(
      Instant from, Instant to, double most, @Nullable Limit limit, List<Line> lines) {}

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final double TOP = 14;
  private static final double BOTTOM = 20;
  private static final double LEFT = 54;
  private static final double RIGHT = 56;
  private static final double TICK_HEIGHT = 30;
  private static final double TICK_WIDTH = 58;
  private static final double LAST_HEIGHT = 14;
  private static final double SILENCE_WIDTH = 52;

  private final ZoneId zone;
  private final Words words;
  private final Steps steps;
  private final ObjectProperty<Language> language = new SimpleObjectProperty<>();
  private final Path silences = path("chart-silence");
  private final Path grid = path("chart-grid");
  private final Path limit = path("chart-limit");
  private final List<Path> areas = new ArrayList<>();
  private final List<Path> lines = new ArrayList<>();
  private final TextPool ticks = new TextPool("chart-tick");
  private final TextPool last = new TextPool("chart-last");
  private final TextPool silenceNames = new TextPool("chart-silence-name");
  private final TextPool limitName = new TextPool("chart-limit-name");
  private final ChartCursor cursor;
  private @Nullable Picture picture;
  private @Nullable ChartPlot plot;

  /**
   * A chart.
   *
   * @param lineCount how many lines its pictures have
   */
  public TimeChart(Texts texts, ZoneId zone, Words words, Steps steps, int lineCount) {
    this.zone = zone;
    this.words = words;
    this.steps = steps;
    getStyleClass().add("time-chart");
    for (int i = 0; i < lineCount; i++) {
      lines.add(path("chart-line", "chart-line-" + i));
      areas.add(path("chart-area", "chart-area-" + i));
    }
    getChildren().addAll(silences, grid);
    if (lineCount == 1) {
      getChildren().addAll(areas);
    }
    getChildren().add(limit);
    getChildren().addAll(lines);
    getChildren().addAll(ticks.node(), silenceNames.node(), limitName.node(), last.node());
    cursor = new ChartCursor(this, words, zone, language);
    getChildren().addAll(cursor.nodes());
    language.bind(texts.languageProperty());
    language.subscribe(next -> requestLayout());
  }

  /** Draws this from now on. FX thread only. */
  public void show(Picture next) {
    picture = next;
    requestLayout();
  }

  /** Greys the chart while its figures are not live. */
  public void setStale(boolean stale) {
    pseudoClassStateChanged(STALE, stale);
  }

  @Nullable Picture picture() {
    return picture;
  }

  @Nullable ChartPlot plot() {
    return plot;
  }

  @Override
  protected void layoutChildren() {
    Picture shown = picture;
    if (shown == null || getWidth() < LEFT + RIGHT + 20 || getHeight() < TOP + BOTTOM + 20) {
      return;
    }
    double height = getHeight() - TOP - BOTTOM;
    int intervals = (int) Math.clamp(height / TICK_HEIGHT, 2, 5);
    var next =
        new ChartPlot(
            LEFT,
            TOP,
            getWidth() - LEFT - RIGHT,
            height,
            shown.from(),
            shown.to(),
            ChartScale.upTo(shown.most(), intervals, steps));
    plot = next;
    drawAxes(next, shown);
    drawLines(next, shown);
    String said = cursor.draw().orElseGet(() -> describeLast(shown));
    setAccessibleText(say(words.title()) + ": " + said);
  }

  private void drawAxes(ChartPlot plot, Picture picture) {
    ticks.begin();
    var elements = new ArrayList<PathElement>();
    for (double tick : plot.scale().ticks()) {
      double y = ChartPlot.sharp(plot.y(tick));
      elements.add(new MoveTo(plot.left(), y));
      elements.add(new LineTo(plot.right(), y));
      Text text = ticks.next(say(words.tick().apply(tick)));
      double width = text.getLayoutBounds().getWidth();
      place(text, plot.left() - 8 - width, y - text.getLayoutBounds().getHeight() / 2);
    }
    var times = ChartTimes.between(picture.from(), picture.to(), plot.width() / TICK_WIDTH, zone);
    for (Instant tick : times.ticks()) {
      double x = ChartPlot.sharp(plot.x(tick));
      elements.add(new MoveTo(x, plot.bottom()));
      elements.add(new LineTo(x, plot.bottom() + 4));
      Text text = ticks.next(times.text(tick, zone));
      double half = text.getLayoutBounds().getWidth() / 2;
      place(text, Math.clamp(x - half, 0, getWidth() - 2 * half), plot.bottom() + 5);
    }
    ticks.end();
    grid.getElements().setAll(elements);
    drawLimit(plot, picture);
  }

  private void drawLimit(ChartPlot plot, Picture picture) {
    limitName.begin();
    limit.getElements().clear();
    Limit most = picture.limit();
    if (most != null) {
      double y = ChartPlot.sharp(plot.y(most.value()));
      limit.getElements().setAll(new MoveTo(plot.left(), y), new LineTo(plot.right(), y));
      Text text = limitName.next(say(most.name()));
      double height = text.getLayoutBounds().getHeight();
      place(text, plot.left() + 2, y - height < 0 ? y + 1 : y - height);
    }
    limitName.end();
  }

  private void drawLines(ChartPlot plot, Picture picture) {
    var ends = new ArrayList<ChartLabels.End>();
    for (int i = 0; i < lines.size(); i++) {
      var line = new ArrayList<PathElement>();
      var area = new ArrayList<PathElement>();
      var runs =
          i < picture.lines().size() ? picture.lines().get(i).runs() : List.<List<TimePoint>>of();
      for (var run : runs) {
        ChartPaths.run(plot, run, line, area);
      }
      lines.get(i).getElements().setAll(line);
      areas.get(i).getElements().setAll(area);
      if (i == 0) {
        drawSilences(plot, ChartPaths.silences(plot, runs));
      }
      lastOf(runs).ifPresent(point -> ends.add(end(plot, point)));
    }
    last.begin();
    for (var end : ChartLabels.apart(ends, LAST_HEIGHT, plot.top() - TOP, plot.bottom())) {
      Text text = last.next(end.text());
      double room = getWidth() - text.getLayoutBounds().getWidth();
      place(text, Math.min(end.x() + 6, room), end.y() - text.getLayoutBounds().getHeight() / 2);
    }
    last.end();
  }

  private void drawSilences(ChartPlot plot, List<ChartPaths.Silence> gaps) {
    silences.getElements().setAll(ChartPaths.boxes(plot, gaps));
    silenceNames.begin();
    for (ChartPaths.Silence gap : gaps) {
      if (gap.width() >= SILENCE_WIDTH) {
        Text text = silenceNames.next(say(words.silence()));
        double free = gap.width() - text.getLayoutBounds().getWidth();
        place(text, gap.from() + free / 2, plot.top() + plot.height() / 2);
      }
    }
    silenceNames.end();
  }

  private ChartLabels.End end(ChartPlot plot, TimePoint point) {
    double value = point.value() == null ? 0 : point.value();
    return new ChartLabels.End(plot.x(point.at()), plot.y(value), say(words.exact().apply(value)));
  }

  private String describeLast(Picture picture) {
    return picture.lines().stream()
        .map(line ->
            say(line.name())
                + " "
                + lastOf(line.runs())
                    .map(TimePoint::value)
                    .map(value -> say(words.exact().apply(value)))
                    .orElse(say(words.silence())))
        .reduce((a, b) -> a + ", " + b)
        .orElse(say(words.silence()));
  }

  private String say(Localized text) {
    return text.in(language.get());
  }

  private static Optional<TimePoint> lastOf(List<List<TimePoint>> runs) {
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast().getLast());
  }

  private static void place(Text text, double x, double y) {
    text.relocate(Math.rint(x), Math.rint(y));
  }

  private static Path path(String... styles) {
    var path = new Path();
    path.getStyleClass().setAll(styles);
    path.setManaged(false);
    path.setMouseTransparent(true);
    return path;
  }

  /** A line as it is drawn, to show beside its name which it is. */
  public static Node swatch(int index) {
    var swatch = new Path(new MoveTo(0, 0), new LineTo(18, 0));
    swatch.getStyleClass().setAll("chart-line", "chart-line-" + index);
    return swatch;
  }
}
