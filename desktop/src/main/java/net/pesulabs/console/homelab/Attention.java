package net.pesulabs.console.homelab;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Who is looking at what. A page that shows a source's figures says so while it is open, and the
 * source asks more often meanwhile. Safe for any thread.
 *
 * @param <K> what can be looked at
 */
public final class Attention<K> {

  private final Map<K, Integer> lookers = new HashMap<>();
  private final Listeners<K> listeners = new Listeners<>();

  /** Until closed, somebody looks at this. */
  public Subscription lookAt(K what) {
    add(what, 1);
    var closed = new AtomicBoolean();
    return () -> {
      if (closed.compareAndSet(false, true)) {
        add(what, -1);
      }
    };
  }

  public synchronized boolean isOn(K what) {
    return lookers.getOrDefault(what, 0) > 0;
  }

  /** What somebody looks at now. */
  public synchronized Set<K> looked() {
    return Set.copyOf(lookers.keySet());
  }

  /** Hears when the first one looks and when the last one leaves. */
  public Subscription onChange(java.util.function.Consumer<K> listener) {
    return listeners.add(listener);
  }

  private void add(K what, int count) {
    boolean before;
    boolean after;
    synchronized (this) {
      before = isOn(what);
      lookers.merge(what, count, Attention::sumOrNone);
      after = isOn(what);
    }
    if (before != after) {
      listeners.tell(what);
    }
  }

  private static @Nullable Integer sumOrNone(int before, int count) {
    return before + count == 0 ? null : (Integer) (before + count);
  }
}
