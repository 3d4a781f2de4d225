package net.pesulabs.console.health;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;

/**
 * The findings of the whole house, kept up per change: each changed object is judged anew, and only
 * that one. Rules run on the thread that writes the fact. Closed by the one who made it.
 */
public final class HouseHealth implements Subscription {

  private final Table<Finding> findings =
      new Table<>(finding -> finding.cause() + " " + finding.object());

  public HouseHealth(LiveHomelab homelab, Clock clock) {}

  /** What wants care now, unsorted. */
  public Table<Finding> findings() {
    return findings;
  }

  /** What wants care now, the worst first, then the newest. */
  public List<Finding> sorted() {
    return findings.all().stream()
        .sorted(Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::object))
        .toList();
  }

  @Override
  public void close() {}
}
