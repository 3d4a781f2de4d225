package net.pesulabs.console.page.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.page.topology.graph.Vertex;
import net.pesulabs.console.page.topology.layout.RandomMap;
import net.pesulabs.console.page.topology.layout.Rect;
import org.junit.jupiter.api.Test;

class SearchTest {

  private static final Map<String, Rect> PLACES =
      Map.of("right", new Rect(500, 0, 10, 10), "below", new Rect(0, 90, 10, 10));

  private final RandomMap map = new RandomMap(1);

  @Test
  void allWordsHaveToBeThereInTitleOrSubtitleInAnyCase() {
    named("one", "n8n-Worker");
    named("two", "n8n");

    assertThat(find("WORKER n8n")).containsExactly("one");
    assertThat(find("chance n8n")).containsExactlyInAnyOrder("one", "two");
    assertThat(find("postgres")).isEmpty();
  }

  @Test
  void nothingIsFoundByNothing() {
    named("one", "n8n");

    assertThat(find("")).isEmpty();
    assertThat(find("  \t ")).isEmpty();
  }

  @Test
  void theyComeAsOneWouldReadThemAndTheUnplacedLast() {
    named("right", "pod a");
    named("below", "pod b");
    named("nowhere", "pod 0");

    assertThat(find("pod")).containsExactly("below", "right", "nowhere");
  }

  private void named(String id, String title) {
    map.vertices.put(id, RandomMap.vertex(id, Vertex.Sort.POD, null, 0, title, Severity.FINE));
  }

  private List<String> find(String text) {
    return Search.of(text, map.graph, words -> words.in(Language.EN), PLACES::get);
  }
}
