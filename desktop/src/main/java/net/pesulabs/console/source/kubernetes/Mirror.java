package net.pesulabs.console.source.kubernetes;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import org.jspecify.annotations.Nullable;

/** Writes what a server tells into a table, until closed. */
final class Mirror<T extends ClusterObject> implements Subscription {

  private final Table<T> table;
  private final String namespace;

  /** The version of each object that the present watch has told of. */
  private final Map<String, Long> told = new HashMap<>();

  private boolean closed;

  /**
   * A mirror.
   *
   * @param namespace whose objects it writes; empty for those of all
   */
  Mirror(Table<T> table, String namespace) {
    this.table = table;
    this.namespace = namespace;
  }

  /** A watch begins. */
  void beginWatch() {
    told.clear();
  }

  /**
   * Takes over what an event tells of an object. Within one watch, an event told twice or late must
   * not undo a later one; over watches, versions say nothing.
   *
   * @return whether the event was news
   */
  boolean take(Item<T> item, boolean there) {
    String uid = item.row().uid();
    long version = number(item.resourceVersion());
    if (version <= told.getOrDefault(uid, 0L) && version != Long.MAX_VALUE) {
      return false;
    }
    told.put(uid, version);
    if (there) {
      put(item.row());
    } else {
      remove(uid);
    }
    return true;
  }

  /** Takes over an object of a list; returns its uid. */
  String put(T row) {
    synchronized (this) {
      if (!closed) {
        table.put(row);
      }
    }
    return row.uid();
  }

  /** A list is whole: what it does not hold is gone. */
  void keepOnly(Set<String> uids) {
    table.all().stream()
        .filter(row -> namespace.isEmpty() || row.namespace().equals(namespace))
        .map(ClusterObject::uid)
        .filter(uid -> !uids.contains(uid))
        .toList()
        .forEach(this::remove);
  }

  private synchronized void remove(String uid) {
    if (!closed) {
      table.remove(uid);
    }
  }

  /** Nothing is written to the table after this returns. */
  @Override
  public synchronized void close() {
    closed = true;
  }

  /**
   * Versions of one server can be compared as numbers (KEP-5504); what is none counts as latest.
   */
  static long number(@Nullable String version) {
    try {
      return version == null ? Long.MAX_VALUE : Long.parseLong(version);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
