package net.pesulabs.console.page.topology.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines that swing from side to side, for what flows. */
final class Curves {

  /** How far apart those run that join the same two. */
  private static final double APART = 16;

  private final Map<String, Integer> drawn = new HashMap<>();
  private final Map<String, Integer> all = new HashMap<>();

  Curves(Iterable<Wire> wires) {
    wires.forEach(wire -> all.merge(pair(wire), 1, Integer::sum));
  }

  private static String pair(Wire wire) {
    return wire.from().compareTo(wire.to()) < 0
        ? wire.from() + ' ' + wire.to()
        : wire.to() + ' ' + wire.from();
  }

  Path between(Wire wire, Rect from, Rect to) {
    int turn = drawn.merge(pair(wire), 1, Integer::sum) - 1;
    double off = (turn - (all.getOrDefault(pair(wire), 1) - 1) / 2.0) * APART;
    if (to.x() >= from.right()) {
      return sideways(from.right(), from, to.x(), to, off);
    }
    if (to.right() <= from.x()) {
      return sideways(from.x(), from, to.right(), to, off);
    }
    boolean down = to.centerY() >= from.centerY();
    double x = Math.clamp(to.centerX(), from.x() + 12, Math.max(from.x() + 12, from.right() - 12));
    double y1 = down ? from.bottom() : from.y();
    double y2 = down ? to.y() : to.bottom();
    return straight(new Point(x + off, y1), new Point(x + off, y2));
  }

  private static Path sideways(double x1, Rect from, double x2, Rect to, double off) {
    double y1 = port(from, off);
    double y2 = port(to, off);
    if (Math.abs(y1 - y2) < 0.5) {
      return straight(new Point(x1, y1), new Point(x2, y2));
    }
    double bend = (x2 - x1) / 2;
    return new Path(
        List.of(
            new Point(x1, y1),
            new Point(x1 + bend, y1),
            new Point(x2 - bend, y2),
            new Point(x2, y2)),
        true,
        new Point((x1 + x2) / 2, (y1 + y2) / 2));
  }

  /** Of something tall the line meets the head, where its name is. */
  static double port(Rect rect, double off) {
    return rect.y() + Math.min(rect.height(), Form.CARD.size().height()) / 2 + off;
  }

  static Path straight(Point from, Point to) {
    return new Path(
        List.of(from, to), false, new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2));
  }
}
