package net.pesulabs.console.page.topology.layout;

import java.util.Map;
import net.pesulabs.console.page.topology.graph.Vertex;

/** How what stands free is arranged, and where its lines run. */
interface Floor {

  /** The column of something that stands free. */
  int column(Vertex vertex);

  /** Puts what stands free on the map, and all it holds. */
  void place(Lots lots, Packer packer, Map<String, Spot> spots);

  /** The ways of the lines, by the wire's id; and those of the buses, by the pill's id. */
  void route(
      Map<String, Spot> spots,
      Iterable<Wire> wires,
      Map<String, Path> paths,
      Map<String, Path> buses);
}
