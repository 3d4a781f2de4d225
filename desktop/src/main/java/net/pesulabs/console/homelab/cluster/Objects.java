package net.pesulabs.console.homelab.cluster;

import java.util.List;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Table;

/**
 * The objects of one kind and how far they can be relied on. Filled only while somebody needs them:
 * see {@link ClusterObjects#need}. Safe for any thread.
 */
public final class Objects<T extends ClusterObject> {

  private final Kind<T> kind;
  private final Table<T> rows = new Table<>(ClusterObject::uid);
  private final Cell<Reading<Coverage>> coverage = new Cell<>(Reading.awaited(Source.CLUSTER));

  Objects(Kind<T> kind) {
    this.kind = kind;
  }

  public Kind<T> kind() {
    return kind;
  }

  public Table<T> rows() {
    return rows;
  }

  /** Live while the table follows the server. */
  public Cell<Reading<Coverage>> coverage() {
    return coverage;
  }

  /** Whether the server can be relied on to have no object of this namespace but those here. */
  public boolean isAllOf(String namespace) {
    return coverage.get() instanceof Reading.Live<Coverage> live && live.value().covers(namespace);
  }

  /** Back to knowing nothing. */
  public void forget() {
    coverage.set(Reading.awaited(Source.CLUSTER));
    rows.replaceAll(List.of());
  }
}
