package net.pesulabs.console.page.topology.layout;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import net.pesulabs.console.page.topology.graph.Vertex;
import org.jspecify.annotations.Nullable;

/** What stands in what, kept up by what changed. */
final class Contents {

  /** What decides where a thing stands, and not how it looks. */
  private record Place(Vertex.Sort sort, @Nullable String parent, int rank) {
    static Place of(Vertex vertex) {
      return new Place(vertex.sort(), vertex.parent(), vertex.rank());
    }
  }

  private final Map<String, Vertex> vertices = new HashMap<>();
  private final Map<@Nullable String, Set<String>> children = new LinkedHashMap<>();

  /**
   * Takes over one vertex as it is now.
   *
   * @param now null once it is gone
   * @return whether anything moves by it
   */
  boolean take(String id, @Nullable Vertex now) {
    Vertex before = now == null ? vertices.remove(id) : vertices.put(id, now);
    boolean same = before != null && now != null && Place.of(before).equals(Place.of(now));
    if (same || before == null && now == null) {
      return false;
    }
    if (before != null) {
      Set<String> siblings = children.get(before.parent());
      if (siblings != null) {
        siblings.remove(id);
        if (siblings.isEmpty()) {
          children.remove(before.parent());
        }
      }
    }
    if (now != null) {
      children.computeIfAbsent(now.parent(), parent -> new LinkedHashSet<>()).add(id);
    }
    return true;
  }

  void clear() {
    vertices.clear();
    children.clear();
  }

  @Nullable Vertex get(String id) {
    return vertices.get(id);
  }

  Set<String> ids() {
    return vertices.keySet();
  }

  /** Of null: what stands free. */
  Collection<String> in(@Nullable String id) {
    return children.getOrDefault(id, Collections.emptySet());
  }

  boolean holds(String id) {
    return children.containsKey(id);
  }

  /** Whether one thing stands somewhere in another. */
  boolean isIn(String id, String container) {
    Vertex vertex = vertices.get(id);
    for (String parent = vertex == null ? null : vertex.parent(); parent != null; ) {
      if (parent.equals(container)) {
        return true;
      }
      Vertex above = vertices.get(parent);
      parent = above == null ? null : above.parent();
    }
    return false;
  }

  /** How many hold it. */
  int depth(String id) {
    int depth = 0;
    for (Vertex each = vertices.get(id);
        each != null && each.parent() != null;
        each = vertices.get(each.parent())) {
      depth++;
    }
    return depth;
  }

  /** The depth of the deepest that hold others; -1 where none does. */
  int deepest() {
    return children.keySet().stream()
        .filter(id -> id != null)
        .mapToInt(id -> depth(id == null ? "" : id))
        .max()
        .orElse(-1);
  }

  /** How many things can be seen. */
  int seen(Folds folds) {
    int seen = 0;
    var next = new ArrayDeque<>(in(null));
    var depths = new HashMap<String, Integer>();
    while (!next.isEmpty()) {
      String id = next.poll();
      int depth = depths.getOrDefault(id, 0);
      seen++;
      if (!folds.isFolded(id, depth)) {
        for (String child : in(id)) {
          depths.put(child, depth + 1);
          next.add(child);
        }
      }
    }
    return seen;
  }

  /** The thing itself, or the outermost folded one that holds it; null where it is not there. */
  @Nullable String visible(String id, Folds folds) {
    Vertex vertex = vertices.get(id);
    if (vertex == null) {
      return null;
    }
    String seen = id;
    int depth = depth(id);
    for (String parent = vertex.parent(); parent != null; ) {
      depth--;
      if (folds.isFolded(parent, depth)) {
        seen = parent;
      }
      Vertex above = vertices.get(parent);
      parent = above == null ? null : above.parent();
    }
    return seen;
  }
}
