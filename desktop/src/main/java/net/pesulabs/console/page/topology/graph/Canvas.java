package net.pesulabs.console.page.topology.graph;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The graph of a layer while it is kept up: it gathers what looks different. */
final class Canvas {

  private final Shown<Vertex> vertices = new Shown<>();
  private final Shown<Edge> edges = new Shown<>();
  private final Map<String, Set<String>> children = new HashMap<>();
  private final Map<String, Set<String>> edgesOf = new HashMap<>();
  private final Graph graph;

  Canvas(Layer layer) {
    graph = new Graph(layer, vertices.all(), edges.all());
  }

  Graph graph() {
    return graph;
  }

  @Nullable Vertex vertex(String id) {
    return vertices.all().get(id);
  }

  void put(Vertex vertex) {
    Vertex before = vertices.put(vertex.id(), vertex);
    if (before == null || !Objects.equals(before.parent(), vertex.parent())) {
      leave(before);
      if (vertex.parent() != null) {
        add(children, vertex.parent(), vertex.id());
      }
    }
  }

  void put(Edge edge) {
    if (edges.put(edge.id(), edge) == null) {
      add(edgesOf, edge.from(), edge.id());
      add(edgesOf, edge.to(), edge.id());
    }
  }

  void remove(String vertex) {
    leave(vertices.remove(vertex));
  }

  void removeEdge(String id) {
    Edge gone = edges.remove(id);
    if (gone != null) {
      remove(edgesOf, gone.from(), id);
      remove(edgesOf, gone.to(), id);
    }
  }

  /** What stands in a vertex, by id. */
  Set<String> childrenOf(String id) {
    return Collections.unmodifiableSet(children.getOrDefault(id, Set.of()));
  }

  /** The edges that begin or end at a vertex, by id. */
  Set<String> edgesOf(String id) {
    return Collections.unmodifiableSet(edgesOf.getOrDefault(id, Set.of()));
  }

  /** What looks different since the last call. */
  Graph.Changes drain() {
    return new Graph.Changes(vertices.drain(), edges.drain(), false);
  }

  private void leave(@Nullable Vertex before) {
    if (before != null && before.parent() != null) {
      remove(children, before.parent(), before.id());
    }
  }

  private static void add(Map<String, Set<String>> index, String key, String id) {
    index.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(id);
  }

  private static void remove(Map<String, Set<String>> index, String key, String id) {
    index.computeIfPresent(
        key,
        (any, ids) -> {
          ids.remove(id);
          return ids.isEmpty() ? null : ids;
        });
  }
}
