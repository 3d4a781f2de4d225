package net.pesulabs.console.page.topology.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.page.topology.graph.Vertex;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines of the house run. To a machine beside its bus straight; to one behind others
 * along the gap above its row; from one side of the house to a bus on the other over everything. So
 * none crosses a machine.
 */
final class HouseRoutes {

  private static final double LANE = 16;
  private static final double CORRIDOR = 18;

  /** How far above a row the branches of the left and the right bus run. */
  private static final double LEFT_BRANCH = 14;

  private static final double RIGHT_BRANCH = 30;
  private static final double DROP = 30;

  private final Map<String, Spot> spots;
  private final Map<String, Path> paths;
  private final Map<String, Path> buses;
  private final double machinesLeft;
  private final double machinesRight;
  private int lanes;

  HouseRoutes(Map<String, Spot> spots, Map<String, Path> paths, Map<String, Path> buses) {
    this.spots = spots;
    this.paths = paths;
    this.buses = buses;
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    for (Spot spot : spots.values()) {
      if (spot.form() == Form.PILL) {
        left = Math.min(left, spot.rect().centerX());
        right = Math.max(right, spot.rect().centerX());
      }
    }
    machinesLeft = left;
    machinesRight = right;
  }

  void route(Iterable<Wire> wires) {
    var curves = new Curves(wires);
    var ports = new java.util.HashMap<String, Double>();
    for (Wire wire : wires) {
      Spot from = spots.get(wire.from());
      Spot to = spots.get(wire.to());
      if (from == null || to == null) {
        continue;
      }
      boolean fromBus = from.form() == Form.PILL;
      boolean toBus = to.form() == Form.PILL;
      Path path =
          fromBus == toBus
              ? curves.between(wire, from.rect(), to.rect())
              : fromBus ? tap(from, to, ports) : tap(to, from, ports);
      paths.put(wire.id(), path);
    }
    for (Spot spot : spots.values()) {
      if (spot.form() == Form.PILL) {
        double x = spot.rect().centerX();
        double end = ports.getOrDefault(spot.id(), spot.rect().bottom());
        if (end > spot.rect().bottom()) {
          buses.put(
              spot.id(), Curves.straight(new Point(x, spot.rect().bottom()), new Point(x, end)));
        }
      }
    }
  }

  /** From a bus to what hangs on it. */
  private Path tap(Spot bus, Spot thing, Map<String, Double> ports) {
    double x = bus.rect().centerX();
    Rect rect = thing.rect();
    boolean onTheRight = rect.x() > x;
    double side = onTheRight ? rect.x() : rect.right();
    if (otherBusBetween(x, side)) {
      return overhead(bus, rect);
    }
    if (between(thing, x, side)) {
      return branch(bus, rect, onTheRight, ports);
    }
    double y = Curves.port(rect, 0);
    ports.merge(bus.id(), y, Math::max);
    Path path = Curves.straight(new Point(x, y), new Point(side, y));
    // Beside the bus, where there is room, and not under what it has just passed.
    double badge = onTheRight ? Math.min(side, x + 92) : Math.max(side, x - 92);
    return new Path(path.points(), false, new Point((x + badge) / 2, y));
  }

  private boolean otherBusBetween(double x, double side) {
    double low = Math.min(x, side) + 1;
    double high = Math.max(x, side) - 1;
    return machinesLeft > low && machinesLeft < high || machinesRight > low && machinesRight < high;
  }

  /** Whether another thing stands between the bus and this one's side. */
  private boolean between(Spot thing, double x, double side) {
    double y = Curves.port(thing.rect(), 0);
    var gap = Rect.between(x, y, side, y).grown(1);
    return spots.values().stream()
        .anyMatch(other ->
            other.depth() == 0
                && !other.id().equals(thing.id())
                && other.form() != Form.PILL
                && other.rect().overlaps(gap));
  }

  private static Path branch(Spot bus, Rect rect, boolean onTheRight, Map<String, Double> ports) {
    double x = bus.rect().centerX();
    double y = rect.y() - (onTheRight ? LEFT_BRANCH : RIGHT_BRANCH);
    double drop = onTheRight ? rect.x() + DROP : rect.right() - DROP;
    ports.merge(bus.id(), y, Math::max);
    return new Path(
        List.of(new Point(x, y), new Point(drop, y), new Point(drop, rect.y())),
        false,
        new Point(drop, y));
  }

  /** Over everything, from the far side of the house. */
  private Path overhead(Spot bus, Rect rect) {
    double x = bus.rect().centerX();
    double lane = -LANE * ++lanes + HouseFloor.PILL_Y;
    boolean leftwards = x < rect.x();
    double start = leftwards ? rect.x() : rect.right();
    double aside = leftwards ? start - CORRIDOR : start + CORRIDOR;
    double y = rect.y() + rect.height() / 4;
    var points = new ArrayList<Point>();
    points.add(new Point(start, y));
    points.add(new Point(aside, y));
    points.add(new Point(aside, lane));
    points.add(new Point(x, lane));
    points.add(new Point(x, bus.rect().y()));
    return new Path(points, false, new Point((aside + x) / 2, lane));
  }

  /**
   * Which floor there is: the house where machines hang on buses, else columns by rank. A network
   * alone is where visits come from.
   */
  static Floor floor(Contents contents) {
    boolean buses = false;
    boolean machines = false;
    for (String id : contents.in(null)) {
      @Nullable Vertex vertex = contents.get(id);
      if (vertex != null) {
        switch (vertex.sort()) {
          case LAN, TAILNET -> buses = true;
          case INTERNET, GATEWAY, MACHINE, LAPTOP -> machines = true;
          default -> {}
        }
      }
    }
    return buses && machines ? new HouseFloor() : new RankFloor();
  }
}
