package net.pesulabs.console.fx;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An FX thread that runs when the test says so, on the test's own thread. */
public final class ManualFx implements FxThread {

  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  @Override
  public void later(Runnable task) {
    tasks.add(task);
  }

  public void run() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }
}
