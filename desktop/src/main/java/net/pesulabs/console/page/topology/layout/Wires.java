package net.pesulabs.console.page.topology.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.page.topology.graph.Edge;

/** Lifts edges to what can be seen of their ends, and gathers those that then join the same two. */
final class Wires {

  private record Pair(String from, String to, Edge.Sort sort, int way) {}

  private Wires() {}

  static Map<String, Wire> of(Collection<Edge> edges, Contents contents, Folds folds) {
    var pairs = new LinkedHashMap<Pair, List<Edge>>();
    for (Edge edge : edges) {
      String from = contents.visible(edge.from(), folds);
      String to = contents.visible(edge.to(), folds);
      if (from == null || to == null || from.equals(to) || isWithin(from, to, contents)) {
        continue;
      }
      boolean whole = from.equals(edge.from()) && to.equals(edge.to());
      // Two ways between the same two stay two; what was lifted is one.
      int way = 0;
      while (whole && pairs.containsKey(new Pair(from, to, edge.sort(), way))) {
        way++;
      }
      pairs.computeIfAbsent(new Pair(from, to, edge.sort(), way), p -> new ArrayList<>()).add(edge);
    }
    var wires = new LinkedHashMap<String, Wire>();
    pairs.forEach((pair, all) -> {
      Wire wire = wire(pair, all);
      wires.put(wire.id(), wire);
    });
    return wires;
  }

  /** A line from something to what it holds says nothing that the frame does not. */
  private static boolean isWithin(String from, String to, Contents contents) {
    return contents.isIn(to, from) || contents.isIn(from, to);
  }

  private static Wire wire(Pair pair, List<Edge> edges) {
    Edge worst = edges.getFirst();
    boolean inUse = false;
    boolean live = true;
    for (Edge edge : edges) {
      if (edge.health().severity().compareTo(worst.health().severity()) > 0) {
        worst = edge;
      }
      inUse |= edge.inUse();
      live &= edge.live();
    }
    Severity severity = worst.health().severity();
    boolean single = edges.size() == 1;
    return new Wire(
        single ? worst.id() : "lines/" + pair.sort() + "/" + pair.from() + "/" + pair.to(),
        worst.id(),
        pair.from(),
        pair.to(),
        pair.sort(),
        edges.stream().map(Edge::id).toList(),
        single ? worst.label() : null,
        severity,
        inUse,
        live);
  }
}
