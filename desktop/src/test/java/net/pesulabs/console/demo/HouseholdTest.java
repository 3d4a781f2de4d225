package net.pesulabs.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.pesulabs.console.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HouseholdTest {

  private final MovableClock clock = new MovableClock();
  private final ObjectStore store = new ObjectStore(1000, 1000);
  private final Household household = new Household(store, new Faults(Set.of()));

  @BeforeEach
  void moveIn() {
    household.settle(clock.instant());
  }

  @Test
  void almostEverythingRunsFromTheStart() {
    List<ObjectNode> pods = store.all(Resource.PODS);
    assertThat(pods).hasSizeBetween(26, 32);
    assertThat(pods.stream().filter(pod -> !Pods.isReady(pod)).map(HouseholdTest::app))
        .containsExactlyInAnyOrder("paperless", "immich", "flows-check");
    assertThat(pods)
        .allSatisfy(pod -> {
          assertThat(pod.at("/metadata/ownerReferences/0/uid").asText()).isNotEmpty();
          assertThat(pod.at("/metadata/managedFields").isEmpty()).isFalse();
          assertThat(pod.at("/metadata/resourceVersion").asText()).isNotEmpty();
        });
    assertThat(store.all(Resource.NODES)).hasSize(2);
  }

  @Test
  void uidsAreUnique() {
    List<String> uids = new ArrayList<>();
    for (Resource kind : Resource.values()) {
      store.all(kind).forEach(object -> uids.add(object.at("/metadata/uid").asText()));
    }
    assertThat(uids).doesNotHaveDuplicates().allMatch(uid -> uid.matches("[0-9a-f-]{36}"));
  }

  @Test
  void theCrashLooperGoesRound() {
    int restarts = container("paperless").path("restartCount").asInt();
    List<String> seen = new ArrayList<>();
    for (int second = 0; second < 60; second++) {
      pass(1);
      JsonNode container = container("paperless");
      String state =
          container
              .at("/state/waiting/reason")
              .asText(container.at("/state/terminated/reason").asText("Running"));
      if (seen.isEmpty() || !seen.getLast().equals(state)) {
        seen.add(state);
      }
      assertThat(container.at("/lastState/terminated/exitCode").asInt()).isEqualTo(1);
    }
    assertThat(seen)
        .startsWith("Running", "Error", "CrashLoopBackOff", "Running", "Error", "CrashLoopBackOff");
    assertThat(container("paperless").path("restartCount").asInt()).isGreaterThan(restarts + 1);
  }

  @Test
  void theImageIsTriedAgainAndAgain() {
    List<String> seen = new ArrayList<>();
    for (int second = 0; second < 50; second++) {
      pass(1);
      String state = container("immich-machine-learning").at("/state/waiting/reason").asText();
      if (seen.isEmpty() || !seen.getLast().equals(state)) {
        seen.add(state);
      }
    }
    assertThat(seen).containsSubsequence("ErrImagePull", "ImagePullBackOff", "ErrImagePull");
    assertThat(seen).containsOnly("ErrImagePull", "ImagePullBackOff");
  }

  @Test
  void aJobRunsEachMinuteAndGoes() {
    String first = only("flows-check-").orElseThrow().at("/metadata/name").asText();
    pass(15);
    assertThat(pod(first).orElseThrow().at("/status/phase").asText()).isEqualTo("Succeeded");
    pass(40);
    assertThat(pod(first)).isEmpty();
    pass(10);
    assertThat(only("flows-check-")).isPresent();
  }

  @Test
  void aDeletedPodIsReplacedByAnother() {
    ObjectNode old = only("n8n-").orElseThrow();
    Pods.end(store, ObjectStore.Key.of(Resource.PODS, old), clock.instant(), 30);
    pass(1);
    assertThat(podsOf("n8n")).hasSize(2);
    pass(8);
    List<ObjectNode> now = podsOf("n8n");
    assertThat(now).hasSize(1);
    assertThat(now.getFirst().at("/metadata/uid")).isNotEqualTo(old.at("/metadata/uid"));
    assertThat(now.getFirst().at("/metadata/name")).isNotEqualTo(old.at("/metadata/name"));
    assertThat(Pods.isReady(now.getFirst())).isTrue();
  }

  @Test
  void aPodOfAStatefulSetKeepsItsNameAndNotItsUid() {
    ObjectNode old = pod("redis-0").orElseThrow();
    Pods.end(store, ObjectStore.Key.of(Resource.PODS, old), clock.instant(), 30);
    pass(12);
    ObjectNode now = pod("redis-0").orElseThrow();
    assertThat(now.at("/metadata/uid")).isNotEqualTo(old.at("/metadata/uid"));
    assertThat(Pods.isReady(now)).isTrue();
  }

  @Test
  void aDeploymentFollowsItsReplicas() {
    change(Resource.DEPLOYMENTS, "apps", "mem0", "/spec", "replicas", Json.node(3));
    pass(8);
    assertThat(podsOf("mem0")).hasSize(3).allMatch(Pods::isReady);
    assertThat(deployment("mem0").at("/status/availableReplicas").asInt()).isEqualTo(3);
    change(Resource.DEPLOYMENTS, "apps", "mem0", "/spec", "replicas", Json.node(0));
    pass(8);
    assertThat(podsOf("mem0")).isEmpty();
  }

  @Test
  void aNewTemplateIsRolledOut() {
    String old = only("mem0-").orElseThrow().at("/metadata/labels/pod-template-hash").asText();
    JsonNode annotations = Json.object("kubectl.kubernetes.io/restartedAt", "now");
    change(
        Resource.DEPLOYMENTS,
        "apps",
        "mem0",
        "/spec/template/metadata",
        "annotations",
        annotations);
    pass(12);
    assertThat(podsOf("mem0")).hasSize(1).allMatch(Pods::isReady);
    assertThat(only("mem0-").orElseThrow().at("/metadata/labels/pod-template-hash").asText())
        .isNotEqualTo(old);
  }

  @Test
  void onACordonedNodeNothingNewStarts() {
    change(Resource.NODES, "", "pesubuntu", "/spec", "unschedulable", Json.node(true));
    ObjectNode old = only("jellyfin-").orElseThrow();
    Pods.end(store, ObjectStore.Key.of(Resource.PODS, old), clock.instant(), 30);
    pass(10);
    ObjectNode waiting = only("jellyfin-").orElseThrow();
    assertThat(waiting.at("/status/phase").asText()).isEqualTo("Pending");
    assertThat(PodStatus.condition(waiting, "PodScheduled").path("reason").asText())
        .isEqualTo("Unschedulable");
    change(Resource.NODES, "", "pesubuntu", "/spec", "unschedulable", Json.node(false));
    pass(8);
    assertThat(only("jellyfin-")).hasValueSatisfying(pod -> assertThat(Pods.isReady(pod)).isTrue());
  }

  @Test
  void nodesKeepSayingThatTheyLive() {
    JsonNode before = store.all(Resource.NODES).getFirst().at("/status/conditions/3");
    pass(30);
    JsonNode after = store.all(Resource.NODES).getFirst().at("/status/conditions/3");
    assertThat(after.path("lastHeartbeatTime")).isNotEqualTo(before.path("lastHeartbeatTime"));
    assertThat(after.path("lastTransitionTime")).isEqualTo(before.path("lastTransitionTime"));
  }

  @Test
  void whileTheClockStandsStillNothingChanges() {
    pass(1);
    long version = store.version();
    for (int i = 0; i < 5; i++) {
      household.tick(clock.instant());
    }
    assertThat(store.version()).isEqualTo(version);
  }

  private void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      clock.move(Duration.ofSeconds(1));
      household.tick(clock.instant());
    }
  }

  private void change(
      Resource kind, String namespace, String name, String parent, String field, JsonNode value) {
    Optional<ObjectNode> changed =
        store.update(
            new ObjectStore.Key(kind, namespace, name),
            copy -> {
              copy.withObject(parent).set(field, value);
              ObjectNode metadata = copy.withObject("/metadata");
              metadata.put("generation", metadata.path("generation").asInt() + 1);
              return copy;
            });
    assertThat(changed).isPresent();
  }

  private ObjectNode deployment(String name) {
    return store.get(new ObjectStore.Key(Resource.DEPLOYMENTS, "apps", name)).orElseThrow();
  }

  private JsonNode container(String prefix) {
    return only(prefix).orElseThrow().at("/status/containerStatuses/0");
  }

  private Optional<ObjectNode> only(String prefix) {
    return store.all(Resource.PODS).stream()
        .filter(pod -> pod.at("/metadata/name").asText().startsWith(prefix))
        .filter(pod -> !Pods.isEnding(pod))
        .findFirst();
  }

  private Optional<ObjectNode> pod(String name) {
    return only(name).filter(pod -> pod.at("/metadata/name").asText().equals(name));
  }

  private List<ObjectNode> podsOf(String app) {
    return store.all(Resource.PODS).stream().filter(pod -> app(pod).equals(app)).toList();
  }

  private static String app(ObjectNode pod) {
    return pod.at("/metadata/labels/app.kubernetes.io~1name").asText();
  }
}
