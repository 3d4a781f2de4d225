package net.pesulabs.console.page.pods;

import static net.pesulabs.console.page.SampleHouse.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import net.pesulabs.console.Rows;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.page.SampleHouse;
import org.junit.jupiter.api.Test;

class PodListTest {

  private final PodList list = new PodList();
  private final AtomicInteger told = new AtomicInteger();

  PodListTest() {
    list.apply(added(SampleHouse.pods()), NOW);
    list.shown().addListener((ListChangeListener<PodRow>) change -> told.incrementAndGet());
  }

  @Test
  void whatNeedsCareStandsFirstThenByNamespaceAndName() {
    assertThat(list.total()).isEqualTo(28);
    assertThat(list.needingCare()).isEqualTo(4);
    assertThat(names().subList(0, 6))
        .containsExactly(
            "comfyui-7f6b5d4c8-k2l9p",
            "whisper-5d6f7c8b9-z8x7c",
            "n8n-6c5d7f8b9-tq4zx",
            "immich-server-6b8d7f9c5-j7h6g",
            "agentstack-server-7d9f8c6b5-v2c4x",
            "agentstack-ui-5b6c7d8f9-n1m3k");
  }

  @Test
  void oneChangeTouchesOneRow() {
    var touched = new ArrayList<String>();
    for (PodRow row : list.shown()) {
      row.seenProperty().subscribe((before, after) -> touched.add(row.pod().name()));
    }
    list.apply(List.of(changed(restarted("postgres-0", 5))), NOW);
    assertThat(touched).containsExactly("postgres-0");
    assertThat(told).as("the list itself is left alone").hasValue(0);
  }

  @Test
  void aPodThatFallsIllMovesUpWithOneChangeOfTheList() {
    Pod ill = SampleHouse.crashing();
    Pod pod = find("vaultwarden-0");
    list.apply(List.of(changed(withState(pod, ill))), NOW);
    assertThat(names().subList(0, 4)).contains("vaultwarden-0");
    assertThat(told).hasValue(1);
    assertThat(list.needingCare()).isEqualTo(5);
    assertInOrder();
  }

  @Test
  void aBatchOfAnySizeIsFewChangesOfTheList() {
    var changes = new ArrayList<Table.Change<Pod>>();
    for (int i = 0; i < 500; i++) {
      Pod pod = fresh("new", i);
      changes.add(new Table.Change<>(pod.uid(), null, pod));
    }
    changes.add(new Table.Change<>(find("redis-0").uid(), find("redis-0"), null));
    list.apply(changes, NOW);
    assertThat(list.shown()).hasSize(28 + 500 - 1);
    assertThat(told.get()).isLessThanOrEqualTo(3);
    assertInOrder();
  }

  @Test
  void everyWordOfTheFilterMustBeInOneOfTheColumns() {
    list.setFilter(PodFilter.of("  PESUBUNTU agent ", false));
    assertThat(names())
        .containsExactly("agentstack-server-7d9f8c6b5-v2c4x", "agentstack-ui-5b6c7d8f9-n1m3k");
    list.setFilter(PodFilter.of("crashloop", false));
    assertThat(names()).containsExactly("n8n-6c5d7f8b9-tq4zx");
    list.setFilter(PodFilter.of("statefulset/qdrant", false));
    assertThat(names()).containsExactly("qdrant-0");
    list.setFilter(PodFilter.of("nothing like it", false));
    assertThat(names()).isEmpty();
    list.setFilter(PodFilter.ALL);
    assertThat(names()).hasSize(28);
    assertInOrder();
  }

  @Test
  void onlyProblemsAreThoseThatNeedCare() {
    list.setFilter(PodFilter.of("", true));
    assertThat(names()).hasSize(4);
    list.apply(List.of(changed(withState(find("redis-0"), SampleHouse.crashing()))), NOW);
    assertThat(names()).hasSize(5).contains("redis-0");
    list.apply(List.of(changed(withState(find("redis-0"), find("postgres-0")))), NOW);
    assertThat(names()).hasSize(4).doesNotContain("redis-0");
  }

  @Test
  void timeAloneMakesASlowStartAProblem() {
    assertThat(names().subList(0, 4)).doesNotContain("embedding-7c8d9f6b5-w5q6r");
    list.judge(NOW.plus(Duration.ofMinutes(10)));
    assertThat(list.needingCare()).isGreaterThan(4);
    assertThat(names().subList(0, list.needingCare())).contains("embedding-7c8d9f6b5-w5q6r");
    assertInOrder();
  }

