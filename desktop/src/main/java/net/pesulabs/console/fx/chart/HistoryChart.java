package net.pesulabs.console.fx.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import net.pesulabs.console.fx.Texts;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Series;
import net.pesulabs.console.homelab.history.Trace;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * The course of one or more figures over the stretch of its {@link Timeline}: their mean as a line,
 * and what they were between as a band where a point stands for several measurements. Where nothing
 * was measured there is no line. It asks for its series while it is on a scene, and draws what is
 * heard at once and without animation. The pointer and the keyboard ask for exact values, and zoom;
 * see {@link ChartGestures}. Colours come from the style sheet, so themes follow. FX thread only.
 */
public final class HistoryChart extends Region {

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
   * @param silence what is said where there is no value
   */
  public record Words(
      Localized title,
      DoubleFunction<Localized> tick,
      DoubleFunction<Localized> exact,
      Localized silence) {

    /** Of a figure that is always there: where it is not, it was not heard. */
    public Words(Localized title, DoubleFunction<Localized> tick, DoubleFunction<Localized> exact) {
      this(title, tick, exact, Msg.gpuNoData());
    }
  }

  /** One figure. A chart may have three. */
  public record Line(Localized name, Series series) {}

  /** A value that should not be passed. */
  public record Limit(double value, Localized name) {}

  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final double TOP = 14;
  private static final double BOTTOM = 20;
  private static final double LEFT = 54;
  private static final double RIGHT = 56;
  private static final double TICK_HEIGHT = 30;
  private static final double TICK_WIDTH = 64;
  private static final double LAST_HEIGHT = 14;

  private final Timeline timeline;
  private final Texts texts;
  private final ZoneId zone;
  private final Words words;
  private final Steps steps;
  private final List<Line> lines;
  private final List<ChartLine> drawings;
  private final Path silenceBoxes = path("chart-silence");
  private final ChartSilences silences = new ChartSilences(silenceBoxes);
  private final Path grid = path("chart-grid");
  private final Path limitLine = path("chart-limit");
  private final Group picture = new Group();
  private final Rectangle clip = new Rectangle();
  private final TextPool ticks = new TextPool("chart-tick");
  private final TextPool last = new TextPool("chart-last");
  private final TextPool limitName = new TextPool("chart-limit-name");
  private final ChartCursor cursor;
  private final Runnable draw = this::draw;
  private double most = 1;
  private @Nullable Limit limit;
  private @Nullable ChartPlot plot;
  private @Nullable Language spoken;
  private boolean joined;

  /** A chart of up to three lines; one alone is filled below. */
  public HistoryChart(
      Timeline timeline, Texts texts, ZoneId zone, Words words, Steps steps, List<Line> lines) {
    this.timeline = timeline;
    this.texts = texts;
    this.zone = zone;
    this.words = words;
    this.steps = steps;
    this.lines = List.copyOf(lines);
    getStyleClass().add("time-chart");
    drawings =
        IntStream.range(0, lines.size())
            .mapToObj(i -> new ChartLine(i, lines.size() == 1))
            .toList();
    picture.setManaged(false);
    picture.setMouseTransparent(true);
    picture.setClip(clip);
    var settled = new Group();
    // As pixels: what is behind a change is drawn again with it, and these are thousands of pieces.
    // Only in a window: pictures of a scene without one keep the pixels of the picture before.
    settled
        .cacheProperty()
        .bind(sceneProperty().flatMap(Scene::windowProperty).map(window -> true).orElse(false));
    var tails = new Group();
    drawings.forEach(each -> each.addTo(settled, tails));
    picture.getChildren().addAll(settled, limitLine, tails);
    getChildren().addAll(silenceBoxes, grid, picture);
    getChildren().addAll(ticks.node(), silences.names(), limitName.node(), last.node());
    cursor = new ChartCursor(this, timeline, words, zone, texts);
    getChildren().addAll(cursor.nodes());
    ChartGestures.on(this, timeline);
    texts.languageProperty().subscribe(this::draw);
    sceneProperty().subscribe(scene -> join(scene != null));
  }

  private void join(boolean now) {
    if (now == joined) {
      return;
    }
    joined = now;
    List<Series> series = lines.stream().map(Line::series).toList();
    if (now) {
      timeline.join(series, draw);
    } else {
      timeline.leave(series, draw);
    }
  }

  /** The highest value that must fit, whatever is measured. */
  public void setMost(double value) {
    if (value != most) {
      most = value;
      draw();
    }
  }

  /** Draws a line that should not be passed; none for null. */
  public void setLimit(@Nullable Limit next) {
    if (!Objects.equals(next, limit)) {
      limit = next;
      plot = null;
      draw();
    }
  }

  /** Greys the chart while its figures are not live. */
  public void setStale(boolean stale) {
    pseudoClassStateChanged(STALE, stale);
  }

  @Nullable ChartPlot plot() {
    return plot;
  }

  List<Line> lines() {
    return lines;
  }

  /** How often more than the tail of a line was drawn; for tests and benchmarks. */
  public long settledDrawings() {
    return drawings.stream().mapToLong(ChartLine::settledDrawings).sum();
  }

