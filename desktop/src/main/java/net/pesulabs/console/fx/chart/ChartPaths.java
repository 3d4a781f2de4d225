package net.pesulabs.console.fx.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import net.pesulabs.console.homelab.history.Bucket;

/**
 * Buckets as path elements: the line of their means, the band between their least and most, and
 * what lies under the line.
 */
record ChartPaths(List<PathElement> line, List<PathElement> band, List<PathElement> area) {

  /**
   * Draws buckets, cut where nothing was measured.
   *
   * @param now a bucket that still grows is drawn no later than this
   */
  static ChartPaths of(ChartPlot plot, List<Bucket> buckets, Duration width, Instant now) {
    var paths = new ChartPaths(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int first = 0;
    for (int i = 1; i <= buckets.size(); i++) {
      if (i == buckets.size() || Gaps.between(buckets.get(i - 1), buckets.get(i), width)) {
        paths.run(plot, buckets.subList(first, i), width, now);
        first = i;
      }
    }
    return paths;
  }

  /** Where in its time a bucket is drawn: its middle. */
  static Instant moment(Bucket bucket, Duration width, Instant now) {
    Instant middle = bucket.at().plus(width.dividedBy(2));
    return middle.isAfter(now) && now.isAfter(bucket.at()) ? now : middle;
  }

  private void run(ChartPlot plot, List<Bucket> run, Duration width, Instant now) {
    double[] x = new double[run.size()];
    boolean banded = false;
    for (int i = 0; i < x.length; i++) {
      Bucket bucket = run.get(i);
      x[i] = plot.x(moment(bucket, width, now));
      double y = plot.y(bucket.mean());
      if (i == 0) {
        line.add(new MoveTo(x[0], y));
        // A run of one bucket would draw nothing: a dot, made by the round ends of the line.
        line.add(new LineTo(x[0] + 0.01, y));
        area.add(new MoveTo(x[0], plot.bottom()));
      } else {
        line.add(new LineTo(x[i], y));
      }
      area.add(new LineTo(x[i], y));
      banded |= bucket.max() > bucket.min();
    }
    area.add(new LineTo(x[x.length - 1], plot.bottom()));
    area.add(new ClosePath());
    if (banded) {
      band(plot, run, x);
    }
  }

  private void band(ChartPlot plot, List<Bucket> run, double[] x) {
    int last = x.length - 1;
    band.add(new MoveTo(x[0], plot.y(run.getFirst().max())));
    for (int i = 1; i <= last; i++) {
      band.add(new LineTo(x[i], plot.y(run.get(i).max())));
    }
    for (int i = last; i >= 0; i--) {
      band.add(new LineTo(x[i], plot.y(run.get(i).min())));
    }
    band.add(new ClosePath());
  }

  /** Boxes from top to bottom. */
  static List<PathElement> boxes(ChartPlot plot, List<Stretch> stretches) {
    var boxes = new ArrayList<PathElement>();
    for (Stretch each : stretches) {
      double from = plot.x(each.from());
      double to = plot.x(each.to());
      boxes.add(new MoveTo(from, plot.top()));
      boxes.add(new LineTo(to, plot.top()));
      boxes.add(new LineTo(to, plot.bottom()));
      boxes.add(new LineTo(from, plot.bottom()));
      boxes.add(new ClosePath());
    }
    return boxes;
  }
}
