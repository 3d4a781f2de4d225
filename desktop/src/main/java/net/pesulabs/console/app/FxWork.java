package net.pesulabs.console.app;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import net.pesulabs.console.fx.FxThread;

/** Work on the FX thread that somebody else waits for. */
final class FxWork {

  private FxWork() {}

  /** Does it there and returns its result here. Not on the FX thread. */
  static <T> T call(FxThread fx, Callable<T> work) throws InterruptedException {
    var task = new FutureTask<>(work);
    fx.later(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
