package net.pesulabs.console.page.topology.layout;

import static net.pesulabs.console.page.topology.graph.Vertex.Sort.ENTRANCE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.pesulabs.console.page.topology.graph.Graph;
import net.pesulabs.console.page.topology.graph.Layer;
import net.pesulabs.console.page.topology.graph.Vertex;
import org.jspecify.annotations.Nullable;

/**
 * Where everything of a layer stands, and stays: what did not change does not move. Who comes takes
 * a free place, who goes leaves one; only a container that has to grow pushes what is beside it,
 * and only {@link #tidy} and the arrival of a whole crowd lay everything out anew. One thread only.
 */
public final class MapLayout {

  /** So many at once are not somebody new but the picture itself arriving. */
  private static final int CROWD = 8;

  /** A column longer than this is broken into several. */
  private static final int LONG = 60;

  private final Folds folds;
  private final Contents contents = new Contents();
  private final Lots lots = new Lots();
  private final Comparator<Vertex> order;
  private Floor floor = new RankFloor();
  private Sketch sketch = Sketch.EMPTY;

  /**
   * An empty layout.
   *
   * @param order in which things stand that come at once
   * @param folds what is folded, which outlives the layout
   */
  public MapLayout(Comparator<Vertex> order, Folds folds) {
    this.order = order;
    this.folds = folds;
  }

  public Sketch sketch() {
    return sketch;
  }

  /** Takes over what changed; see {@link #sketch} for where all stands then. */
  public void take(Graph graph, Collection<String> changed) {
    var moved = new ArrayList<String>();
    for (String id : changed) {
      if (contents.take(id, graph.vertices().get(id))) {
        moved.add(id);
      }
    }
    if (!moved.isEmpty()) {
      long came = moved.stream().filter(id -> contents.get(id) != null).count();
      if (came >= CROWD && came * 2 >= contents.ids().size()) {
        folds.choose(contents);
        settleAll(graph);
      } else {
        moved.forEach(lots::remove);
        sorted(moved).forEach(vertex -> settle(vertex, graph));
      }
      folds.watch(contents);
    }
    draw(graph, !moved.isEmpty());
  }

  /** Lays everything out anew, and forgets what was folded by hand. */
  public void tidy(Graph graph) {
    folds.forget();
    lay(graph);
  }

  /** Lays everything out anew. */
  public void lay(Graph graph) {
    contents.clear();
    graph.vertices().forEach(contents::take);
    folds.choose(contents);
    settleAll(graph);
    draw(graph, true);
  }

  /** Folds or opens something, from the next {@link #draw(Graph)} on. */
  public void fold(String id, boolean folded) {
    folds.set(id, folded);
  }

  /** Puts everything where it stands now. */
  public void draw(Graph graph) {
    draw(graph, true);
  }

  /** Whether it holds others. */
  public boolean holds(String id) {
    return contents.holds(id);
  }

  public boolean isFolded(String id) {
    return folds.isFolded(id, contents.depth(id));
  }

  /**
   * The thing itself, or the folded one it is hidden in; null where the layer has no such thing.
   */
  public @Nullable String visible(String id) {
    return contents.visible(id, folds);
  }

  /** Opens what a thing is hidden in. */
  public void reveal(String id, Graph graph) {
    Vertex vertex = contents.get(id);
    boolean opened = false;
    for (String parent = vertex == null ? null : vertex.parent(); parent != null; ) {
      if (isFolded(parent)) {
        folds.set(parent, false);
        opened = true;
      }
      Vertex above = contents.get(parent);
      parent = above == null ? null : above.parent();
    }
    if (opened) {
      draw(graph, true);
    }
  }

  private void draw(Graph graph, boolean moved) {
    Map<String, Wire> wires = Wires.of(graph.edges().values(), contents, folds);
    if (!moved && wires.keySet().equals(sketch.wires().keySet())) {
      sketch = new Sketch(sketch.spots(), wires, sketch.paths(), sketch.buses(), sketch.bounds());
      return;
    }
    var spots = new LinkedHashMap<String, Spot>();
    floor.place(lots, new Packer(contents, folds, lots), spots);
    var paths = new HashMap<String, Path>();
    var buses = new HashMap<String, Path>();
    floor.route(spots, wires.values(), paths, buses);
    sketch = new Sketch(spots, wires, paths, buses, bounds(spots, paths));
  }

