package net.pesulabs.console.homelab;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to hear of a change. Listeners are called on the writer's thread and must be quick. */
final class Listeners<E> {

  private final List<Consumer<? super E>> listeners = new CopyOnWriteArrayList<>();

  Subscription add(Consumer<? super E> listener) {
    // Wrapped, so that the same listener added twice is removed once.
    Consumer<E> own = listener::accept;
    listeners.add(own);
    return () -> listeners.remove(own);
  }

  void tell(E event) {
    listeners.forEach(listener -> listener.accept(event));
  }
}
