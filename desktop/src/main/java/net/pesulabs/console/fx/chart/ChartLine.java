package net.pesulabs.console.fx.chart;

import java.time.Instant;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Path;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Trace;
import org.jspecify.annotations.Nullable;

/**
 * One line of a chart. What is settled is drawn only when that is another, or stands elsewhere, and
 * so is its tail: each piece that is set is painted again, however alike it is.
 */
final class ChartLine {

  /** What of a tail can be seen. */
  private record Tail(List<Bucket> buckets, long end) {}

  private final Path area;
  private final Path band;
  private final Path line;
  private final Path tailArea;
  private final Path tailBand;
  private final Path tail;
  private final boolean filled;
  private @Nullable ChartPlot drawnOn;
  private @Nullable Trace drawn;
  private @Nullable Tail drawnTail;
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
    boolean moved = !plot.equals(drawnOn);
    if (trace != drawn || trace.version() != version || moved) {
      var shown = Seek.around(trace.settled(), plot.shown());
      show(ChartPaths.of(plot, shown, trace.width(), now), area, band, line);
      drawn = trace;
      version = trace.version();
      drawnOn = plot;
      settledDrawings++;
    }
    var buckets = List.copyOf(Seek.around(trace.tail(), plot.shown()));
    var next = new Tail(buckets, end(plot, buckets, trace, now));
    if (moved || !next.equals(drawnTail)) {
      drawnTail = next;
      show(ChartPaths.of(plot, buckets, trace.width(), now), tailArea, tailBand, tail);
    }
  }

  /** Where the line ends, in half pixels. */
  private static long end(ChartPlot plot, List<Bucket> buckets, Trace trace, Instant now) {
    return buckets.isEmpty()
        ? 0
        : Math.round(2 * plot.x(ChartPaths.moment(buckets.getLast(), trace.width(), now)));
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
    drawnTail = null;
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
