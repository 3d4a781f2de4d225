package net.pesulabs.console.page.topology.graph;

import net.pesulabs.console.health.Health;
import net.pesulabs.console.i18n.Localized;
import org.jspecify.annotations.Nullable;

/**
 * A line between two things on the map.
 *
 * @param label what stands on it, such as a latency; null for nothing
 * @param inUse whether something goes that way now; the others are drawn thinner
 * @param live whether what is said of it is heard now
 */
public record Edge(
    String id,
    String from,
    String to,
    Sort sort,
    @Nullable Localized label,
    Health health,
    boolean inUse,
    boolean live) {

  /** What goes along it. */
  public enum Sort {
    WAN,
    LAN,
    TAILNET,
    OWNS,
    TRAFFIC
  }
}
