package net.pesulabs.console.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Runs a test's steps on the FX thread; the toolkit starts with the first of them. */
public final class OnFx {

  private static boolean started;

  private OnFx() {}

  public static void run(Runnable step) {
    get(() -> {
      step.run();
      return null;
    });
  }

  public static <T> T get(Callable<T> step) {
    start();
    var result = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        result.complete(step.call());
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    });
    try {
      return result.get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e.getCause() != null ? e.getCause() : e);
    }
  }

  private static synchronized void start() {
    if (!started) {
      started = true;
      try {
        Platform.startup(() -> {});
      } catch (IllegalStateException e) {
        // Another test of this JVM has started it.
        return;
      }
      Platform.setImplicitExit(false);
    }
  }
}
