package net.pesulabs.console.fx.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps the values written at the ends of several lines from covering one another. */
final class ChartLabels {

  /** What is written at a line's end, and where its middle stands. */
  record End(double x, double y, String text) {
    End at(double other) {
      return new End(x, other, text);
    }
  }

  private ChartLabels() {}

  /**
   * The same from top to bottom, each at least {@code height} from the next where there is room.
   */
  static List<End> apart(List<End> ends, double height, double top, double bottom) {
    var placed = new ArrayList<>(ends);
    placed.sort(Comparator.comparingDouble(End::y));
    double free = top + height / 2;
    for (int i = 0; i < placed.size(); i++) {
      placed.set(i, placed.get(i).at(Math.max(placed.get(i).y(), free)));
      free = placed.get(i).y() + height;
    }
    double most = bottom;
    for (int i = placed.size() - 1; i >= 0; i--) {
      placed.set(i, placed.get(i).at(Math.min(placed.get(i).y(), most)));
      most = placed.get(i).y() - height;
    }
    return List.copyOf(placed);
  }
}
