package net.pesulabs.console.page.topology.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.pesulabs.console.page.topology.graph.Vertex;

/** Puts what a thing holds into it, from the inside out. */
final class Packer {

  static final Size GAP = new Size(6, 6);
  private static final Size SHELF_GAP = new Size(6, 10);
  private static final Size BOX_GAP = new Size(14, 14);
  private static final double PADDING = 12;
  private static final double RANK_GAP = 40;
  private static final double SECTION_GAP = 10;
  private static final double LABEL_WIDTH = 118;
  private static final double TALL_HEAD = 66;
  private static final double HEAD = 42;

  /** A thing with what it holds, as seen from its own corner. */
  record Packed(String id, Form form, Size size, Rect head, List<Placed> held) {

    /** Puts it, and what it holds, on the map. */
    void spread(double x, double y, int depth, Map<String, Spot> spots) {
      spots.put(
          id,
          new Spot(id, form, new Rect(x, y, size.width(), size.height()), head.moved(x, y), depth));
      held.forEach(each -> each.packed.spread(x + each.at.x(), y + each.at.y(), depth + 1, spots));
    }
  }

  private record Placed(Packed packed, Point at) {}

  private final Contents contents;
  private final Folds folds;
  private final Lots lots;

  Packer(Contents contents, Folds folds, Lots lots) {
    this.contents = contents;
    this.folds = folds;
    this.lots = lots;
  }

  Packed pack(String id, int depth) {
    Form form = form(id, depth);
    if (!form.isOpen()) {
      return whole(id, form, form.size());
    }
    return form == Form.SHELF ? shelf(id, depth) : frame(id, depth);
  }

  private Form form(String id, int depth) {
    Vertex vertex = Objects.requireNonNull(contents.get(id), id);
    Vertex parent = vertex.parent() == null ? null : contents.get(vertex.parent());
    return Form.of(
        vertex, contents.holds(id), folds.isFolded(id, depth), parent != null && isMachine(parent));
  }

  private static boolean isHost(Vertex vertex) {
    return isMachine(vertex)
        || vertex.sort() == Vertex.Sort.CLUSTER
        || vertex.sort() == Vertex.Sort.GATEWAY
        || vertex.sort() == Vertex.Sort.LAPTOP;
  }

  static boolean isMachine(Vertex vertex) {
    return vertex.sort() == Vertex.Sort.MACHINE || vertex.sort() == Vertex.Sort.UNSCHEDULED;
  }

  private static Packed whole(String id, Form form, Size size) {
    return new Packed(id, form, size, new Rect(0, 0, size.width(), size.height()), List.of());
  }

  private Packed shelf(String id, int depth) {
    var held = new ArrayList<Placed>();
    Size body = fill(id, depth, LABEL_WIDTH, 0, held);
    double height = Math.max(Form.CHIP.size().height(), body.height());
    return new Packed(
        id,
        Form.SHELF,
        new Size(LABEL_WIDTH + body.width(), height),
        new Rect(0, 0, LABEL_WIDTH - GAP.width(), Form.CHIP.size().height()),
        held);
  }

  private Packed frame(String id, int depth) {
    Vertex vertex = Objects.requireNonNull(contents.get(id), id);
    double head = vertex.parent() == null && isHost(vertex) ? TALL_HEAD : HEAD;
    // Beside shelves with their names, what has none stands under the others.
    boolean shelves =
        contents.in(id).stream().anyMatch(child -> form(child, depth + 1) == Form.SHELF);
    var held = new ArrayList<Placed>();
    Size body = fill(id, depth, shelves ? LABEL_WIDTH : 0, head, held);
    double width = Math.max(Form.FRAME.size().width(), body.width() + 2 * PADDING);
    return new Packed(
        id,
        Form.FRAME,
        new Size(width, head + body.height() + PADDING),
        new Rect(0, 0, width, head),
        held);
  }

  /** Lays the lots of a container out: ranks side by side, else one under the other. */
  private Size fill(String id, int depth, double indent, double top, List<Placed> held) {
    List<Lots.Lot> inside = lots.in(id);
    Vertex vertex = contents.get(id);
    boolean ranks =
        (vertex == null || !isHost(vertex))
            && inside.stream().map(Lots.Lot::column).distinct().count() > 1;
    boolean frame = top > 0;
    double left = frame ? PADDING : indent;
    double x = left;
    double y = top;
    double width = 0;
    double height = 0;
    int column = Integer.MIN_VALUE;
    for (Lots.Lot lot : inside) {
      Grid grid = Objects.requireNonNull(lots.grid(lot));
      if (ranks && column != Integer.MIN_VALUE && lot.column() != column) {
        x = left + width + RANK_GAP;
        y = top;
      }
      column = lot.column();
      double in = frame && !lot.boxes() ? indent : 0;
      Size size = lot(grid, lot, depth, x + in, y, held);
      width = Math.max(width, x + in + size.width() - left);
      height = Math.max(height, y + size.height() - top);
      y += size.height() > 0 ? size.height() + SECTION_GAP : 0;
    }
    return new Size(width, height);
  }

  private Size lot(Grid grid, Lots.Lot lot, int depth, double x, double y, List<Placed> held) {
    var packed = new java.util.HashMap<String, Packed>();
    grid.ids().forEach(child -> packed.put(child, pack(child, depth + 1)));
    // What is small stands closer together than what has a frame.
    boolean frames = packed.values().stream().anyMatch(each -> each.form() == Form.FRAME);
    boolean shelves = packed.values().stream().anyMatch(each -> each.form() == Form.SHELF);
    return grid.measure(child -> Objects.requireNonNull(packed.get(child)).size(), Form.CHIP.size())
        .place(
            frames ? BOX_GAP : shelves ? SHELF_GAP : GAP,
            (child, at) ->
                held.add(new Placed(Objects.requireNonNull(packed.get(child)), at.plus(x, y))));
  }
}
