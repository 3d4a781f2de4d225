package net.pesulabs.console.page.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.page.HouseFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fifty nodes and two thousand pods: a change costs what it touches. */
class CrowdTest {

  private static final int NODES = 50;
  private static final int PODS = 2000;

  private final Mapped house = new Mapped();

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource({
    // at most so many vertices and edges for one pod
    "PHYSICAL,  3, 0",
    "NETWORK,   0, 0",
    "WORKLOADS, 5, 1",
    "TRAFFIC,   1, 1",
  })
  void oneChangeTouchesOnlyItsOwn(Layer layer, int vertices, int edges) {
    build();
    house.show(layer);

    for (int i = 7; i < PODS; i += 400) {
      house.told.clear();
      house.put(Kind.PODS, pod(i, false));
      house.settle();

      int touchedVertices = house.told.stream().mapToInt(each -> each.vertices().size()).sum();
      int touchedEdges = house.told.stream().mapToInt(each -> each.edges().size()).sum();
      assertThat(touchedVertices).isBetween(Math.min(1, vertices), vertices);
      assertThat(touchedEdges).isLessThanOrEqualTo(edges);
    }
    Mapped.assertWhole(house.map.graph());
    Mapped.assertSame(house.map.graph(), house.again(layer).graph());
  }

  private void build() {
    for (int i = 0; i < NODES; i++) {
      house.put(Kind.NODES, HouseFixture.node("node-" + i, true));
    }
    Map<String, Map<String, Boolean>> behind = new HashMap<>();
    for (int i = 0; i < PODS; i++) {
      Pod pod = pod(i, true);
      house.put(Kind.PODS, pod);
      behind
          .computeIfAbsent(pod.namespace() + "/" + pod.workload().name(), any -> new HashMap<>())
          .put(pod.name(), true);
    }
    behind.forEach((name, pods) -> {
      String[] part = name.split("/", 2);
      house.put(Kind.SERVICES, Samples.service(part[0], part[1], "ClusterIP"));
      house.put(Kind.ENDPOINT_SLICES, Samples.slice(part[0], part[1], pods));
      house.put(
          Kind.INGRESSES,
          Samples.ingress(part[0], part[1], part[1] + ".pesulabs.net", "", part[1]));
      house.put(Kind.DEPLOYMENTS, Samples.deployment(part[0], part[1], pods.size(), pods.size()));
    });
  }

  /** In twenty namespaces, ten of each workload. */
  private static Pod pod(int i, boolean ready) {
    return HouseFixture.pod(
        "space-" + i % 20,
        "Deployment",
        "app-" + i % 200,
        i,
        "node-" + i % NODES,
        ready ? "Running" : "CrashLoopBackOff",
        ready);
  }
}
