package net.pesulabs.console.page.topology;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import net.pesulabs.console.page.topology.layout.Rect;

/** Which thing the arrow keys go to: the nearest in that direction, rather straight than aslant. */
final class Compass {

  /** How much worse a step aside is than one ahead. */
  private static final double ASIDE = 2.5;

  private Compass() {}

  /**
   * @param places the part of each thing that is its own, by id
   */
  static Optional<String> next(String from, KeyCode arrow, Map<String, Rect> places) {
    Rect start = places.get(from);
    if (start == null) {
      return Optional.empty();
    }
    return places.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(from) && ahead(start, entry.getValue(), arrow) > 1)
        .min(
            Comparator.<Map.Entry<String, Rect>>comparingDouble(
                    entry -> distance(start, entry.getValue(), arrow))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }

  private static double distance(Rect start, Rect end, KeyCode arrow) {
    return ahead(start, end, arrow) + ASIDE * aside(start, end, arrow);
  }

  /** How far the end's centre lies ahead; negative behind. */
  private static double ahead(Rect start, Rect end, KeyCode arrow) {
    return switch (arrow) {
      case LEFT -> start.centerX() - end.centerX();
      case RIGHT -> end.centerX() - start.centerX();
      case UP -> start.centerY() - end.centerY();
      case DOWN -> end.centerY() - start.centerY();
      default -> 0;
    };
  }

  /** How far one would have to step aside; nothing where the two face each other. */
  private static double aside(Rect start, Rect end, KeyCode arrow) {
    boolean across = arrow == KeyCode.LEFT || arrow == KeyCode.RIGHT;
    double gap =
        across
            ? Math.max(start.y() - end.bottom(), end.y() - start.bottom())
            : Math.max(start.x() - end.right(), end.x() - start.right());
    double off =
        across
            ? Math.abs(start.centerY() - end.centerY())
            : Math.abs(start.centerX() - end.centerX());
    // Facing each other counts for more than being level, yet of two that face, the more level
    // wins.
    return Math.max(0, gap) + off / 20;
  }
}
