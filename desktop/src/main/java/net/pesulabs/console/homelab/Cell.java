package net.pesulabs.console.homelab;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One value that changes. Safe for any thread; listeners hear changes in the order they happened.
 */
public final class Cell<T> {

  private final Listeners<T> listeners = new Listeners<>();
  private volatile T value;

  public Cell(T initial) {
    this.value = initial;
  }

  public T get() {
    return value;
  }

  public void set(T next) {
    update(old -> next);
  }

  /** Replaces the value by one made of it; equal values are not told. */
  public synchronized void update(UnaryOperator<T> change) {
    T next = change.apply(value);
    if (!next.equals(value)) {
      value = next;
      listeners.tell(next);
    }
  }

  /** Hears each later value, on the thread that sets it. */
  public Subscription onChange(Consumer<? super T> listener) {
    return listeners.add(listener);
  }
}