  private static Rect bounds(Map<String, Spot> spots, Map<String, Path> paths) {
    Rect all = null;
    for (Spot spot : spots.values()) {
      all = all == null ? spot.rect() : all.with(spot.rect());
    }
    if (all == null) {
      return new Rect(0, 0, 0, 0);
    }
    for (Path path : paths.values()) {
      all = all.with(path.bounds());
    }
    return all;
  }

  private List<Vertex> sorted(Collection<String> ids) {
    return ids.stream()
        .map(contents::get)
        .filter(vertex -> vertex != null)
        .sorted(order.thenComparing(Vertex::id))
        .toList();
  }

  private void settleAll(Graph graph) {
    lots.clear();
    floor = HouseRoutes.floor(contents);
    List<Vertex> all = sorted(contents.ids());
    Map<String, Integer> rows = floor instanceof RankFloor ? rows(all, graph) : Map.of();
    for (Vertex vertex : all) {
      Integer row = rows.get(vertex.id());
      if (row == null) {
        settle(vertex, graph);
      } else {
        Lots.Lot lot = lot(vertex);
        Grid grid = lots.grid(lot);
        grid = grid == null ? lots.open(lot, Grid.ofOneColumn()) : grid;
        grid.addNear(vertex.id(), row);
        lots.settle(vertex.id(), lot);
      }
    }
  }

  /** The rows of what stands free and holds nothing, where no rank is too long for that. */
  private Map<String, Integer> rows(List<Vertex> all, Graph graph) {
    var ranks = new TreeMap<Integer, List<String>>();
    for (Vertex vertex : all) {
      if (vertex.parent() == null && !isBox(vertex)) {
        ranks.computeIfAbsent(vertex.rank(), rank -> new ArrayList<>()).add(vertex.id());
      }
    }
    if (ranks.values().stream().anyMatch(ids -> ids.size() > LONG)) {
      return Map.of();
    }
    return Tracks.of(ranks, neighbours(graph));
  }

  private static Map<String, Set<String>> neighbours(Graph graph) {
    var neighbours = new HashMap<String, Set<String>>();
    graph
        .edges()
        .values()
        .forEach(edge -> {
          neighbours.computeIfAbsent(edge.from(), id -> new HashSet<>()).add(edge.to());
          neighbours.computeIfAbsent(edge.to(), id -> new HashSet<>()).add(edge.from());
        });
    return neighbours;
  }

  private void settle(Vertex vertex, Graph graph) {
    Lots.Lot lot = lot(vertex);
    Grid grid = lots.grid(lot);
    if (grid == null) {
      grid = lots.open(lot, newGrid(vertex, lot, graph.layer()));
    }
    grid.add(vertex.id());
    lots.settle(vertex.id(), lot);
  }

  private Lots.Lot lot(Vertex vertex) {
    boolean free = vertex.parent() == null;
    return new Lots.Lot(
        vertex.parent(),
        free ? floor.column(vertex) : vertex.rank(),
        isBox(vertex) && !(free && floor instanceof HouseFloor));
  }

  /** Whether it is there to hold others, even while it holds none. */
  private boolean isBox(Vertex vertex) {
    return switch (vertex.sort()) {
      case MACHINE, CLUSTER, NAMESPACE, UNSCHEDULED -> true;
      default -> contents.holds(vertex.id());
    };
  }

  private Grid newGrid(Vertex vertex, Lots.Lot lot, Layer layer) {
    if (layer == Layer.TRAFFIC && (lot.parent() == null || vertex.sort() == ENTRANCE)) {
      return Grid.ofOneColumn(); // what flows from the left would run through the first of two
    }
    if (lot.parent() == null) {
      boolean side = floor instanceof HouseFloor && lot.column() != HouseFloor.MIDDLE;
      return side ? Grid.ofOneColumn() : Grid.ofColumns(1);
    }
    Vertex parent = contents.get(lot.parent());
    boolean inMachine = parent != null && Packer.isMachine(parent);
    if (inMachine && vertex.sort() == Vertex.Sort.NAMESPACE) {
      return Grid.ofOneColumn();
    }
    Vertex above = parent == null || parent.parent() == null ? null : contents.get(parent.parent());
    boolean chips = inMachine || above != null && Packer.isMachine(above);
    return Grid.ofColumns(chips ? 3 : 1);
  }
}
