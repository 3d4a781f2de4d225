package net.pesulabs.console.page.topology.graph;

import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;

/** Draws the pods that answer for some service, seen or not. */
final class AnswererDrawing {

  private static final int RANK = 2;

  private final TrafficPen pen;
  private final TrafficBook book;

  AnswererDrawing(TrafficPen pen, TrafficBook book) {
    this.pen = pen;
    this.book = book;
  }

  void draw(String id, House house) {
    Backends backends = book.backends();
    List<String> services = backends.servicesOf(id).stream().filter(backends::mayAnswer).toList();
    if (services.isEmpty()) {
      pen.erase(id);
      return;
    }
    Vertex vertex = vertex(id, house);
    var edges = new ArrayList<Edge>();
    for (String service : services) {
      Backends.Endpoint endpoint = backends.endpoints(service).get(id);
      boolean ready = endpoint != null && endpoint.ready();
      edges.add(
          TrafficPen.edge(
              house, Ids.endpoints(service), id, Words.NONE, answers(vertex, ready), ready));
    }
    pen.draw(id, List.of(vertex), edges);
  }

  private Vertex vertex(String id, House house) {
    Pod pod = book.pods().get(id);
    String namespace = Ids.namespace(Ids.namespaceIn(id));
    return pod != null
        ? book.pods().vertex(id, namespace, RANK, house)
        : TrafficPen.vertex(
            house,
            id,
            Vertex.Sort.POD,
            namespace,
            RANK,
            Localized.verbatim(Ids.nameIn(id)),
            Words.NONE,
            House.unknown(Msg.topologyPodUnseen()),
            null);
  }

  private static Health answers(Vertex pod, boolean ready) {
    if (ready) {
      return new Health(Severity.FINE, Msg.topologyEndpointReady());
    }
    return pod.health().severity() == Severity.FINE
        ? new Health(Severity.BUSY, Msg.topologyEndpointNotReady())
        : pod.health();
  }
}
