package net.pesulabs.console.page.topology.graph;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** A part of a canvas that is drawn as a whole: what is not drawn again goes. */
final class Patch {

  private final Canvas canvas;
  private Set<String> vertices = Set.of();
  private Set<String> edges = Set.of();

  Patch(Canvas canvas) {
    this.canvas = canvas;
  }

  void draw(Collection<Vertex> boxes, Collection<Edge> lines) {
    Set<String> boxesNow = boxes.stream().map(Vertex::id).collect(Collectors.toSet());
    Set<String> linesNow = lines.stream().map(Edge::id).collect(Collectors.toSet());
    boxes.forEach(canvas::put);
    lines.forEach(canvas::put);
    edges.stream().filter(id -> !linesNow.contains(id)).forEach(canvas::removeEdge);
    vertices.stream().filter(id -> !boxesNow.contains(id)).forEach(canvas::remove);
    vertices = boxesNow;
    edges = linesNow;
  }
}
