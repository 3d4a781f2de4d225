package net.pesulabs.console.page;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import net.pesulabs.console.assets.Assets;

/** The FX thread and a dressed scene for tests that need no window. */
public final class OffStage {

  private static boolean started;

  private OffStage() {}

  /** Runs on the FX thread, started on first use, and hands back what came of it. */
  public static <T> T fx(Callable<T> task) {
    start();
    var result = new FutureTask<>(task);
    Platform.runLater(result);
    try {
      return result.get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e.getCause() == null ? e : e.getCause());
    }
  }

  public static void fx(Runnable task) {
    fx(() -> {
      task.run();
      return true;
    });
  }

  /** The page in a scene of this size, as the window dresses it, laid out. */
  public static Scene scene(Parent root, boolean dark, double width, double height) {
    String theme = (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
    if (!theme.equals(Application.getUserAgentStylesheet())) { // it takes seconds
      Application.setUserAgentStylesheet(theme);
    }
    var scene = new Scene(root, width, height);
    Assets.styles().forEach(style -> scene.getStylesheets().add(style.toExternalForm()));
    // Twice: a scroll pane knows its viewport only after the first time.
    for (int i = 0; i < 2; i++) {
      root.applyCss();
      root.layout();
    }
    return scene;
  }

  private static synchronized void start() {
    if (started) {
      return;
    }
    started = true;
    var up = new CountDownLatch(1);
    try {
      Platform.startup(up::countDown);
    } catch (IllegalStateException e) {
      up.countDown(); // another test class of this JVM started it
    }
    try {
      if (!up.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("JavaFX did not start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    Platform.setImplicitExit(false);
    for (URL font : Assets.fonts()) {
      Font.loadFont(font.toExternalForm(), 14);
    }
  }
}
