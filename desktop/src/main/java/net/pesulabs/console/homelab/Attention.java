package net.pesulabs.console.homelab;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who is looking at what. A page that shows a source's figures says so while it is open, and the
 * source asks more often meanwhile. Safe for any thread.
 */
public final class Attention {

  private final Map<Source, Integer> lookers = new EnumMap<>(Source.class);
  private final Listeners<Source> listeners = new Listeners<>();

  /** Until closed, somebody looks at this source. */
  public Subscription lookAt(Source source) {
    add(source, 1);
    var closed = new AtomicBoolean();
    return () -> {
      if (closed.compareAndSet(false, true)) {
        add(source, -1);
      }
    };
  }

  public synchronized boolean isOn(Source source) {
    return lookers.getOrDefault(source, 0) > 0;
  }

  /** Hears when the first one looks and when the last one leaves. */
  public Subscription onChange(java.util.function.Consumer<Source> listener) {
    return listeners.add(listener);
  }

  private void add(Source source, int count) {
    boolean before;
    boolean after;
    synchronized (this) {
      before = isOn(source);
      lookers.merge(source, count, Integer::sum);
      after = isOn(source);
    }
    if (before != after) {
      listeners.tell(source);
    }
  }
}
