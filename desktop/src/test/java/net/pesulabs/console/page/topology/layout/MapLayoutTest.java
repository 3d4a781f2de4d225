package net.pesulabs.console.page.topology.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.page.topology.graph.Vertex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every map, on maps by chance. */
class MapLayoutTest {

  private static final int STEPS = 40;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatComesMovesNothingUnlessAContainerGrowsAndKeepsTheOrder(int seed) {
    RandomMap map = RandomMap.some(seed);
    MapLayout layout = laid(map);
    for (int i = 0; i < STEPS; i++) {
      Sketch before = layout.sketch();
      String id = map.add(map.any(map.namespaces()));

      layout.take(map.graph, Set.of(id));

      Sketch now = layout.sketch();
      assertThat(now.spots()).containsKey(id);
      if (before.spots().values().stream().noneMatch(spot -> hasGrown(spot, now))) {
        assertStill(before, now);
      }
      for (String namespace : map.namespaces()) {
        assertThat(order(map, now, namespace).stream().filter(pod -> !pod.equals(id)))
            .containsExactlyElementsOf(
                order(map, before, namespace).stream().filter(pod -> !pod.equals(id)).toList());
      }
      assertSound(map, now);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatGoesLeavesAHoleThatTheNextOneTakes(int seed) {
    RandomMap map = RandomMap.some(seed);
    MapLayout layout = laid(map);
    while (!map.podsInCompany().isEmpty()) {
      Sketch before = layout.sketch();
      String id = map.any(map.podsInCompany());
      String namespace = map.parent(id);
      map.remove(id);

      layout.take(map.graph, Set.of(id));

      assertThat(layout.sketch().spots()).doesNotContainKey(id);
      assertStill(before, layout.sketch());
      assertSound(map, layout.sketch());
      if (map.pods().size() % 3 == 0) {
        String next = map.add(namespace);
        layout.take(map.graph, Set.of(next));
        assertStill(before, layout.sketch());
        map.remove(next);
        layout.take(map.graph, Set.of(next));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void whatOnlyLooksDifferentMovesNothingAtAll(int seed) {
    RandomMap map = RandomMap.some(seed);
    MapLayout layout = laid(map);
    Sketch before = layout.sketch();
    for (Vertex old : List.copyOf(map.vertices.values())) {
      String name = "another and a much, much longer name";
      map.vertices.put(
          old.id(),
          RandomMap.vertex(
              old.id(), old.sort(), old.parent(), old.rank(), name, Severity.CRITICAL));
      layout.take(map.graph, Set.of(old.id()));
    }

    assertThat(layout.sketch().spots()).isSameAs(before.spots());
    assertThat(layout.sketch().paths()).isSameAs(before.paths());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void theSameMapIsLaidTheSameInWhateverOrderItIsHeard(int seed) {
    RandomMap map = RandomMap.some(seed);

    assertThat(laid(map.reversed()).sketch().spots()).isEqualTo(laid(map).sketch().spots());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void tidyLaysItAsIfItHadJustCome(int seed) {
    RandomMap map = RandomMap.some(seed);
    MapLayout layout = laid(map);
    for (int i = 0; i < STEPS; i++) {
      String come = map.add(map.any(map.namespaces()));
      layout.take(map.graph, Set.of(come));
      String gone = map.any(map.podsInCompany());
      map.remove(gone);
      layout.take(map.graph, Set.of(gone));
    }
    layout.fold(map.namespaces().getFirst(), true);

    layout.tidy(map.graph);

    Sketch fresh = laid(map).sketch();
    assertThat(layout.sketch().spots()).isEqualTo(fresh.spots());
    assertThat(layout.sketch().paths()).isEqualTo(fresh.paths());
  }

  private static MapLayout laid(RandomMap map) {
    MapLayout layout = RandomMap.layout();
    layout.lay(map.graph);
    assertThat(layout.sketch().spots().keySet()).isEqualTo(map.vertices.keySet());
    assertSound(map, layout.sketch());
    return layout;
  }

  private static boolean hasGrown(Spot spot, Sketch now) {
    Rect rect = spot(now, spot.id()).rect();
    return rect.width() != spot.rect().width() || rect.height() != spot.rect().height();
  }

  private static void assertStill(Sketch before, Sketch now) {
    now.spots()
        .forEach((id, spot) -> {
          if (before.spots().containsKey(id)) {
            assertThat(spot).isEqualTo(spot(before, id));
          }
        });
  }

  /** Nothing stands on another, and everything stands in what holds it. */
  private static void assertSound(RandomMap map, Sketch sketch) {
    List<Spot> all = List.copyOf(sketch.spots().values());
    for (int i = 0; i < all.size(); i++) {
      Spot one = all.get(i);
      String parent = map.parent(one.id());
      if (!parent.isEmpty()) {
        Spot holder = spot(sketch, parent);
        assertThat(holder.rect().contains(one.rect())).as("%s in %s", one, holder).isTrue();
        assertThat(holder.head().overlaps(one.rect())).as("%s on %s", one, holder).isFalse();
      }
      for (Spot other : all.subList(i + 1, all.size())) {
        if (map.parent(other.id()).equals(parent) && one.rect().overlaps(other.rect())) {
          assertThat(one).as("stands on a sibling").isEqualTo(other);
        }
      }
    }
  }

  /** The pods of a namespace as one would read them. */
  private static List<String> order(RandomMap map, Sketch sketch, String namespace) {
    return sketch.spots().values().stream()
        .filter(spot -> map.parent(spot.id()).equals(namespace))
        .sorted(
            Comparator.comparingDouble((Spot spot) -> spot.rect().y())
                .thenComparingDouble(spot -> spot.rect().x()))
        .map(Spot::id)
        .toList();
  }

  private static Spot spot(Sketch sketch, String id) {
    return Objects.requireNonNull(sketch.spots().get(id), id);
  }
}
