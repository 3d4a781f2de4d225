package net.pesulabs.console.fx.chart;

import java.time.Duration;
import java.time.Instant;

/** Where values and times stand on a chart, in its own coordinates. */
record ChartPlot(
    double left, double top, double width, double height, Stretch shown, ChartScale scale) {

  double x(Instant at) {
    return left + width * Duration.between(shown.from(), at).toMillis() / span();
  }

  double y(double value) {
    return top + height * (1 - scale.part(value));
  }

  Instant at(double x) {
    return shown
        .from()
        .plusMillis(Math.round((Math.clamp(x, left, right()) - left) / width * span()));
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  /** The same, moved onto the middle of a pixel, where a line of one pixel is sharp. */
  static double sharp(double coordinate) {
    return Math.floor(coordinate) + 0.5;
  }

  private double span() {
    return Math.max(1, shown.length().toMillis());
  }
}
