package net.pesulabs.console.page.topology.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.i18n.Localized;
import org.jspecify.annotations.Nullable;

/**
 * Draws the hops of the traffic. Whatever is said of one rests on the cluster's tables: while they
 * are not heard it is not known.
 */
final class TrafficPen {

  private final Canvas canvas;
  private final Map<String, Patch> patches = new HashMap<>();

  TrafficPen(Canvas canvas) {
    this.canvas = canvas;
  }

  /** Makes these all that is drawn of a hop. */
  void draw(String hop, List<Vertex> vertices, List<Edge> edges) {
    patches.computeIfAbsent(hop, any -> new Patch(canvas)).draw(vertices, edges);
  }

  void erase(String hop) {
    Patch patch = patches.remove(hop);
    if (patch != null) {
      patch.draw(List.of(), List.of());
    }
  }

  /** Draws what has no edges of its own. */
  void put(Vertex vertex) {
    canvas.put(vertex);
  }

  /** Takes away what was {@link #put}. */
  void remove(String id) {
    canvas.remove(id);
  }

  static Vertex vertex(
      House house,
      String id,
      Vertex.Sort sort,
      @Nullable String parent,
      int rank,
      Localized title,
      Localized subtitle,
      Health standing,
      Vertex.@Nullable Tally tally) {
    return new Vertex(
        id,
        sort,
        parent,
        rank,
        title,
        subtitle,
        house.asHeard(standing),
        house.seesCluster(),
        tally);
  }

  static Edge edge(
      House house, String from, String to, Localized label, Health standing, boolean inUse) {
    return new Edge(
        Ids.edge(from, to),
        from,
        to,
        Edge.Sort.TRAFFIC,
        label.equals(Words.NONE) ? null : label,
        house.asHeard(standing),
        inUse,
        house.seesCluster());
  }
}
