package net.pesulabs.console.page.topology.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.topology.graph.Edge;
import net.pesulabs.console.page.topology.graph.Graph;
import net.pesulabs.console.page.topology.graph.Layer;
import net.pesulabs.console.page.topology.graph.Vertex;
import org.jspecify.annotations.Nullable;

/** Maps by chance, the same for the same seed: machines, namespaces in them, pods in those. */
public final class RandomMap {

  public final Map<String, Vertex> vertices = new LinkedHashMap<>();
  public final Map<String, Edge> edges = new LinkedHashMap<>();
  public final Graph graph = new Graph(Layer.WORKLOADS, vertices, edges);
  private final Random random;
  private int made;

  public RandomMap(int seed) {
    random = new Random(seed);
  }

  /** Up to 3 machines of up to 4 namespaces of up to 6 pods, and what owns some of them. */
  public static RandomMap some(int seed) {
    var map = new RandomMap(seed);
    int machines = 1 + map.random.nextInt(3);
    for (int m = 0; m < machines; m++) {
      String machine = map.put("machine/" + m, Vertex.Sort.MACHINE, null, 1);
      int namespaces = 1 + map.random.nextInt(4);
      for (int n = 0; n < namespaces; n++) {
        String namespace = map.put(machine + "/n" + n, Vertex.Sort.NAMESPACE, machine, 0);
        int pods = 2 + map.random.nextInt(5);
        for (int p = 0; p < pods; p++) {
          map.add(namespace);
        }
      }
    }
    for (int o = map.random.nextInt(8); o > 0; o--) {
      String owner = map.put("owner/" + o, Vertex.Sort.WORKLOAD, null, 0);
      for (String pod : map.pods()) {
        if (map.random.nextInt(5) == 0) {
          map.line(owner, pod, Severity.FINE);
        }
      }
    }
    return map;
  }

  /** So many machines with all these pods on them, in at most ten namespaces each. */
  public static RandomMap house(int machines, int pods) {
    var map = new RandomMap(1);
    for (int i = 0; i < pods; i++) {
      String machine = "machine/" + i % machines;
      String namespace = machine + "/n" + i / machines % 10;
      map.put(machine, Vertex.Sort.MACHINE, null, 1);
      map.put(namespace, Vertex.Sort.NAMESPACE, machine, 0);
      map.add(namespace);
    }
    return map;
  }

  public static MapLayout layout() {
    return new MapLayout(Comparator.comparing(Vertex::sort), new Folds());
  }

  public String put(String id, Vertex.Sort sort, @Nullable String parent, int rank) {
    vertices.put(id, vertex(id, sort, parent, rank, id, Severity.FINE));
    return id;
  }

  public static Vertex vertex(
      String id,
      Vertex.Sort sort,
      @Nullable String parent,
      int rank,
      String title,
      Severity severity) {
    return new Vertex(
        id,
        sort,
        parent,
        rank,
        Localized.verbatim(title),
        Localized.verbatim("of chance"),
        new Health(severity, Msg.topologyLegendFine()),
        true,
        null);
  }

  /** A new pod. */
  public String add(String namespace) {
    return put("pod/" + made++, Vertex.Sort.POD, namespace, 0);
  }

  public String line(String from, String to, Severity severity) {
    String id = from + ">" + to;
    var health = new Health(severity, Msg.topologyLegendFine());
    edges.put(id, new Edge(id, from, to, Edge.Sort.OWNS, null, health, false, true));
    return id;
  }

  public void remove(String id) {
    vertices.remove(id);
    edges.values().removeIf(edge -> edge.from().equals(id) || edge.to().equals(id));
  }

  public List<String> pods() {
    return ids(Vertex.Sort.POD);
  }

  /** Pods that are not alone in their namespace. */
  public List<String> podsInCompany() {
    return pods().stream()
        .filter(
            pod -> pods().stream().filter(other -> parent(other).equals(parent(pod))).count() > 1)
        .toList();
  }

  public String parent(String id) {
    Vertex vertex = vertices.get(id);
    return vertex == null || vertex.parent() == null ? "" : vertex.parent();
  }

  public List<String> namespaces() {
    return ids(Vertex.Sort.NAMESPACE);
  }

  private List<String> ids(Vertex.Sort sort) {
    return vertices.values().stream()
        .filter(vertex -> vertex.sort() == sort)
        .map(Vertex::id)
        .toList();
  }

  public <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** The same map, heard of in the opposite order. */
  public RandomMap reversed() {
    var other = new RandomMap(7);
    new ArrayList<>(vertices.values())
        .reversed()
        .forEach(vertex -> other.vertices.put(vertex.id(), vertex));
    other.edges.putAll(edges);
    return other;
  }
}
