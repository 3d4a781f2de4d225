package net.pesulabs.console.page.topology.layout;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places that are given: every thing in one lot, whose order is kept. */
final class Lots {

  /**
   * What stands side by side in one grid.
   *
   * @param parent null for what stands free
   * @param column from left to right
   * @param boxes whether it is for those that hold others; they stand under the others
   */
  record Lot(@Nullable String parent, int column, boolean boxes) {

    static final Comparator<Lot> ORDER =
        Comparator.comparingInt(Lot::column).thenComparing(Lot::boxes);
  }

  private final Map<Lot, Grid> grids = new HashMap<>();
  private final Map<@Nullable String, List<Lot>> byParent = new HashMap<>();
  private final Map<String, Lot> homes = new HashMap<>();

  @Nullable Lot home(String id) {
    return homes.get(id);
  }

  /** The grid of a lot; null while it has none. */
  @Nullable Grid grid(Lot lot) {
    return grids.get(lot);
  }

  Grid open(Lot lot, Grid grid) {
    grids.put(lot, grid);
    List<Lot> beside = new java.util.ArrayList<>(in(lot.parent()));
    beside.remove(lot);
    beside.add(lot);
    beside.sort(Lot.ORDER);
    byParent.put(lot.parent(), beside);
    return grid;
  }

  void settle(String id, Lot lot) {
    homes.put(id, lot);
  }

  void remove(String id) {
    Lot lot = homes.remove(id);
    Grid grid = lot == null ? null : grids.get(lot);
    if (grid != null) {
      grid.remove(id);
    }
  }

  /** From left to right, and from the top down. */
  List<Lot> in(@Nullable String parent) {
    return byParent.getOrDefault(parent, List.of());
  }

  void clear() {
    grids.clear();
    byParent.clear();
    homes.clear();
  }
}
