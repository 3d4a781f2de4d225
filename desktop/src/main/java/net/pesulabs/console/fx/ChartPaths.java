package net.pesulabs.console.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;

/** Runs of points as path elements. */
final class ChartPaths {

  /** A time without a measurement, from left to right. */
  record Silence(double from, double to) {
    double width() {
      return to - from;
    }
  }

  private ChartPaths() {}

  /** Adds a run to a line, and the area under it to another path. */
  static void run(
      ChartPlot plot, List<TimePoint> run, List<PathElement> line, List<PathElement> area) {
    double first = Double.NaN;
    double x = 0;
    for (TimePoint point : run) {
      // What is older than the axis is left out; one point of it could draw outside the chart.
      if (point.value() == null || point.at().isBefore(plot.from())) {
        continue;
      }
      x = plot.x(point.at());
      double y = plot.y(point.value());
      if (Double.isNaN(first)) {
        first = x;
        line.add(new MoveTo(x, y));
        // A run of one point would draw nothing: a dot, made by the round ends of the line.
        line.add(new LineTo(x + 0.01, y));
        area.add(new MoveTo(x, plot.bottom()));
      } else {
        line.add(new LineTo(x, y));
      }
      area.add(new LineTo(x, y));
    }
    if (!Double.isNaN(first)) {
      area.add(new LineTo(x, plot.bottom()));
      area.add(new ClosePath());
    }
  }

  /** The silences between runs, as far as they are on the chart. */
  static List<Silence> silences(ChartPlot plot, List<List<TimePoint>> runs) {
    var silences = new ArrayList<Silence>();
    for (int i = 1; i < runs.size(); i++) {
      double from = Math.max(plot.left(), plot.x(runs.get(i - 1).getLast().at()));
      double to = plot.x(runs.get(i).getFirst().at());
      if (to > from) {
        silences.add(new Silence(from, to));
      }
    }
    return silences;
  }

  static List<PathElement> boxes(ChartPlot plot, List<Silence> silences) {
    var boxes = new ArrayList<PathElement>();
    for (Silence silence : silences) {
      boxes.add(new MoveTo(silence.from(), plot.top()));
      boxes.add(new LineTo(silence.to(), plot.top()));
      boxes.add(new LineTo(silence.to(), plot.bottom()));
      boxes.add(new LineTo(silence.from(), plot.bottom()));
      boxes.add(new ClosePath());
    }
    return boxes;
  }
}
