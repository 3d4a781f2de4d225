package net.pesulabs.console.page.topology.layout;

/** A point of the map, in its own units: pixels at 100 %. */
public record Point(double x, double y) {

  Point plus(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }
}
