package net.pesulabs.console.page.topology.layout;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that can be seen, and where.
 *
 * @param spots by id of the vertex, those that hold others before what they hold
 * @param wires by id
 * @param paths the ways of the wires, by the wire's id
 * @param buses the lines that pills head, by the pill's id
 */
public record Sketch(
    Map<String, Spot> spots,
    Map<String, Wire> wires,
    Map<String, Path> paths,
    Map<String, Path> buses,
    Rect bounds) {

  public static final Sketch EMPTY =
      new Sketch(Map.of(), Map.of(), Map.of(), Map.of(), new Rect(0, 0, 0, 0));

  /** What is on top at a point: a thing, else a line not further than {@code near}; else null. */
  public @Nullable String at(double x, double y, double near) {
    String found = null;
    boolean open = false;
    int depth = -1;
    for (Spot spot : spots.values()) {
      if (spot.depth() > depth && spot.rect().contains(x, y)) {
        found = spot.id();
        depth = spot.depth();
        open = spot.form().isOpen() && !spot.head().contains(x, y);
      }
    }
    if (found != null && !open) {
      return found;
    }
    String line = wireAt(x, y, near);
    return line != null ? line : found;
  }

  private @Nullable String wireAt(double x, double y, double near) {
    String found = null;
    double nearest = near;
    for (Map.Entry<String, Path> entry : paths.entrySet()) {
      Path path = entry.getValue();
      if (path.bounds().grown(near).contains(x, y)) {
        double distance =
            Math.min(
                path.distance(x, y), Math.hypot(path.badge().x() - x, path.badge().y() - y) - 8);
        if (distance <= nearest) {
          nearest = distance;
          found = entry.getKey();
        }
      }
    }
    return found;
  }
}
