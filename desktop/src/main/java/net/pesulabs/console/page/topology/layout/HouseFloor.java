package net.pesulabs.console.page.topology.layout;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import net.pesulabs.console.page.topology.graph.Vertex;

/**
 * The house, from left to right: internet and gateway, the home network as a bus, the machines, the
 * tailnet as a bus, this laptop.
 */
final class HouseFloor implements Floor {

  static final int LEFT = 0;
  static final int LAN = 1;
  static final int MIDDLE = 2;
  static final int TAILNET = 3;
  static final int RIGHT = 4;

  /** Where the machines begin: below the heads of the buses and what runs over them. */
  static final double TOP = 64;

  static final double PILL_Y = 12;

  private static final double STUB = 86;
  private static final Size SIDE_GAP = new Size(0, 64);
  private static final Size NARROW_GAP = new Size(24, 24);

  /** Between rows of machines run the branches of the buses. */
  private static final Size COMB_GAP = new Size(24, 52);

  @Override
  public int column(Vertex vertex) {
    return switch (vertex.sort()) {
      case INTERNET, GATEWAY -> LEFT;
      case LAN -> LAN;
      case TAILNET -> TAILNET;
      case LAPTOP -> RIGHT;
      default -> MIDDLE;
    };
  }

  @Override
  public void place(Lots lots, Packer packer, Map<String, Spot> spots) {
    double x = 0;
    for (Lots.Lot lot : lots.in(null)) {
      Grid grid = Objects.requireNonNull(lots.grid(lot));
      if (grid.isEmpty()) {
        continue;
      }
      var packed = new HashMap<String, Packer.Packed>();
      grid.ids().forEach(id -> packed.put(id, packer.pack(id, 0)));
      boolean bus = lot.column() == LAN || lot.column() == TAILNET;
      double left = bus ? x - Form.PILL.size().width() / 2 : x;
      double top = bus ? PILL_Y : TOP;
      Size size =
          grid.measure(id -> Objects.requireNonNull(packed.get(id)).size(), Form.CARD.size())
              .place(
                  gap(lot, grid),
                  (id, at) ->
                      Objects.requireNonNull(packed.get(id))
                          .spread(left + at.x(), top + at.y(), 0, spots));
      x += bus ? STUB : size.width() + STUB;
    }
  }

  private static Size gap(Lots.Lot lot, Grid grid) {
    return switch (lot.column()) {
      case LEFT, RIGHT -> SIDE_GAP;
      default -> grid.isNarrow() ? NARROW_GAP : COMB_GAP;
    };
  }

  @Override
  public void route(
      Map<String, Spot> spots,
      Iterable<Wire> wires,
      Map<String, Path> paths,
      Map<String, Path> buses) {
    new HouseRoutes(spots, paths, buses).route(wires);
  }
}
