package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.pesulabs.console.homelab.cluster.Meta;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.WorkloadName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against what a real API server answered. */
class ParserTest {

  @Test
  void readsRealPods() throws IOException {
    Map<String, Pod> pods = new TreeMap<>();
    var page = read(Json.file("pods.json"), new PodParser(), pods);

    assertThat(page.next()).isEmpty();
    assertThat(Long.parseLong(page.resourceVersion())).isPositive();
    assertThat(pods)
        .hasSize(10)
        .hasEntrySatisfying(
            "checkout",
            pod -> {
              assertThat(pod.status()).isEqualTo("CrashLoopBackOff");
              assertThat(pod.phase()).isEqualTo("Running");
              assertThat(pod.restarts()).isEqualTo(17);
              assertThat(pod.lastRestart()).isNotNull();
              assertThat(pod.workload()).isEqualTo(new WorkloadName("Deployment", "checkout"));
              assertThat(pod.ready()).isFalse();
              assertThat(pod.containers().getFirst().lastExitCode()).isEqualTo(1);
              assertThat(pod.containers().getFirst().exitCode()).isNull();
            })
        .hasEntrySatisfying(
            "search",
            pod -> {
              assertThat(pod.node()).isNull();
              assertThat(pod.ip()).isNull();
              assertThat(pod.unscheduledBecause()).contains("nodes are available");
            })
        .hasEntrySatisfying(
            "frontend",
            pod -> {
              assertThat(pod.readyContainers()).isEqualTo(2);
              assertThat(pod.totalContainers()).isEqualTo(2);
              assertThat(pod.containers().getFirst().sidecar()).isTrue();
            })
        .hasEntrySatisfying(
            "catalog",
            pod -> {
              assertThat(pod.status()).isEqualTo("Init:1/3");
              assertThat(pod.containers()).filteredOn(Pod.Container::init).hasSize(3);
            })
        .hasEntrySatisfying(
            "etcd",
            pod -> {
              assertThat(pod.workload()).isEqualTo(new WorkloadName("Node", "asuna"));
              assertThat(pod.hostNetwork()).isTrue();
            })
        .hasEntrySatisfying(
            "nightly",
            pod ->
                assertThat(pod.workload()).isEqualTo(new WorkloadName("CronJob", "nightly-backup")))
        .hasEntrySatisfying(
            "prometheus",
            pod ->
                assertThat(pod.workload()).isEqualTo(new WorkloadName("StatefulSet", "prometheus")))
        .hasEntrySatisfying(
            "legacy",
            pod -> {
              assertThat(pod.status()).isEqualTo("Terminating");
              assertThat(pod.deleting()).isNotNull();
            });
  }

  @Test
  void theOrderOfFieldsDoesNotMatter() throws IOException {
    var mapper = new JsonMapper();
    for (JsonNode pod : mapper.readTree(Json.file("pods.json")).path("items")) {
      assertThat(Json.parse(new PodParser(), reversed(pod).toString()))
          .isEqualTo(Json.parse(new PodParser(), pod.toString()));
    }
    for (JsonNode node : mapper.readTree(Json.file("nodes.json")).path("items")) {
      assertThat(Json.parse(new NodeParser(), reversed(node).toString()))
          .isEqualTo(Json.parse(new NodeParser(), node.toString()));
    }
  }

  @Test
  void readsRealNodes() throws IOException {
    var nodes = new ArrayList<Node>();
    ListPage.read(stream(Json.file("nodes.json")), new NodeParser(), nodes::add, token -> {});

    Node asuna = nodes.getFirst();
    assertThat(asuna.name()).isEqualTo("asuna");
    assertThat(asuna.status()).isEqualTo("Ready");
    assertThat(asuna.roles()).containsExactly("control-plane");
    assertThat(asuna.internalIps()).containsExactly("192.168.8.20");
    assertThat(asuna.cpus()).isEqualTo(8.0);
    assertThat(asuna.memoryBytes()).isEqualTo(32000L << 20);
    assertThat(asuna.reason()).isEqualTo("KubeletReady");
    assertThat(asuna.readySince()).isBefore(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(asuna.pressures()).isEmpty();
  }

  @Test
  void aNodeThatIsNotHeardIsNeitherReadyNorNot() {
    Node node =
        Json.parse(
            new NodeParser(),
            Json.quoted(
                """
                {'status':{'conditions':[
                   {'type':'Ready','status':'Unknown','reason':'NodeStatusUnknown','message':'Kubelet stopped posting node status.'},
                   {'type':'DiskPressure','status':'True'},{'type':'MemoryPressure','status':'Unknown'}]},
                 'spec':{'unschedulable':true},'metadata':{'name':'n','uid':'u','labels':
                   {'node-role.kubernetes.io/etcd':'true','node-role.kubernetes.io/control-plane':'true'}}}
                """));

    assertThat(node.ready()).isNull();
    assertThat(node.status()).isEqualTo("NotReady,SchedulingDisabled");
    assertThat(node.pressures()).containsExactly("DiskPressure");
    assertThat(node.roles()).containsExactly("control-plane", "etcd");
    assertThat(node.cpus()).isNull();
    assertThat(node.memoryBytes()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ReplicaSet, web-7d4b9c6f5, 7d4b9c6f5, Deployment, web",
    "ReplicaSet, by-hand, , ReplicaSet, by-hand",
    "ReplicaSet, web-7d4b9c6f5, other, ReplicaSet, web-7d4b9c6f5",
    "Job, backup-29385735, , CronJob, backup",
    "Job, migrate-2, , Job, migrate-2",
    "DaemonSet, flannel, , DaemonSet, flannel",
    "'', '', , Pod, p",
  })
  void aPodTellsItsWorkload(String kind, String owner, String hash, String found, String name) {
    var metadata = new Metadata();
    metadata.name = "p";
    metadata.owner = kind.isEmpty() ? null : new Meta.Owner(kind, owner, "u");
    if (hash != null) {
      metadata.labels.put("pod-template-hash", hash);
    }

    assertThat(Workloads.of(metadata)).isEqualTo(new WorkloadName(found, name));
  }

  @ParameterizedTest
  @CsvSource({
    "12,12",
    "12000m,12",
    "0.5,0.5",
    "500m,0.5",
    "128974848,128974848",
    "129e6,129000000",
    "129M,129000000",
    "128Ki,131072",
    "31900Mi,33449574400",
    "32Gi,34359738368",
    "1Ti,1099511627776",
    "250u,0.00025",
    "2k,2000"
  })
  void readsAmounts(String text, double expected) throws IOException {
    assertThat(amount(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"''", "Mi", "lots", "12Zi", "1.2.3"})
  void whatIsNoAmountIsNotZero(String text) throws IOException {
    assertThat(amount(text)).isNull();
  }

  private static Double amount(String text) throws IOException {
    try (var in = Item.JSON.createParser("\"" + text + "\"")) {
      in.nextToken();
      var amount = Fields.amount(in);
      return amount == null ? null : amount.doubleValue();
    }
  }

  private static ListPage read(String json, PodParser parser, Map<String, Pod> pods)
      throws IOException {
    return ListPage.read(
        stream(json), parser, pod -> pods.put(pod.name().replaceAll("-.*", ""), pod), token -> {});
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode reversed(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
      Collections.reverse(fields);
      ObjectNode turned = object.objectNode();
      fields.forEach(field -> turned.set(field.getKey(), reversed(field.getValue())));
      return turned;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode turned = array.arrayNode();
      array.forEach(each -> turned.add(reversed(each)));
      return turned;
    }
    return node;
  }
}
