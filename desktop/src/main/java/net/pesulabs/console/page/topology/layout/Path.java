package net.pesulabs.console.page.topology.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * The way of a line.
 *
 * @param points from corner to corner; of a curve the two ends and between them the two points that
 *     bend it (a cubic Bézier curve)
 * @param badge where its state and its label are written
 * @param bounds the box all of it is in
 * @param pieces small boxes that hold all of it together: a slanting line touches little of its one
 *     box
 */
public record Path(
    List<Point> points, boolean curved, Point badge, Rect bounds, List<Rect> pieces) {

  Path(List<Point> points, boolean curved, Point badge) {
    this(List.copyOf(points), curved, badge, around(points), pieces(points, curved));
  }

  private static Rect around(List<Point> points) {
    Rect all = box(points.getFirst(), points.getLast());
    for (Point point : points) {
      all = all.with(box(point, point));
    }
    return all;
  }

  private static Rect box(Point a, Point b) {
    return Rect.between(a.x(), a.y(), b.x(), b.y());
  }

  private static List<Rect> pieces(List<Point> points, boolean curved) {
    List<Point> corners = curved ? flat(points, 8) : points;
    var pieces = new ArrayList<Rect>();
    for (int i = 1; i < corners.size(); i++) {
      pieces.add(box(corners.get(i - 1), corners.get(i)));
    }
    return List.copyOf(pieces);
  }

  /** How far a point is from the line. */
  public double distance(double x, double y) {
    double nearest = Double.MAX_VALUE;
    List<Point> corners = curved ? flat(points, 16) : points;
    for (int i = 1; i < corners.size(); i++) {
      nearest = Math.min(nearest, distance(corners.get(i - 1), corners.get(i), x, y));
    }
    return nearest;
  }

  private static List<Point> flat(List<Point> points, int parts) {
    var corners = new Point[parts + 1];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = at(points, i / (corners.length - 1.0));
    }
    return List.of(corners);
  }

  /** A point of the curve, from 0 to 1. */
  private static Point at(List<Point> points, double t) {
    double u = 1 - t;
    double a = u * u * u;
    double b = 3 * u * u * t;
    double c = 3 * u * t * t;
    double d = t * t * t;
    Point p = points.get(0);
    Point q = points.get(1);
    Point r = points.get(2);
    Point s = points.get(3);
    return new Point(
        a * p.x() + b * q.x() + c * r.x() + d * s.x(),
        a * p.y() + b * q.y() + c * r.y() + d * s.y());
  }

  private static double distance(Point a, Point b, double x, double y) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double length = dx * dx + dy * dy;
    double t = length == 0 ? 0 : Math.clamp(((x - a.x()) * dx + (y - a.y()) * dy) / length, 0, 1);
    return Math.hypot(x - a.x() - t * dx, y - a.y() - t * dy);
  }
}
