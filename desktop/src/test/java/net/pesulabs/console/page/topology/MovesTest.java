package net.pesulabs.console.page.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.page.topology.draw.Marks;
import net.pesulabs.console.page.topology.graph.Vertex;
import net.pesulabs.console.page.topology.layout.MapLayout;
import net.pesulabs.console.page.topology.layout.Path;
import net.pesulabs.console.page.topology.layout.RandomMap;
import net.pesulabs.console.page.topology.layout.Rect;
import net.pesulabs.console.page.topology.layout.Sketch;
import net.pesulabs.console.page.topology.layout.Spot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That all that looks different is drawn anew, on maps by chance. */
class MovesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatCameWentOrMovedIsCovered(int seed) {
    RandomMap map = RandomMap.some(seed);
    MapLayout layout = RandomMap.layout();
    layout.lay(map.graph);
    for (int i = 0; i < 30; i++) {
      Sketch before = layout.sketch();
      String id = i % 2 == 0 ? map.add(map.any(map.namespaces())) : map.any(map.podsInCompany());
      if (i % 2 != 0) {
        map.remove(id);
      }
      layout.take(map.graph, Set.of(id));

      Sketch now = layout.sketch();
      List<Rect> parts = Moves.between(before, now);
      if (parts != null) {
        assertCovered(before.spots(), now.spots(), parts);
        assertLinesCovered(before.paths(), now.paths(), parts);
      }
    }
  }

  @Test
  void nothingIsDrawnAnewWhereNothingMoved() {
    RandomMap map = RandomMap.some(5);
    MapLayout layout = RandomMap.layout();
    layout.lay(map.graph);
    Sketch before = layout.sketch();
    layout.draw(map.graph);

    assertThat(Moves.between(before, layout.sketch())).isEmpty();
    assertThat(Moves.redrawn(before, layout.sketch(), Marks.NONE)).isEmpty();
  }

  @Test
  void aLineThatLooksDifferentIsDrawnAnewWithItsWords() {
    var map = new RandomMap(1);
    RandomMap house = RandomMap.house(1, 2);
    map.vertices.putAll(house.vertices);
    map.put("owner", Vertex.Sort.WORKLOAD, null, 0);
    String line = map.line("owner", "pod/0", Severity.FINE);
    map.line("owner", "pod/1", Severity.FINE);
    MapLayout layout = RandomMap.layout();
    layout.lay(map.graph);
    Sketch before = layout.sketch();

    map.line("owner", "pod/0", Severity.CRITICAL);
    layout.take(map.graph, Set.of());

    List<Rect> parts = Moves.redrawn(before, layout.sketch(), Marks.NONE);
    Path path = Objects.requireNonNull(layout.sketch().paths().get(line));
    assertThat(parts).containsAll(path.pieces());
    assertThat(parts).anyMatch(part -> part.contains(path.badge().x(), path.badge().y()));
  }

  private static void assertCovered(
      Map<String, Spot> before, Map<String, Spot> now, List<Rect> parts) {
    var ids = new HashSet<>(before.keySet());
    ids.addAll(now.keySet());
    for (String id : ids) {
      Spot old = before.get(id);
      Spot spot = now.get(id);
      if (old == null || !old.equals(spot)) {
        assertIn(parts, old == null ? null : old.rect(), id);
        assertIn(parts, spot == null ? null : spot.rect(), id);
      }
    }
  }

  private static void assertLinesCovered(
      Map<String, Path> before, Map<String, Path> now, List<Rect> parts) {
    var ids = new HashSet<>(before.keySet());
    ids.addAll(now.keySet());
    for (String id : ids) {
      Path old = before.get(id);
      Path path = now.get(id);
      if (old == null || !old.equals(path)) {
        assertAllIn(parts, old, id);
        assertAllIn(parts, path, id);
      }
    }
  }

  /** All of a line, and where its sign and the words above it are. */
  private static void assertAllIn(List<Rect> parts, @Nullable Path path, String id) {
    if (path != null) {
      path.pieces().forEach(piece -> assertIn(parts, piece, id));
      assertIn(
          parts, new Rect(path.badge().x() - 90, path.badge().y() - 24, 180, 32), "words of " + id);
    }
  }

  private static void assertIn(List<Rect> parts, @Nullable Rect rect, String what) {
    if (rect != null) {
      assertThat(parts).as(what).anyMatch(part -> part.contains(rect));
    }
  }
}
