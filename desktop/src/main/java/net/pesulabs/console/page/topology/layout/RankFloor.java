package net.pesulabs.console.page.topology.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.pesulabs.console.page.topology.graph.Vertex;

/** Columns by rank: what flows, flows from left to right. */
final class RankFloor implements Floor {

  private static final Size GAP = new Size(24, 18);
  private static final double COLUMN_GAP = 110;

  @Override
  public int column(Vertex vertex) {
    return vertex.rank();
  }

  @Override
  public void place(Lots lots, Packer packer, Map<String, Spot> spots) {
    List<Lots.Lot> free = lots.in(null);
    double x = 0;
    double y = 0;
    double width = 0;
    Lots.Lot last = null;
    for (Lots.Lot lot : free) {
      if (last != null && last.column() != lot.column()) {
        x += width + (width > 0 ? COLUMN_GAP : 0);
        y = 0;
        width = 0;
      }
      last = lot;
      var packed = new HashMap<String, Packer.Packed>();
      Grid grid = Objects.requireNonNull(lots.grid(lot));
      grid.ids().forEach(id -> packed.put(id, packer.pack(id, 0)));
      double left = x;
      double top = y;
      Size size =
          grid.measure(id -> Objects.requireNonNull(packed.get(id)).size(), Form.PLATE.size())
              .place(
                  GAP,
                  (id, at) ->
                      Objects.requireNonNull(packed.get(id))
                          .spread(left + at.x(), top + at.y(), 0, spots));
      width = Math.max(width, size.width());
      y += size.height() > 0 ? size.height() + GAP.height() : 0;
    }
  }

  @Override
  public void route(
      Map<String, Spot> spots,
      Iterable<Wire> wires,
      Map<String, Path> paths,
      Map<String, Path> buses) {
    var curves = new Curves(wires);
    for (Wire wire : wires) {
      Spot from = spots.get(wire.from());
      Spot to = spots.get(wire.to());
      if (from != null && to != null) {
        paths.put(wire.id(), curves.between(wire, from.rect(), to.rect()));
      }
    }
  }
}
