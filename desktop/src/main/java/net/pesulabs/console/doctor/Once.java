package net.pesulabs.console.doctor;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A question that several hops have and that is asked once, on a thread of its own: one who gives
 * up waiting does not take the answer from the others.
 */
final class Once<T> {

  private final FutureTask<T> task;
  private final AtomicBoolean started = new AtomicBoolean();

  Once(Callable<T> ask) {
    this.task = new FutureTask<>(ask);
  }

  /** The answer, or the exception that the question ended with. */
  T get() throws Exception {
    if (started.compareAndSet(false, true)) {
      Thread.ofVirtual().name("doctor-once").start(task);
    }
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception told ? told : e;
    }
  }

  /** Breaks off a question that nobody waits for any more. */
  void end() {
    task.cancel(true);
  }
}
