package net.pesulabs.console.page.topology.graph;

import java.util.Map;
import java.util.Set;

/**
 * A layer at one moment, by id. Parents are always there, and so are both ends of every edge.
 *
 * <p>The maps are views of what the {@link HouseMap} keeps: they change with it, on its thread.
 */
public record Graph(Layer layer, Map<String, Vertex> vertices, Map<String, Edge> edges) {

  /**
   * What came, went or looks different.
   *
   * @param everything whether another layer is shown, so that all is new
   */
  public record Changes(Set<String> vertices, Set<String> edges, boolean everything) {}
}
