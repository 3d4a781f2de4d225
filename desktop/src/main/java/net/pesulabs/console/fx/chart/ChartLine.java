package net.pesulabs.console.fx.chart;

import java.time.Instant;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Path;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Trace;
import org.jspecify.annotations.Nullable;

/**
 * One line of a chart. What is settled is drawn only when that is another, or stands elsewhere; a
 * new measurement draws the tail, which is the last two buckets.
 */
final class ChartLine {

  private static final int TAIL = 2;

  private final Path area;
  private final Path band;
  private final Path line;
  private final Path tailArea;
  private final Path tailBand;
  private final Path tail;
  private final boolean filled;
  private @Nullable ChartPlot drawnOn;
  private @Nullable Trace drawn;
  private long version;
  private double highest;
  private long settledDrawings;

  /**
   * A line.
   *
   * @param filled whether the area under it is drawn too
   */
  ChartLine(int index, boolean filled) {
    this.filled = filled;
    area = path("chart-area", index);
    band = path("chart-band", index);
    line = path("chart-line", index);
    tailArea = path("chart-area", index);
    tailBand = path("chart-band", index);
    tail = path("chart-line", index);
  }

  /** What stays for long, for one group, and what each measurement draws anew, for another. */
  void addTo(Group settled, Group tails) {
    settled.getChildren().addAll(area, band, line);
    tails.getChildren().addAll(tailArea, tailBand, tail);
  }

  /** The highest value of what is known. */
  double highest(@Nullable Trace trace) {
    if (trace == null) {
      return 0;
    }
    if (trace != drawn || trace.version() != version) {
      highest = trace.settled().stream().mapToDouble(Bucket::max).max().orElse(0);
    }
    return Math.max(highest, trace.newest().map(Bucket::max).orElse(0.0));
  }

  void draw(ChartPlot plot, @Nullable Trace trace, Instant now) {
    if (trace == null) {
      clear();
      return;
    }
    if (trace != drawn || trace.version() != version || !plot.equals(drawnOn)) {
      var shown = Seek.around(trace.settled(), plot.shown());
      var settled = ChartPaths.of(plot, shown, trace.width(), now);
      show(settled, area, band, line);
      drawn = trace;
      version = trace.version();
      drawnOn = plot;
      settledDrawings++;
    }
    show(
        ChartPaths.of(plot, Seek.around(trace.last(TAIL), plot.shown()), trace.width(), now),
        tailArea,
        tailBand,
        tail);
  }

  private void show(ChartPaths paths, Path area, Path band, Path line) {
    line.getElements().setAll(paths.line());
    band.getElements().setAll(paths.band());
    if (filled) {
      area.getElements().setAll(paths.area());
    }
  }

  private void clear() {
    for (Path path : List.of(area, band, line, tailArea, tailBand, tail)) {
      path.getElements().clear();
    }
    drawn = null;
    drawnOn = null;
  }

  /** How often all of it was drawn; for tests. */
  long settledDrawings() {
    return settledDrawings;
  }

  private static Path path(String kind, int index) {
    var path = new Path();
    path.getStyleClass().setAll(kind, kind + "-" + index);
    path.setManaged(false);
    path.setMouseTransparent(true);
    return path;
  }
}
