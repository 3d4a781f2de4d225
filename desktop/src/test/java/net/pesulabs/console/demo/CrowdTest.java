package net.pesulabs.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrowdTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final ObjectStore store = new ObjectStore(1000, 100_000);
  private final Crowd crowd = new Crowd(store);

  @ParameterizedTest
  @EnumSource(CrowdState.class)
  void everyStateIsAWholePod(CrowdState state) {
    CrowdPod pod = pod(state);
    ObjectNode tree = pod.tree();
    assertThat(tree.toString()).doesNotContainPattern(CrowdHole.PATTERN);
    assertThat(tree.toString().length()).isBetween(10_500, 14_500);
    assertThat(tree.at("/metadata/uid").asText()).isEqualTo(pod.uid());
    assertThat(tree.at("/metadata/resourceVersion").asText()).isEqualTo("17");
    assertThat(tree.at("/metadata/managedFields")).hasSize(2);
    JsonNode restarts = tree.at("/status/containerStatuses/0/restartCount");
    assertThat(restarts.isInt()).isEqualTo(state != CrowdState.PENDING);
  }

  @ParameterizedTest
  @EnumSource(CrowdState.class)
  void itsRowIsTheOneOfAnyPod(CrowdState state) throws Exception {
    CrowdPod pod = pod(state);
    JsonNode row = Json.MAPPER.readTree(CrowdTemplates.row(pod, NOW));
    JsonNode usual = Tables.cells(Resource.PODS, pod.tree(), NOW);
    for (int column : new int[] {0, 1, 2, 4, 5, 6}) {
      assertThat(row.at("/cells/" + column)).isEqualTo(usual.get(column));
    }
    assertThat(row.at("/object/metadata")).isEqualTo(pod.tree().path("metadata"));
  }

  @Test
  void thereAreAsManyAsAskedFor() throws Exception {
    crowd.settle(400, NOW);
    List<ObjectStore.Placed> pods = store.allAt(Resource.PODS, store.version());
    assertThat(pods).hasSize(400);
    assertThat(pods.stream().map(p -> p.object().tree().at("/metadata/uid")).distinct())
        .hasSize(400);
    assertThat(store.allAt(Resource.NODES, store.version())).hasSize(3);
    assertThat(store.all(Resource.PODS)).as("what the controllers meet").isEmpty();
  }

  @Test
  void whoFollowsTheChangesEndsWithAFreshList() throws Exception {
    crowd.settle(60, NOW);
    Map<String, Stored> followed = list(store.version());
    long from = store.version();
    for (int i = 0; i < 2000; i++) {
      crowd.change(NOW.plusSeconds(i));
    }
    assertThat(crowd.changes()).isEqualTo(store.version() - from).isGreaterThanOrEqualTo(2000);
    for (ObjectStore.Change change : store.since(from)) {
      if (change.after() == null) {
        followed.remove(change.key().path());
      } else {
        followed.put(change.key().path(), change.after());
      }
    }
    assertThat(followed).hasSize(60).isEqualTo(list(store.version()));
    assertThat(list(from)).as("the past can still be listed").hasSize(60).isNotEqualTo(followed);
  }

  @Test
  void aRestartLosesTheVersionsAndNothingElse() throws Exception {
    crowd.settle(60, NOW);
    long before = store.version();
    store.restart(1);
    assertThat(store.version()).isLessThan(before);
    assertThat(list(store.version())).hasSize(60);
    assertThat(store.since(before)).isEmpty();
    assertThatThrownBy(() -> store.since(1)).isInstanceOf(ObjectStore.Expired.class);
  }

  @Test
  void aPodOfTheCrowdCanBePatchedAndDeleted() throws Exception {
    crowd.settle(60, NOW);
    var first = store.allAt(Resource.PODS, store.version()).getFirst();
    store.update(
        first.key(),
        copy -> {
          copy.withObject("/metadata").put("marked", true);
          return copy;
        });
    assertThat(store.get(first.key()).orElseThrow().at("/metadata/marked").asBoolean()).isTrue();
    store.remove(first.key());
    assertThat(list(store.version())).hasSize(59);
  }

  @Test
  void aListOfBytesIsTheListOfTrees() throws Exception {
    crowd.settle(60, NOW);
    List<ObjectStore.Placed> pods = store.allAt(Resource.PODS, store.version());
    for (View view : View.values()) {
      var encoded = new EncodedList(view, Resource.PODS, Json.object("resourceVersion", "9"), NOW);
      JsonNode list = Json.MAPPER.readTree(new String(encoded.bytes(pods), StandardCharsets.UTF_8));
      assertThat(list.path(list.has("rows") ? "rows" : "items")).hasSize(60);
      assertThat(list.at("/metadata/resourceVersion").asText()).isEqualTo("9");
    }
  }

  @Test
  void aBurstIsAsLongAsAskedFor() throws Exception {
    crowd.settle(60, NOW);
    try (var churn = new Churn(crowd, Clock.systemUTC(), 0)) {
      churn.burst(500, 100_000);
      assertThat(crowd.changes()).isBetween(500L, 501L); // one in the place of another is two
    }
  }

  private Map<String, Stored> list(long version) throws ObjectStore.Expired {
    return new HashMap<>(
        store.allAt(Resource.PODS, version).stream()
            .collect(Collectors.toMap(p -> p.key().path(), ObjectStore.Placed::object)));
  }

  private static CrowdPod pod(CrowdState state) {
    return new CrowdPod(
        300,
        "team-01",
        "api-7",
        "api-7-09e3779b9-6pn7n",
        "3f1c2f6e-58a1-4a3c-9b39-0d4a5e1f2b3c",
        state == CrowdState.PENDING ? "" : "rack-03",
        state,
        4,
        NOW.minusSeconds(9000),
        NOW.minusSeconds(90),
        17);
  }
}
