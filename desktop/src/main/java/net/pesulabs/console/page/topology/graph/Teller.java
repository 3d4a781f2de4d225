package net.pesulabs.console.page.topology.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.topology.graph.Details.Neighbour;
import net.pesulabs.console.page.topology.graph.Details.Relation;
import org.jspecify.annotations.Nullable;

/** Tells of a vertex or an edge: what its layer knows of it, and what it has to do with. */
final class Teller {

  private final Canvas canvas;

  private Teller(Canvas canvas) {
    this.canvas = canvas;
  }

  /** Empty where there is no such thing. */
  static Optional<Details> tell(
      String id, Canvas canvas, MapLayer layer, House house, Instant now) {
    var teller = new Teller(canvas);
    var sheet = new Sheet(house, now);
    Vertex vertex = canvas.vertex(id);
    if (vertex != null) {
      layer.tell(vertex, sheet);
      return Optional.of(sheet.details(teller.plain(vertex)));
    }
    Edge edge = canvas.graph().edges().get(id);
    if (edge != null) {
      layer.tell(edge, sheet);
      return Optional.of(sheet.details(teller.plain(edge)));
    }
    return Optional.empty();
  }

  private Details plain(Vertex vertex) {
    return new Details(
        vertex.id(),
        vertex.title(),
        vertex.subtitle(),
        vertex.health(),
        vertex.live(),
        List.of(),
        List.of(),
        neighbours(vertex),
        List.of(),
        0,
        List.of());
  }

  private Details plain(Edge edge) {
    Vertex from = canvas.vertex(edge.from());
    Vertex to = canvas.vertex(edge.to());
    var ends = new ArrayList<Neighbour>();
    add(ends, edge.from(), Relation.COMES_FROM, null);
    add(ends, edge.to(), Relation.LEADS_TO, null);
    return new Details(
        edge.id(),
        Msg.topologyLinkTitle(
            from == null ? Words.NONE : from.title(), to == null ? Words.NONE : to.title()),
        switch (edge.sort()) {
          case WAN -> Msg.topologyLinkWan();
          case LAN -> Msg.topologyLinkLan();
          case TAILNET -> Msg.topologyLinkTailnet();
          case OWNS -> Msg.topologyLinkOwns();
          case TRAFFIC -> Msg.topologyLinkTraffic();
        },
        edge.health(),
        edge.live(),
        List.of(),
        List.of(),
        ends,
        List.of(),
        0,
        List.of());
  }

  private List<Neighbour> neighbours(Vertex vertex) {
    var all = new ArrayList<Neighbour>();
    if (vertex.parent() != null) {
      add(all, vertex.parent(), Relation.STANDS_IN, null);
    }
    edges(vertex)
        .limit(Details.MOST)
        .forEach(edge -> {
          boolean leads = edge.from().equals(vertex.id());
          boolean owns = edge.sort() == Edge.Sort.OWNS;
          Relation relation =
              owns
                  ? leads ? Relation.OWNS : Relation.OWNED_BY
                  : leads ? Relation.LEADS_TO : Relation.COMES_FROM;
          add(all, leads ? edge.to() : edge.from(), relation, edge.id());
        });
    canvas.childrenOf(vertex.id()).stream()
        .flatMap(id -> Stream.ofNullable(canvas.vertex(id)))
        .sorted(
            Comparator.comparing(
                    (Vertex child) -> child.health().severity(), Comparator.reverseOrder())
                .thenComparing(Vertex::id))
        .limit(Details.MOST)
        .forEach(child -> add(all, child.id(), Relation.HOLDS, null));
    return all;
  }

  /** The worst first: where there are many, those count. */
  private Stream<Edge> edges(Vertex vertex) {
    return canvas.edgesOf(vertex.id()).stream()
        .flatMap(id -> Stream.ofNullable(canvas.graph().edges().get(id)))
        .sorted(
            Comparator.comparing((Edge edge) -> edge.health().severity(), Comparator.reverseOrder())
                .thenComparing(Edge::id));
  }

  private void add(List<Neighbour> all, String id, Relation relation, @Nullable String via) {
    Vertex vertex = canvas.vertex(id);
    if (vertex != null) {
      all.add(new Neighbour(id, vertex.title(), relation, via));
    }
  }
}
