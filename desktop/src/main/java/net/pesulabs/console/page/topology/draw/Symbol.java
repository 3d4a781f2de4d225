package net.pesulabs.console.page.topology.draw;

import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.page.topology.graph.Vertex;

/** The small signs of the map, drawn in lines on a square of 24, so that any pen can draw them. */
public enum Symbol {
  FINE(oval(12, 12, 9, 9), line(7.5, 12.5, 10.5, 15.5, 16.5, 9)),
  BUSY(
      line(20.5, 5, 20.5, 9.5, 16, 9.5),
      line(3.5, 19, 3.5, 14.5, 8, 14.5),
      line(20.3, 9.5, 18, 6.4, 14.6, 4.4, 10.6, 4.1, 7, 5.7, 4.6, 8.6),
      line(3.7, 14.5, 6, 17.6, 9.4, 19.6, 13.4, 19.9, 17, 18.3, 19.4, 15.4)),
  NOTICE(oval(12, 12, 9, 9), line(12, 11, 12, 16.5), line(12, 7.6, 12, 7.7)),
  UNKNOWN(
      oval(12, 12, 9, 9),
      line(
          9.2, 9.6, 9.8, 8.2, 11.2, 7.2, 12.9, 7.2, 14.3, 8.2, 14.8, 9.7, 14.2, 11.2, 12.6, 12.3,
          12, 13.4),
      line(12, 16.7, 12, 16.8)),
  WARNING(shape(12, 3.5, 21.5, 20, 2.5, 20), line(12, 10, 12, 14), line(12, 16.8, 12, 16.9)),
  CRITICAL(oval(12, 12, 9, 9), line(9, 9, 15, 15), line(15, 9, 9, 15)),
  INTERNET(oval(12, 12, 9, 9), oval(12, 12, 4, 9), line(3, 12, 21, 12)),
  GATEWAY(
      box(3, 13, 21, 20),
      line(7, 13, 5, 5),
      line(17, 13, 19, 5),
      line(7, 16.5, 7.1, 16.5),
      line(11, 16.5, 11.1, 16.5)),
  LAN(
      box(9, 3, 15, 8),
      box(3, 16, 9, 21),
      box(15, 16, 21, 21),
      line(12, 8, 12, 12),
      line(6, 16, 6, 12, 18, 12, 18, 16)),
  TAILNET(
      oval(5.5, 12, 2.6, 2.6),
      oval(18.5, 5.5, 2.6, 2.6),
      oval(18.5, 18.5, 2.6, 2.6),
      line(7.9, 10.8, 16.2, 6.7),
      line(7.9, 13.2, 16.2, 17.3)),
  LAPTOP(box(5, 5, 19, 15), line(2, 19, 22, 19)),
  MACHINE(box(3, 4, 21, 11), box(3, 13, 21, 20), line(7, 7.5, 7.1, 7.5), line(7, 16.5, 7.1, 16.5)),
  CARD(box(3, 7, 21, 17), oval(14.5, 12, 2.8, 2.8), line(6.5, 10, 6.5, 14), line(6, 17, 6, 20)),
  MODEL(shape(4, 5, 20, 5, 20, 16, 11, 16, 7, 20, 7, 16, 4, 16)),
  CLUSTER(shape(12, 3, 20, 7.5, 20, 16.5, 12, 21, 4, 16.5, 4, 7.5), oval(12, 12, 3, 3)),
  NAMESPACE(shape(3, 6, 9, 6, 11, 8.5, 21, 8.5, 21, 19, 3, 19)),
  WORKLOAD(shape(12, 3, 21, 8, 12, 13, 3, 8), line(3, 12.5, 12, 17.5, 21, 12.5)),
  POD(
      shape(12, 3, 20, 7.5, 20, 16.5, 12, 21, 4, 16.5, 4, 7.5),
      line(4, 7.5, 12, 12, 20, 7.5),
      line(12, 12, 12, 21)),
  HOST(box(3, 5, 21, 19), line(3, 9.5, 21, 9.5), line(6, 7.3, 6.1, 7.3)),
  ENTRANCE(
      line(10, 4, 20, 4, 20, 20, 10, 20), line(3, 12, 14, 12), line(10.5, 8.5, 14, 12, 10.5, 15.5)),
  SERVICE(
      oval(12, 5, 2.6, 2.6),
      oval(5, 19, 2.6, 2.6),
      oval(19, 19, 2.6, 2.6),
      line(12, 7.6, 12, 12.5),
      line(5, 16.4, 5, 12.5, 19, 12.5, 19, 16.4)),
  ENDPOINTS(oval(12, 12, 9, 9), oval(12, 12, 3, 3)),
  VOLUME(oval(12, 6, 8, 3), line(4, 6, 4, 18, 6.3, 20.1, 12, 21, 17.7, 20.1, 20, 18, 20, 6)),
  UNSCHEDULED(oval(12, 12, 9, 9), line(12, 7, 12, 12, 15.5, 14)),
  OPEN(line(7, 10, 12, 15, 17, 10)),
  FOLDED(line(10, 7, 15, 12, 10, 17));

  /** A stroke of a sign. */
  sealed interface Stroke {}

  record Oval(double x, double y, double rx, double ry) implements Stroke {}

  record Line(List<Double> xs, List<Double> ys, boolean closed) implements Stroke {}

  static final double SIDE = 24;

  private final List<Stroke> strokes;

  Symbol(Stroke... strokes) {
    this.strokes = List.of(strokes);
  }

  List<Stroke> strokes() {
    return strokes;
  }

  static Symbol of(Severity severity) {
    return valueOf(severity.name());
  }

  static Symbol of(Vertex.Sort sort) {
    return valueOf(sort.name());
  }

  private static Stroke oval(double x, double y, double rx, double ry) {
    return new Oval(x, y, rx, ry);
  }

  private static Stroke line(double... corners) {
    return line(false, corners);
  }

  private static Stroke shape(double... corners) {
    return line(true, corners);
  }

  private static Stroke box(double left, double top, double right, double bottom) {
    return shape(left, top, right, top, right, bottom, left, bottom);
  }

  private static Stroke line(boolean closed, double... corners) {
    var xs = new ArrayList<Double>();
    var ys = new ArrayList<Double>();
    for (int i = 0; i < corners.length; i += 2) {
      xs.add(corners[i]);
      ys.add(corners[i + 1]);
    }
    return new Line(List.copyOf(xs), List.copyOf(ys), closed);
  }
}
