package net.pesulabs.console.fx.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The upright axis of a chart, from zero.
 *
 * @param high the top of the axis: a round figure where one is near, else the highest value
 * @param ticks the round figures written beside it, zero among them
 */
record ChartScale(double high, List<Double> ticks) {

  /** A round figure that exceeds the highest value by no more than this is the top. */
  private static final double NEAR = 0.05;

  private static final double[] DECIMAL = {1, 2, 2.5, 5, 10};

  /**
   * An axis that holds {@code most}.
   *
   * @param intervals at most so many steps between the ticks
   */
  static ChartScale upTo(double most, int intervals, HistoryChart.Steps steps) {
    double least = (most > 0 ? most : 1) / intervals;
    double step =
        switch (steps) {
          case DECIMAL -> decimal(least);
          case BINARY -> Math.pow(2, Math.ceil(log2(least) - 1e-9));
        };
    double highest = most > 0 ? most : 1;
    int count = (int) Math.floor(highest / step * (1 + NEAR));
    var ticks = new ArrayList<Double>();
    for (int i = 0; i <= count; i++) {
      ticks.add(i * step);
    }
    return new ChartScale(Math.max(highest, ticks.getLast()), List.copyOf(ticks));
  }

  /** How far up a value stands, from 0 to 1; what exceeds the axis stands at its end. */
  double part(double value) {
    return Math.clamp(value / high, 0, 1);
  }

  private static double decimal(double least) {
    double magnitude = Math.pow(10, Math.floor(Math.log10(least)));
    for (double round : DECIMAL) {
      if (round * magnitude >= least * (1 - 1e-9)) {
        return round * magnitude;
      }
    }
    return 10 * magnitude;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
