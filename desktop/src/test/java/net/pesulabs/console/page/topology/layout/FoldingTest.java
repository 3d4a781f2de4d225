package net.pesulabs.console.page.topology.layout;

import static org.assertj.core.api.Assertions.assertThat;

import net.pesulabs.console.health.Severity;
import net.pesulabs.console.page.topology.graph.Vertex;
import org.junit.jupiter.api.Test;

/** What is folded, and where the lines of what is hidden go. */
class FoldingTest {

  private final RandomMap map = new RandomMap(1);
  private final MapLayout layout = RandomMap.layout();
  private String first = "";
  private String second = "";

  @Test
  void aSmallHouseIsAllOpen() {
    RandomMap house = RandomMap.house(2, 20);
    layout.lay(house.graph);

    assertThat(layout.sketch().spots().keySet()).isEqualTo(house.vertices.keySet());
  }

  @Test
  void aLargeOneIsFoldedUntilItCanBeSeen() {
    RandomMap house = RandomMap.house(50, 2000);
    layout.lay(house.graph);

    assertThat(layout.sketch().spots()).hasSizeLessThanOrEqualTo(Folds.CROWD);
    assertThat(layout.visible("pod/7")).isEqualTo("machine/7");
    assertThat(layout.visible("pod/nobody")).isNull();

    layout.reveal("pod/7", house.graph);
    assertThat(layout.visible("pod/7")).isEqualTo("pod/7");
    assertThat(layout.visible("pod/8")).isEqualTo("machine/8");

    layout.tidy(house.graph);
    assertThat(layout.visible("pod/7")).isEqualTo("machine/7");
  }

  @Test
  void linesOfTheHiddenGoToWhatCanBeSeenAndAreOneWithACount() {
    owned(Severity.FINE, Severity.CRITICAL);
    assertThat(layout.sketch().wires()).hasSize(2);

    layout.fold("apps", true);
    layout.draw(map.graph);

    Wire wire = layout.sketch().wires().values().iterator().next();
    assertThat(layout.sketch().wires()).hasSize(1);
    assertThat(wire.from()).isEqualTo("owner");
    assertThat(wire.to()).isEqualTo("apps");
    assertThat(wire.edges()).containsExactly(first, second);
    assertThat(wire.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(wire.worst()).isEqualTo(second);
    assertThat(layout.sketch().paths()).containsOnlyKeys(wire.id());
  }

  @Test
  void theOutermostThatIsFoldedHasThem() {
    owned(Severity.UNKNOWN, Severity.FINE);
    layout.fold("apps", true);
    layout.fold("machine", true);
    layout.draw(map.graph);

    Wire wire = layout.sketch().wires().values().iterator().next();
    assertThat(layout.sketch().wires()).hasSize(1);
    assertThat(wire.to()).isEqualTo("machine");
    assertThat(wire.severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(layout.sketch().spots()).containsOnlyKeys("machine", "owner");
  }

  @Test
  void aLineWithinWhatIsFoldedIsNone() {
    owned(Severity.FINE, Severity.FINE);
    map.edges.clear();
    map.line("pod/0", "pod/1", Severity.CRITICAL);
    layout.draw(map.graph);
    assertThat(layout.sketch().wires()).hasSize(1);

    layout.fold("apps", true);
    layout.draw(map.graph);

    assertThat(layout.sketch().wires()).isEmpty();
  }

  @Test
  void whatIsOpenedAgainStandsWhereItStood() {
    owned(Severity.FINE, Severity.FINE);
    Sketch before = layout.sketch();

    layout.fold("apps", true);
    layout.draw(map.graph);
    assertThat(layout.sketch().spots()).doesNotContainKey("pod/0");
    layout.fold("apps", false);
    layout.draw(map.graph);

    assertThat(layout.sketch()).isEqualTo(before);
  }

  /** A machine with a namespace with two pods, both of one owner. */
  private void owned(Severity one, Severity other) {
    map.put("machine", Vertex.Sort.MACHINE, null, 1);
    map.put("apps", Vertex.Sort.NAMESPACE, "machine", 0);
    map.put("owner", Vertex.Sort.WORKLOAD, null, 0);
    first = map.line("owner", map.add("apps"), one);
    second = map.line("owner", map.add("apps"), other);
    layout.lay(map.graph);
  }
}
