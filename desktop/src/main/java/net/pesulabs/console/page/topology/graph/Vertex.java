package net.pesulabs.console.page.topology.graph;

import net.pesulabs.console.health.Health;
import net.pesulabs.console.i18n.Localized;
import org.jspecify.annotations.Nullable;

/**
 * One thing on the map.
 *
 * @param id the same as long as the thing is the same, such as {@code machine/asuna}
 * @param parent the vertex it stands in; null for one that stands free
 * @param rank its column among those beside it, from 0, as traffic flows or owners own
 * @param live whether what is said of it is heard now; if not it is drawn greyed
 * @param tally how many it stands for; null for a single thing
 */
public record Vertex(
    String id,
    Sort sort,
    @Nullable String parent,
    int rank,
    Localized title,
    Localized subtitle,
    Health health,
    boolean live,
    @Nullable Tally tally) {

  /** What it is, which tells its symbol and shape. */
  public enum Sort {
    INTERNET,
    GATEWAY,
    LAN,
    TAILNET,
    LAPTOP,
    MACHINE,
    CARD,
    MODEL,
    CLUSTER,
    NAMESPACE,
    WORKLOAD,
    POD,
    HOST,
    ENTRANCE,
    SERVICE,
    ENDPOINTS,
    VOLUME,
    /** What waits for a machine. */
    UNSCHEDULED
  }

  /** How many things, and how many of them are as they should be. */
  public record Tally(int well, int total) {}
}
