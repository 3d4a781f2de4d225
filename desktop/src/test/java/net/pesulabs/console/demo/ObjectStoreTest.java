package net.pesulabs.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectStoreTest {

  private final ObjectStore store = new ObjectStore(100, 5);

  @Test
  void everyChangeTakesTheNextVersion() {
    assertThat(versionOf(store.put(Resource.PODS, pod("a")))).isEqualTo("101");
    assertThat(versionOf(store.put(Resource.PODS, pod("b")))).isEqualTo("102");
    assertThat(store.remove(key("a")).map(ObjectStoreTest::versionOf)).contains("103");
    assertThat(store.version()).isEqualTo(103);
  }

  @Test
  void anUpdateThatChangesNothingIsNone() {
    store.put(Resource.PODS, pod("a"));
    store.update(key("a"), copy -> copy);
    assertThat(store.version()).isEqualTo(101);
  }

  @Test
  void aWatcherSeesExactlyWhatCameLater() throws Exception {
    store.put(Resource.PODS, pod("a"));
    long seen = store.version();
    store.put(Resource.PODS, pod("b"));
    store.update(key("a"), copy -> copy.put("changed", true));
    store.remove(key("b"));

    List<ObjectStore.Change> changes = store.since(seen);

    assertThat(changes).extracting(ObjectStore.Change::version).containsExactly(102L, 103L, 104L);
    assertThat(changes.get(0).before()).isNull();
    assertThat(changes.get(1).before()).isNotNull();
    assertThat(changes.get(2).after()).isNull();
    assertThat(store.since(104)).isEmpty();
    assertThat(store.since(9999)).as("a version still to come").isEmpty();
  }

  @Test
  void whatTheHistoryHasLostIsExpired() {
    for (int i = 0; i < 8; i++) {
      store.put(Resource.PODS, pod("p" + i));
    }
    assertThatThrownBy(() -> store.since(102))
        .isInstanceOf(ObjectStore.Expired.class)
        .hasMessage("too old resource version: 102 (108)");
    assertThat(since(103)).hasSize(5);
  }

  @Test
  void afterForgettingOnlyNowCanBeWatched() {
    store.put(Resource.PODS, pod("a"));
    store.forget();
    assertThatThrownBy(() -> store.since(100)).isInstanceOf(ObjectStore.Expired.class);
    assertThat(since(101)).isEmpty();
  }

  @Test
  void thePastCanBeListedWhileThingsChange() throws Exception {
    store.put(Resource.PODS, pod("a"));
    store.put(Resource.PODS, pod("b"));
    long then = store.version();
    store.remove(key("a"));
    store.put(Resource.PODS, pod("c"));
    store.update(key("b"), copy -> copy.put("changed", true));

    assertThat(store.allAt(Resource.PODS, then))
        .extracting(placed -> placed.key().name())
        .containsExactly("a", "b");
    assertThat(store.allAt(Resource.PODS, then))
        .noneMatch(placed -> placed.object().tree().has("changed"));
    assertThat(store.all(Resource.PODS))
        .extracting(pod -> pod.at("/metadata/name").asText())
        .containsExactly("b", "c");
  }

  @Test
  void theOrderIsThatOfThePaths() {
    store.put(Resource.PODS, in("apps", "z"));
    store.put(Resource.PODS, in("apps-old", "a"));
    store.put(Resource.NODES, Json.object("metadata", Json.object("name", "asuna")));

    // '-' comes before '/', as it does in etcd.
    assertThat(store.all(Resource.PODS))
        .extracting(pod -> pod.at("/metadata/namespace").asText())
        .containsExactly("apps-old", "apps");
    assertThat(store.all(Resource.NODES)).hasSize(1);
  }

  private List<ObjectStore.Change> since(long version) {
    try {
      return store.since(version);
    } catch (ObjectStore.Expired e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode pod(String name) {
    return in("apps", name);
  }

  private static ObjectNode in(String namespace, String name) {
    return Json.object("metadata", Json.object("name", name, "namespace", namespace));
  }

  private static ObjectStore.Key key(String name) {
    return new ObjectStore.Key(Resource.PODS, "apps", name);
  }

  private static String versionOf(ObjectNode object) {
    return object.at("/metadata/resourceVersion").asText();
  }
}
