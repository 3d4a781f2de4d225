package net.pesulabs.console.page;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.pesulabs.console.fx.FxThread;

/** Stands for the FX thread where there is none: the test's own thread runs what was sent. */
public final class QueuedFx implements FxThread {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

  @Override
  public void later(Runnable task) {
    tasks.add(task);
  }

  /** Runs what is sent until the condition holds. */
  public void runUntil(BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      long left = Duration.between(Instant.now(), deadline).toMillis();
      Runnable task = left <= 0 ? null : tasks.poll(left, TimeUnit.MILLISECONDS);
      if (task == null) {
        throw new AssertionError("it did not come to pass within " + PATIENCE);
      }
      task.run();
    }
  }
}