  @Test
  void aChosenOrderIsKeptThroughChanges() {
    list.setOrder(PodOrder.by(Comparator.<PodRow>comparingInt(r -> r.pod().restarts()).reversed()));
    assertThat(names().getFirst()).startsWith("n8n");
    list.apply(List.of(changed(restarted("qdrant-0", 99))), NOW);
    assertThat(names().getFirst()).isEqualTo("qdrant-0");
  }

  @Test
  void whatWentWhileNobodyLookedIsForgotten() {
    var left = SampleHouse.pods().subList(0, 20);
    list.keepOnly(left);
    assertThat(list.total()).isEqualTo(20);
    assertThat(list.needingCare()).isZero();
    assertThat(list.shown()).hasSize(20);
  }

  /** Whatever comes in whatever order, the list is what a fresh one would be. */
  @Test
  void anyOrderOfChangesEndsInTheSameList() {
    var random = new Random(7);
    var states = List.of(SampleHouse.crashing(), find("postgres-0"), find("whisper"));
    var truth = new Table<Pod>(Pod::uid);
    SampleHouse.pods().forEach(truth::put);
    for (int round = 0; round < 300; round++) {
      var batch = new ArrayList<Table.Change<Pod>>();
      try (var following =
          truth.follow(change -> {
            if (change.before() != null || !list.shown().isEmpty()) {
              batch.add(change);
            }
          })) {
        assertThat(following).isNotNull();
        for (int i = 0; i < random.nextInt(4); i++) {
          Pod pod = fresh("churn", random.nextInt(30));
          if (random.nextBoolean()) {
            truth.put(withState(pod, states.get(random.nextInt(states.size()))));
          } else {
            truth.remove(pod.uid());
          }
        }
      }
      Collections.shuffle(batch, random);
      var last = new java.util.LinkedHashMap<String, Table.Change<Pod>>();
      batch.forEach(c ->
          last.put(
              c.uid(), new Table.Change<>(c.uid(), c.before(), truth.get(c.uid()).orElse(null))));
      list.apply(List.copyOf(last.values()), NOW);
    }
    var fresh = new PodList();
    fresh.apply(added(List.copyOf(truth.all())), NOW);
    assertThat(names()).isEqualTo(fresh.shown().stream().map(row -> row.pod().name()).toList());
    assertThat(list.needingCare()).isEqualTo(fresh.needingCare());
  }

  private void assertInOrder() {
    assertThat(list.shown()).isSortedAccordingTo(PodOrder.SEVERITY);
    for (int i = 0; i < list.shown().size(); i++) {
      assertThat(list.shown().get(i).index).isEqualTo(i);
    }
  }

  private List<String> names() {
    return list.shown().stream().map(row -> row.pod().name()).toList();
  }

  private static Pod find(String name) {
    return SampleHouse.pods().stream()
        .filter(pod -> pod.name().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private static Pod fresh(String namespace, int i) {
    return SampleHouse.running(
        namespace, "pod-" + i, "Deployment", "pod", "asuna", Duration.ofHours(i), 0);
  }

  private static Pod restarted(String name, int restarts) {
    Pod pod = find(name);
    return SampleHouse.running(
        pod.namespace(),
        pod.name(),
        pod.workload().kind(),
        pod.workload().name(),
        "asuna",
        Duration.ofHours(400),
        restarts);
  }

  /** The one pod in the other's state. */
  private static Pod withState(Pod pod, Pod state) {
    return Rows.pod(
        pod.uid(),
        pod.namespace(),
        pod.name(),
        state.status(),
        state.phase(),
        pod.node(),
        pod.ip(),
        false,
        pod.workload(),
        state.readyContainers(),
        1,
        state.restarts(),
        state.lastRestart(),
        state.reason(),
        state.message(),
        state.unscheduledBecause(),
        state.ready(),
        pod.created(),
        pod.started(),
        null,
        state.containers());
  }

  private static Table.Change<Pod> changed(Pod pod) {
    return new Table.Change<>(pod.uid(), pod, pod);
  }

  private static List<Table.Change<Pod>> added(List<Pod> pods) {
    return pods.stream().map(pod -> new Table.Change<>(pod.uid(), null, pod)).toList();
  }
}
