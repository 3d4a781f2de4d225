package net.pesulabs.console.page.topology;

import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.topology.graph.Edge;
import net.pesulabs.console.page.topology.graph.Vertex;
import net.pesulabs.console.page.topology.layout.Wire;
import org.jspecify.annotations.Nullable;

/** What is on the map, in words: for a screen reader, and for the pointer. FX thread only. */
final class MapWords {

  private final MapModel model;

  MapWords(MapModel model) {
    this.model = model;
  }

  /** A vertex, edge or wire in one sentence; empty where there is no such thing any more. */
  String spoken(String id) {
    Vertex vertex = model.graph().vertices().get(id);
    if (vertex != null) {
      return say(spoken(vertex));
    }
    Wire wire = model.sketch().wires().get(id);
    Edge edge = model.graph().edges().get(wire == null ? id : wire.worst());
    if (edge == null) {
      return "";
    }
    return wire == null || wire.edges().size() == 1
        ? say(spoken(edge))
        : say(
            Msg.topologySpokenLines(
                wire.edges().size(), title(wire.from()), title(wire.to()), edge.health().text()));
  }

  Localized spoken(Vertex vertex) {
    Message what = sort(vertex.sort());
    Vertex.Tally tally = vertex.tally();
    Localized title = vertex.title();
    Message state = vertex.health().text();
    Message count = tally == null ? state : Msg.topologyTally(tally.well(), tally.total());
    // Of many a group's state is its count, which is not to be said twice.
    return tally == null || tally.total() == 0 || state.equals(count)
        ? Msg.topologySpokenThing(title, what, state)
        : Msg.topologySpokenGroup(title, what, state, count);
  }

  Localized spoken(Edge edge) {
    Localized label = edge.label();
    Message state = edge.health().text();
    return label == null
        ? Msg.topologySpokenLine(title(edge.from()), title(edge.to()), state)
        : Msg.topologySpokenNamedLine(title(edge.from()), title(edge.to()), label, state);
  }

  /** All that the drawing may have had to cut. */
  String tip(String id) {
    Vertex vertex = model.graph().vertices().get(id);
    if (vertex == null) {
      return spoken(id);
    }
    String subtitle = say(vertex.subtitle());
    String title = say(vertex.title());
    return (subtitle.isBlank() ? title : title + "\n" + subtitle)
        + "\n"
        + say(vertex.health().text());
  }

  Localized title(String id) {
    @Nullable Vertex vertex = model.graph().vertices().get(id);
    return vertex == null ? Localized.verbatim(id) : vertex.title();
  }

  String say(Localized text) {
    return model.texts().say(text);
  }

  /** What a thing is, in a word. */
  static Message sort(Vertex.Sort sort) {
    return switch (sort) {
      case INTERNET -> Msg.topologySortInternet();
      case GATEWAY -> Msg.topologySortGateway();
      case LAN, TAILNET -> Msg.topologySortNetwork();
      case LAPTOP -> Msg.topologySortLaptop();
      case MACHINE -> Msg.topologySortMachine();
      case CARD -> Msg.topologySortCard();
      case MODEL -> Msg.topologySortModel();
      case CLUSTER -> Msg.topologySortCluster();
      case NAMESPACE -> Msg.topologySortNamespace();
      case WORKLOAD -> Msg.topologySortWorkload();
      case POD -> Msg.topologySortPod();
      case HOST -> Msg.topologySortHost();
      case ENTRANCE -> Msg.topologySortEntrance();
      case SERVICE -> Msg.topologySortService();
      case ENDPOINTS -> Msg.topologySortEndpoints();
      case VOLUME -> Msg.topologySortVolume();
      case UNSCHEDULED -> Msg.topologySortUnscheduled();
    };
  }
}
