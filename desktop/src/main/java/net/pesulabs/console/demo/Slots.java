package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The places in which the model can work at the same time, and the queue for them. */
final class Slots {

  static final int COUNT = 2;
  static final int CONTEXT = 16_384;

  private final Semaphore free = new Semaphore(COUNT, true);
  private final AtomicInteger waiting = new AtomicInteger();
  private final @Nullable Generation[] working = new @Nullable Generation[COUNT];
  private final Map<Integer, Generation> last = new HashMap<>();

  /** Waits for a slot, in turn. */
  void enter(Generation generation) throws InterruptedException {
    waiting.incrementAndGet();
    try {
      free.acquire();
    } finally {
      waiting.decrementAndGet();
    }
    synchronized (this) {
      int slot = working[0] == null ? 0 : 1;
      working[slot] = generation;
      last.put(slot, generation);
    }
  }

  void leave(Generation generation) {
    synchronized (this) {
      for (int slot = 0; slot < COUNT; slot++) {
        if (working[slot] == generation) {
          working[slot] = null;
        }
      }
    }
    free.release();
  }

  int waiting() {
    return waiting.get();
  }

  synchronized int busy() {
    int busy = 0;
    for (Generation generation : working) {
      busy += generation == null ? 0 : 1;
    }
    return busy;
  }

  /** As {@code /slots} tells it: a slot that never worked has four fields only. */
  synchronized ArrayNode toJson() {
    ArrayNode slots = Json.array();
    for (int slot = 0; slot < COUNT; slot++) {
      var json =
          Json.object()
              .with("id", slot)
              .with("n_ctx", CONTEXT)
              .with("speculative", false)
              .with("is_processing", working[slot] != null);
      Generation generation = last.get(slot);
      if (generation != null) {
        json.setAll(generation.toSlot(working[slot] != null));
      }
      slots.add(json);
    }
    return slots;
  }
}
