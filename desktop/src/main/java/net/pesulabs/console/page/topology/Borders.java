package net.pesulabs.console.page.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.page.topology.graph.Vertex;
import net.pesulabs.console.page.topology.layout.Rect;
import net.pesulabs.console.page.topology.layout.Spot;
import org.jspecify.annotations.Nullable;

/**
 * What to draw anew where a thing looks different: of an open one its head, and its border only
 * where that tells something else than before, for along it stands much of what it holds. FX thread
 * only.
 */
final class Borders {

  private record Look(Severity severity, boolean live) {}

  private final Map<String, Look> drawn = new HashMap<>();

  /** Everything is drawn anew. */
  void forget() {
    drawn.clear();
  }

  /**
   * The parts to draw.
   *
   * @param halo how far it may be seen beyond its place
   */
  List<Rect> parts(Spot spot, @Nullable Vertex vertex, double halo) {
    if (!spot.form().isOpen() || vertex == null) {
      drawn.remove(spot.id());
      return List.of(spot.rect().grown(halo));
    }
    var now = new Look(vertex.health().severity(), vertex.live());
    boolean same = now.equals(drawn.put(spot.id(), now));
    return List.of((same ? spot.head() : spot.rect()).grown(halo));
  }
}
