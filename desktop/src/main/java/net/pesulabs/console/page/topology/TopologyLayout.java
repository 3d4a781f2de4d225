package net.pesulabs.console.page.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything stands, read from left to right: internet and gateway, the home network, the
 * machines one above the other, the tailnet, this laptop. A pure function of the plan.
 *
 * @param order the ids as one would read them
 * @param rects by the id of what stands there; a machine's holds those of its chips
 * @param heads the part of a machine that is its own, above its chips
 * @param wires by the id of the link
 */
record TopologyLayout(
    List<String> order,
    Map<String, Rect> rects,
    Map<String, Rect> heads,
    Map<String, Wire> wires,
    Map<String, Wire> buses,
    double width,
    double height) {

  /** A point of a line. */
  record Point(double x, double y) {}

  /**
   * A line from point to point.
   *
   * @param badge where its state is written
   */
  record Wire(List<Point> points, Point badge) {}

  private static final double TOP = 40;
  private static final double SIDE = Shelves.NARROW.width();
  private static final double STUB = 82;
  private static final double PILL_WIDTH = 110;
  private static final double PILL_HEIGHT = 44;
  private static final double CARD_HEIGHT = 84;
  private static final double WAN_LENGTH = 60;

  /**
   * How far below its top a card or machine is wired: below the pills at the heads of the buses.
   */
  private static final double PORT = 68;

  private static final double GAP = 20;
  private static final double MACHINE_WIDTH = Shelves.WIDE.width();
  private static final double LAN_X = SIDE + STUB;
  private static final double MACHINE_X = LAN_X + STUB;
  private static final double TAILNET_X = MACHINE_X + MACHINE_WIDTH + STUB;
  private static final double LAPTOP_X = TAILNET_X + STUB;

  /** Where the gateway's own line to the tailnet runs: past the internet, over everything. */
  private static final double CORRIDOR_X = SIDE + 14;

  private static final double OVERHEAD_Y = 20;

  static TopologyLayout of(Plan plan) {
    var sketch = new Sketch();
    sketch.place(plan);
    return new TopologyLayout(
        plan.readingOrder(),
        Map.copyOf(sketch.rects),
        Map.copyOf(sketch.heads),
        Map.copyOf(sketch.wires),
        Map.copyOf(sketch.buses),
        LAPTOP_X + SIDE,
        sketch.bottom + GAP);
  }

  /** The layout while it is made. */
  private static final class Sketch {

    final Map<String, Rect> rects = new HashMap<>();
    final Map<String, Rect> heads = new HashMap<>();
    final Map<String, Wire> wires = new HashMap<>();
    final Map<String, Wire> buses = new HashMap<>();
    double bottom;

    void place(Plan plan) {
      card(Item.INTERNET, 0, TOP);
      card(Item.LAPTOP, LAPTOP_X, TOP);
      pill(Item.LAN, LAN_X);
      pill(Item.TAILNET, TAILNET_X);
      wire(Item.LAPTOP, Item.TAILNET, LAPTOP_X, TAILNET_X, TOP + PORT);

      double lanEnd = TOP + PORT;
      double y = TOP + CARD_HEIGHT + WAN_LENGTH;
      for (Plan.Frame gateway : plan.gateways()) {
        Rect rect = frame(gateway, 0, y, Shelves.NARROW);
        gateway(gateway.id(), rect);
        lanEnd = Math.max(lanEnd, y + PORT);
        y = rect.bottom() + GAP;
      }
      double tailnetEnd = TOP + PORT;
      y = TOP;
      for (Plan.Frame machine : plan.machines()) {
        Rect rect = frame(machine, MACHINE_X, y, Shelves.WIDE);
        if (machine.wired()) {
          wire(Item.LAN, machine.id(), LAN_X, rect.x(), y + PORT);
          wire(Item.TAILNET, machine.id(), TAILNET_X, rect.right(), y + PORT);
          lanEnd = Math.max(lanEnd, y + PORT);
          tailnetEnd = Math.max(tailnetEnd, y + PORT);
        }
        y = rect.bottom() + GAP;
      }
      bus(Item.LAN, LAN_X, lanEnd);
      bus(Item.TAILNET, TAILNET_X, tailnetEnd);
    }

    private void gateway(String id, Rect rect) {
      double x = SIDE / 2;
      wires.put(
          linkId(Item.INTERNET, id),
          new Wire(
              List.of(new Point(x, TOP + CARD_HEIGHT), new Point(x, rect.y())),
              new Point(x, (TOP + CARD_HEIGHT + rect.y()) / 2)));
      wire(id, Item.LAN, rect.right(), LAN_X, rect.y() + PORT);
      double y = rect.y() + PORT / 2;
      wires.put(
          linkId(Item.TAILNET, id),
          new Wire(
              List.of(
                  new Point(rect.right(), y),
                  new Point(CORRIDOR_X, y),
                  new Point(CORRIDOR_X, OVERHEAD_Y),
                  new Point(TAILNET_X, OVERHEAD_Y),
                  new Point(TAILNET_X, TOP)),
              new Point((MACHINE_X + TAILNET_X) / 2, OVERHEAD_Y)));
    }

    private Rect frame(Plan.Frame frame, double x, double y, Shelves shelves) {
      double height = shelves.place(frame, x, y, rects);
      Rect rect = put(frame.id(), new Rect(x, y, shelves.width(), height));
      heads.put(frame.id(), new Rect(x, y, shelves.width(), shelves.head()));
      return rect;
    }

    private void card(String id, double x, double y) {
      put(id, new Rect(x, y, SIDE, CARD_HEIGHT));
    }

    private void pill(String id, double centerX) {
      put(id, new Rect(centerX - PILL_WIDTH / 2, TOP, PILL_WIDTH, PILL_HEIGHT));
    }

    private void bus(String id, double x, double end) {
      buses.put(
          id,
          new Wire(List.of(new Point(x, TOP + PILL_HEIGHT), new Point(x, end)), new Point(x, end)));
    }

    private void wire(String from, String to, double x1, double x2, double y) {
      wires.put(
          linkId(from, to),
          new Wire(List.of(new Point(x1, y), new Point(x2, y)), new Point((x1 + x2) / 2, y)));
    }

    private Rect put(String id, Rect rect) {
      rects.put(id, rect);
      bottom = Math.max(bottom, rect.bottom());
      return rect;
    }

    private static String linkId(String from, String to) {
      return "link/" + from + "/" + to;
    }
  }
}
