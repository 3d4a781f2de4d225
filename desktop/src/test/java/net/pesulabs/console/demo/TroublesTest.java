package net.pesulabs.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.pesulabs.console.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroublesTest {

  private final MovableClock clock = new MovableClock();
  private final ObjectStore store = new ObjectStore(1000, 5000);
  private final Faults faults = new Faults(Set.of());
  private final Household household = new Household(store, faults);

  @Test
  void aSilentNodeIsLostAndLaterItsPodsAreEvicted() {
    settleWith();
    faults.set(Fault.NODE_DOWN, true);
    pass(20);
    assertThat(condition(node("pesubuntu"), "Ready").path("status").asText()).isEqualTo("True");
    pass(40);
    ObjectNode lost = node("pesubuntu");
    assertThat(lost.at("/status/conditions"))
        .hasSize(4)
        .allSatisfy(condition -> {
          assertThat(condition.path("status").asText()).isEqualTo("Unknown");
          assertThat(condition.path("reason").asText()).isEqualTo("NodeStatusUnknown");
          assertThat(condition.path("message").asText())
              .isEqualTo("Kubelet stopped posting node status.");
        });
    assertThat(lost.at("/spec/taints").findValuesAsText("effect"))
        .containsExactly("NoSchedule", "NoExecute");
    assertThat(renewed("pesubuntu")).isBefore(clock.instant().minusSeconds(40));
    assertThat(renewed("asuna")).isAfterOrEqualTo(clock.instant().minusSeconds(10));
    ObjectNode pod = pod("media", "jellyfin-");
    assertThat(condition(pod, "Ready").path("status").asText()).isEqualTo("False");
    assertThat(condition(pod, "ContainersReady").path("status").asText()).isEqualTo("True");
    assertThat(Pods.isEnding(pod)).isFalse();
    assertThat(warnings("NodeNotReady")).contains("Node is not ready");

    passInSteps(312);
    assertThat(Pods.isEnding(pod)).as("the picture from before").isFalse();
    assertThat(pods("media", "jellyfin-")).hasSize(2).anyMatch(Pods::isEnding);
    assertThat(pods("kube-system", "amdgpu")).hasSize(1).noneMatch(Pods::isEnding);
    assertThat(warnings("FailedScheduling"))
        .contains(
            "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s)"
                + " had untolerated taint {node.kubernetes.io/unreachable: }. preemption: 0/2 nodes"
                + " are available: 2 Preemption is not helpful for scheduling.");
  }

  @Test
  void aFullDiskPutsOnePodOut() {
    settleWith(Fault.DISK_PRESSURE);
    JsonNode pressure = condition(node("asuna"), "DiskPressure");
    assertThat(pressure.path("status").asText()).isEqualTo("True");
    assertThat(pressure.path("reason").asText()).isEqualTo("KubeletHasDiskPressure");
    List<ObjectNode> pods = pods("apps", "homepage-");
    assertThat(pods).hasSize(2);
    assertThat(pods)
        .filteredOn(Pods::isOver)
        .singleElement()
        .satisfies(pod -> {
          assertThat(pod.at("/status/reason").asText()).isEqualTo("Evicted");
          assertThat(pod.at("/status/message").asText())
              .startsWith("The node was low on resource: ephemeral-storage. Threshold quantity: ");
          assertThat(condition(pod, "DisruptionTarget").path("reason").asText())
              .isEqualTo("TerminationByKubelet");
        });
    assertThat(pods)
        .filteredOn(pod -> !Pods.isOver(pod))
        .allMatch(pod -> condition(pod, "PodScheduled").path("status").asText().equals("False"));
  }

  @Test
  void whatFitsNowhereWaits() {
    settleWith(Fault.UNSCHEDULABLE);
    ObjectNode pod = pod("apps", "transcriber-");
    assertThat(pod.at("/status/phase").asText()).isEqualTo("Pending");
    assertThat(condition(pod, "PodScheduled").path("message").asText())
        .isEqualTo(
            "0/2 nodes are available: 2 Insufficient memory. preemption: 0/2 nodes are available: 2"
                + " Preemption is not helpful for scheduling.");
    household.tick(clock.instant());
    long version = store.version();
    for (int i = 0; i < 3; i++) {
      household.tick(clock.instant());
    }
    assertThat(store.version()).as("a waiting pod is not written again").isEqualTo(version);
  }

  @Test
  void aClaimOfAMissingClassKeepsItsPodWaiting() {
    settleWith(Fault.VOLUME_UNBOUND);
    ObjectNode claim = get(Resource.CLAIMS, "media", "photoprism-originals");
    assertThat(claim.at("/status/phase").asText()).isEqualTo("Pending");
    assertThat(warnings("ProvisioningFailed"))
        .containsExactly("storageclass.storage.k8s.io \"nfs-csi\" not found");
    assertThat(condition(pod("media", "photoprism-"), "PodScheduled").path("message").asText())
        .startsWith("0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims.");
  }

  @Test
  void aMissingKeyKeepsItsContainerFromBeingMade() {
    settleWith(Fault.CONFIG_MISSING);
    ObjectNode pod = pod("apps", "n8n-");
    assertThat(pod.at("/status/phase").asText()).isEqualTo("Pending");
    JsonNode waiting = pod.at("/status/containerStatuses/0/state/waiting");
    assertThat(waiting.path("reason").asText()).isEqualTo("CreateContainerConfigError");
    assertThat(waiting.path("message").asText())
        .isEqualTo("couldn't find key DB_PASSWORD in Secret apps/n8n-secrets");
    assertThat(pod.at("/status/containerStatuses/1/state/running").isMissingNode()).isFalse();
    assertThat(condition(pod, "Ready").path("message").asText())
        .isEqualTo("containers with unready status: [n8n]");
    pass(1);
    assertThat(pod("apps", "n8n-")).as("not written again").isEqualTo(pod);
    assertThat(warnings("Failed"))
        .contains("Error: couldn't find key DB_PASSWORD in Secret apps/n8n-secrets");

    faults.set(Fault.CONFIG_MISSING, false);
    pass(5);
    assertThat(Pods.isReady(pod("apps", "n8n-"))).isTrue();
    assertThat(uid(pod("apps", "n8n-"))).as("the same pod").isEqualTo(uid(pod));
  }

  @Test
  void aFailingProbeTakesThePodFromItsService() {
    settleWith();
    assertThat(endpoints("apps", "authentik-server").at("/0/conditions/ready").asBoolean())
        .isTrue();
    faults.set(Fault.PROBE_FAILING, true);
    pass(3);
    ObjectNode pod = pod("apps", "authentik-server-");
    assertThat(pod.at("/status/phase").asText()).isEqualTo("Running");
    assertThat(Pods.isReady(pod)).isFalse();
    assertThat(warnings("Unhealthy"))
        .containsExactly("Readiness probe failed: HTTP probe failed with statuscode: 503");
    JsonNode endpoint = endpoints("apps", "authentik-server").path(0);
    assertThat(endpoint.at("/conditions/ready").asBoolean(true)).isFalse();
    assertThat(endpoint.at("/conditions/serving").asBoolean(true)).isFalse();
    assertThat(endpoint.at("/targetRef/uid").asText()).isEqualTo(uid(pod));
  }

  @Test
  void whoTakesTooMuchMemoryIsKilledAgainAndAgain() {
    settleWith(Fault.OOM);
    ObjectNode pod = pod("apps", "mem0-");
    JsonNode container = pod.at("/status/containerStatuses/0");
    assertThat(container.path("restartCount").asInt()).isGreaterThan(2);
    assertThat(container.at("/lastState/terminated/exitCode").asInt()).isEqualTo(137);
    assertThat(container.at("/lastState/terminated/reason").asText()).isEqualTo("OOMKilled");
    assertThat(pod.at("/spec/containers/0/resources/limits/memory").asText()).isEqualTo("1Gi");
  }

  @Test
  void aJobThatFailsTooOftenIsGivenUp() {
    settleWith(Fault.JOB_FAILED);
    ObjectNode job = get(Resource.JOBS, "databases", "postgresql-restore-test");
    JsonNode failed = condition(job, "Failed");
    assertThat(failed.path("reason").asText()).isEqualTo("BackoffLimitExceeded");
    assertThat(failed.path("message").asText())
        .isEqualTo("Job has reached the specified backoff limit");
    assertThat(pods("databases", "postgresql-restore-test-"))
        .hasSize(3)
        .allSatisfy(pod -> {
          assertThat(pod.at("/status/phase").asText()).isEqualTo("Failed");
          JsonNode container = pod.at("/status/containerStatuses/0");
          assertThat(container.at("/state/terminated/exitCode").asInt()).isEqualTo(1);
          assertThat(container.path("restartCount").asInt()).isZero();
        });
  }

  @Test
  void aRolloutThatGetsNowhereIsSaidSo() {
    settleWith(Fault.ROLLOUT_STUCK);
    ObjectNode deployment = get(Resource.DEPLOYMENTS, "home", "zigbee2mqtt");
    JsonNode progressing = condition(deployment, "Progressing");
    assertThat(progressing.path("status").asText()).isEqualTo("False");
    assertThat(progressing.path("reason").asText()).isEqualTo("ProgressDeadlineExceeded");
    assertThat(condition(deployment, "Available").path("status").asText()).isEqualTo("True");
    assertThat(revision(deployment)).isEqualTo("2");
    assertThat(pods("home", "zigbee2mqtt-")).hasSize(2).filteredOn(Pods::isReady).hasSize(1);
    assertThat(warnings("Unhealthy"))
        .contains("Readiness probe failed: HTTP probe failed with statuscode: 404");

    faults.set(Fault.ROLLOUT_STUCK, false);
    pass(8);
    ObjectNode healed = get(Resource.DEPLOYMENTS, "home", "zigbee2mqtt");
    assertThat(condition(healed, "Progressing").path("reason").asText())
        .isEqualTo("NewReplicaSetAvailable");
    assertThat(revision(healed)).isEqualTo("3");
    assertThat(pods("home", "zigbee2mqtt-")).singleElement().matches(Pods::isReady);
  }

  @Test
  void aServiceCanSelectNothing() {
    settleWith(Fault.SERVICE_EMPTY);
    JsonNode slice = slice("home", "mosquitto");
    assertThat(slice.has("endpoints")).isTrue();
    assertThat(slice.path("endpoints").isNull()).as("as Go writes it").isTrue();
    assertThat(slice.path("ports").isNull()).isTrue();
    assertThat(Pods.isReady(pod("home", "mosquitto-"))).isTrue();
  }

  @Test
  void anIngressCanLeadToNothing() {
    settleWith(Fault.INGRESS_BROKEN);
    String service =
        get(Resource.INGRESSES, "media", "navidrome")
            .at("/spec/rules/0/http/paths/0/backend/service/name")
            .asText();
    assertThat(store.get(new ObjectStore.Key(Resource.SERVICES, "media", service))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "NODE_DOWN",
        "DISK_PRESSURE",
        "UNSCHEDULABLE",
        "VOLUME_UNBOUND",
        "CONFIG_MISSING",
        "PROBE_FAILING",
        "OOM",
        "JOB_FAILED",
        "ROLLOUT_STUCK",
        "SERVICE_EMPTY",
        "INGRESS_BROKEN"
      })
  void everyTroubleShowsAndPasses(Fault fault) {
    settleWith();
    String before = picture();
    faults.set(fault, true);
    passInSteps(60);
    assertThat(picture()).as("with the fault").isNotEqualTo(before);
    faults.set(fault, false);
    passInSteps(60);
    assertThat(picture()).as("after the cure").isEqualTo(before);
  }

  @Test
  void aVolumeOfAMissingConfigMapIsNotMounted() {
    settleWith();
    store.remove(new ObjectStore.Key(Resource.CONFIGMAPS, "apps", "homepage-config"));
    ObjectNode old = pod("apps", "homepage-");
    Pods.end(store, ObjectStore.Key.of(Resource.PODS, old), clock.instant(), 30);
    pass(12);
    assertThat(pod("apps", "homepage-").at("/status/containerStatuses/0/state/waiting/reason"))
        .isEqualTo(Json.node("ContainerCreating"));
    assertThat(warnings("FailedMount"))
        .containsExactly(
            "MountVolume.SetUp failed for volume \"config\" : configmap \"homepage-config\" not"
                + " found");
  }

  @Test
  void aStatefulSetThatGrowsGetsAVolumeMore() {
    settleWith();
    store.update(
        new ObjectStore.Key(Resource.STATEFULSETS, "databases", "redis"),
        copy -> {
          copy.withObject("/spec").put("replicas", 2);
          return copy;
        });
    pass(8);
    ObjectNode claim = get(Resource.CLAIMS, "databases", "data-redis-1");
    assertThat(claim.at("/status/phase").asText()).isEqualTo("Bound");
    ObjectNode volume = get(Resource.VOLUMES, "", claim.at("/spec/volumeName").asText());
    assertThat(volume.at("/spec/claimRef/uid").asText()).isEqualTo(uid(claim));
    assertThat(endpoints("databases", "redis")).hasSize(2);
  }

  /** What is wrong or right with everything but what goes round by itself. */
  private String picture() {
    var text = new StringBuilder();
    for (ObjectNode pod : store.all(Resource.PODS)) {
      String name = Meta.name(pod).replaceAll("-[a-z0-9]+-[a-z0-9]{5}$", "");
      if (!name.matches("flows-check|paperless|immich-machine-learning")) {
        text.append(name).append(Pods.isReady(pod)).append(Pods.isEnding(pod)).append('\n');
      }
    }
    for (ObjectNode node : store.all(Resource.NODES)) {
      text.append(node.path("spec")).append(condition(node, "Ready").path("status"));
      text.append(condition(node, "DiskPressure").path("status")).append('\n');
    }
    store.all(Resource.SERVICES).forEach(each -> text.append(each.at("/spec/selector")));
    for (Resource kind : List.of(Resource.INGRESSES, Resource.CLAIMS, Resource.DEPLOYMENTS)) {
      store.all(kind).forEach(each -> text.append(Meta.name(each)).append('\n'));
    }
    return text.toString();
  }

  private void settleWith(Fault... some) {
    for (Fault fault : some) {
      faults.set(fault, true);
    }
    household.settle(clock.instant());
  }

  private void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      clock.move(Duration.ofSeconds(1));
      household.tick(clock.instant());
    }
  }

  /** The same with fewer looks at it, for long times. */
  private void passInSteps(int seconds) {
    for (int i = 0; i < seconds; i += 4) {
      clock.move(Duration.ofSeconds(4));
      household.tick(clock.instant());
    }
  }

  private List<String> warnings(String reason) {
    return store.all(Resource.EVENTS).stream()
        .filter(event -> event.path("type").asText().equals("Warning"))
        .filter(event -> event.path("reason").asText().equals(reason))
        .map(event -> event.path("message").asText())
        .distinct()
        .toList();
  }

  private JsonNode endpoints(String namespace, String service) {
    return slice(namespace, service).path("endpoints");
  }

  private ObjectNode slice(String namespace, String service) {
    return store.all(Resource.ENDPOINT_SLICES).stream()
        .filter(slice -> Meta.namespace(slice).equals(namespace))
        .filter(slice ->
            slice.at("/metadata/labels/kubernetes.io~1service-name").asText().equals(service))
        .findFirst()
        .orElseThrow();
  }

  private Instant renewed(String node) {
    return new Leases(store).renewed(node);
  }

  private ObjectNode node(String name) {
    return get(Resource.NODES, "", name);
  }

  private ObjectNode get(Resource kind, String namespace, String name) {
    return store.get(new ObjectStore.Key(kind, namespace, name)).orElseThrow();
  }

  private ObjectNode pod(String namespace, String prefix) {
    return pods(namespace, prefix).stream()
        .filter(pod -> !Pods.isEnding(pod))
        .findFirst()
        .orElseThrow();
  }

  private List<ObjectNode> pods(String namespace, String prefix) {
    return store.all(Resource.PODS).stream()
        .filter(pod -> Meta.namespace(pod).equals(namespace))
        .filter(pod -> Meta.name(pod).startsWith(prefix))
        .toList();
  }

  private static String uid(ObjectNode object) {
    return Meta.uid(object);
  }

  private static String revision(ObjectNode deployment) {
    return deployment.at("/metadata/annotations/deployment.kubernetes.io~1revision").asText();
  }

  private static JsonNode condition(ObjectNode object, String type) {
    return PodStatus.condition(object, type);
  }
}