  @Override
  protected void layoutChildren() {
    draw();
  }

  private void draw() {
    if (getWidth() < LEFT + RIGHT + 20 || getHeight() < TOP + BOTTOM + 20) {
      return;
    }
    double height = getHeight() - TOP - BOTTOM;
    int intervals = (int) Math.clamp(height / TICK_HEIGHT, 2, 5);
    double highest = most;
    for (int i = 0; i < lines.size(); i++) {
      highest = Math.max(highest, drawings.get(i).highest(trace(i)));
    }
    var next =
        new ChartPlot(
            LEFT,
            TOP,
            getWidth() - LEFT - RIGHT,
            height,
            timeline.shown(),
            ChartScale.upTo(highest, intervals, steps));
    if (!next.equals(plot) || spoken != texts.language()) {
      plot = next;
      spoken = texts.language();
      silences.forget();
      clip.setX(next.left());
      clip.setY(0);
      clip.setWidth(next.width() + 2); // the newest point is round
      clip.setHeight(getHeight());
      drawAxes(next);
    }
    Instant now = timeline.present();
    for (int i = 0; i < lines.size(); i++) {
      drawings.get(i).draw(next, trace(i), now);
    }
    silences.draw(next, trace(0), now, say(words.silence()));
    drawEnds(next, now);
    String said = cursor.draw().orElseGet(this::describeLast);
    setAccessibleText(say(words.title()) + ": " + said);
  }

  @Nullable Trace trace(int line) {
    return timeline.trace(lines.get(line).series());
  }

  private void drawAxes(ChartPlot plot) {
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
    var times = ChartTimes.on(plot.shown(), plot.width() / TICK_WIDTH, zone);
    for (Instant tick : times.ticks()) {
      double x = ChartPlot.sharp(plot.x(tick));
      elements.add(new MoveTo(x, plot.bottom()));
      elements.add(new LineTo(x, plot.bottom() + 4));
      Text text = ticks.next(times.text(tick, zone, texts.language()));
      double half = text.getLayoutBounds().getWidth() / 2;
      place(text, Math.clamp(x - half, 0, getWidth() - 2 * half), plot.bottom() + 5);
    }
    ticks.end();
    grid.getElements().setAll(elements);
    drawLimit(plot);
  }

  private void drawLimit(ChartPlot plot) {
    limitName.begin();
    limitLine.getElements().clear();
    if (limit != null) {
      double y = ChartPlot.sharp(plot.y(limit.value()));
      limitLine.getElements().setAll(new MoveTo(plot.left(), y), new LineTo(plot.right(), y));
      Text text = limitName.next(say(limit.name()));
      double height = text.getLayoutBounds().getHeight();
      place(text, plot.left() + 2, y - height < 0 ? y + 1 : y - height);
    }
    limitName.end();
  }

  private void drawEnds(ChartPlot plot, Instant now) {
    var ends = new ArrayList<ChartLabels.End>();
    for (int i = 0; i < lines.size(); i++) {
      Trace trace = trace(i);
      Optional<Double> value = lastValue(i);
      if (trace != null && value.isPresent()) {
        Bucket bucket = lastShown(trace).orElseThrow();
        double x = plot.x(ChartPaths.moment(bucket, trace.width(), now));
        String said = say(words.exact().apply(value.get()));
        ends.add(new ChartLabels.End(x, plot.y(value.get()), said));
      }
    }
    last.begin();
    for (var end : ChartLabels.apart(ends, LAST_HEIGHT, plot.top() - TOP, plot.bottom())) {
      Text text = last.next(end.text());
      double room = getWidth() - text.getLayoutBounds().getWidth();
      place(text, Math.min(end.x() + 6, room), end.y() - text.getLayoutBounds().getHeight() / 2);
    }
    last.end();
  }

  /** The last value measured, or where that is not shown the last mean that is. */
  private Optional<Double> lastValue(int line) {
    Trace trace = trace(line);
    Optional<Bucket> bucket = trace == null ? Optional.empty() : lastShown(trace);
    return bucket.map(shown -> timeline.latest(lines.get(line).series()).orElse(shown.mean()));
  }

  private Optional<Bucket> lastShown(Trace trace) {
    Stretch shown = timeline.shown();
    return Seek.before(trace.buckets(), shown.to())
        .filter(bucket -> bucket.at().plus(trace.width()).isAfter(shown.from()));
  }

  private String describeLast() {
    var said = new StringJoiner(", ");
    for (int i = 0; i < lines.size(); i++) {
      said.add(
          say(lines.get(i).name())
              + " "
              + lastValue(i)
                  .map(value -> say(words.exact().apply(value)))
                  .orElseGet(() -> say(words.silence())));
    }
    return said.toString();
  }

  private String say(Localized text) {
    return texts.say(text);
  }

  private static void place(Text text, double x, double y) {
    text.relocate(Math.rint(x), Math.rint(y));
  }

  private static Path path(String style) {
    var path = new Path();
    path.getStyleClass().setAll(style);
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
