package net.pesulabs.console.homelab;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one kind, keyed by uid, with a feed of what changed. Written by one source; read by
 * any thread. Listeners hear every change exactly once and in order, on the writer's thread.
 */
public final class Table<T> {

  /**
   * One fact that came, changed or went.
   *
   * @param before null when it is new
   * @param after null when it is gone
   */
  public record Change<T>(String uid, @Nullable T before, @Nullable T after) {}

  private final Function<T, String> uidOf;
  private final Map<String, T> rows = new ConcurrentHashMap<>();
  private final Listeners<Change<T>> listeners = new Listeners<>();

  public Table(Function<T, String> uidOf) {
    this.uidOf = uidOf;
  }

  public Optional<T> get(String uid) {
    return Optional.ofNullable(rows.get(uid));
  }

  /** A live view, safe to walk while it changes. */
  public Collection<T> all() {
    return rows.values();
  }

  public int size() {
    return rows.size();
  }

  public synchronized void put(T row) {
    String uid = uidOf.apply(row);
    T before = rows.put(uid, row);
    if (!row.equals(before)) {
      listeners.tell(new Change<>(uid, before, row));
    }
  }

  public synchronized void remove(String uid) {
    T before = rows.remove(uid);
    if (before != null) {
      listeners.tell(new Change<>(uid, before, null));
    }
  }

  /** Makes this table equal a fresh list, telling only the differences. */
  public synchronized void replaceAll(Collection<T> fresh) {
    Set<String> gone = new HashSet<>(rows.keySet());
    for (T row : fresh) {
      gone.remove(uidOf.apply(row));
      put(row);
    }
    gone.forEach(this::remove);
  }

  /**
   * Hears each later change. Rows already there are told first, as new ones, so that a listener
   * needs no second way to start; nothing is missed or told twice between the two.
   */
  public synchronized Subscription follow(Consumer<Change<T>> listener) {
    rows.forEach((uid, row) -> listener.accept(new Change<>(uid, null, row)));
    return listeners.add(listener);
  }
}
