package net.pesulabs.console.fx;

import atlantafx.base.theme.PrimerLight;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javafx.stage.Window;
import net.pesulabs.console.assets.Assets;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A real scene graph on a screen that is not there, and the ways to and from its thread. */
public final class UiTest {

  private UiTest() {}

  /** Shows a node alone in the one window of the tests, in the console's styles. */
  public static FxRobot show(Supplier<Parent> root, double width, double height) {
    try {
      Stage stage = FxToolkit.registerPrimaryStage();
      onFx(() -> {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Assets.fonts().forEach(font -> Font.loadFont(font.toExternalForm(), 14));
        var scene = new Scene(root.get(), width, height);
        Assets.styles().forEach(style -> scene.getStylesheets().add(style.toExternalForm()));
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        stage.requestFocus();
      });
    } catch (TimeoutException e) {
      throw new AssertionError("no JavaFX toolkit", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
    return new FxRobot();
  }

  /** Takes the window's content away, and lets go of keys and buttons. */
  public static void clear() {
    onFx(() -> {
      for (var window : Window.getWindows()) {
        if (window.getScene() != null && window instanceof Stage) {
          window.getScene().setRoot(new Group());
        }
      }
    });
    new FxRobot().release(new KeyCode[0]).release(MouseButton.PRIMARY);
  }

  public static void onFx(Runnable task) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, task);
  }

  public static <T> T fromFx(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
  }

  /** Waits until something holds, asked on the FX thread. */
  public static void await(String what, Callable<Boolean> holds) {
    try {
      WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> fromFx(holds));
    } catch (TimeoutException e) {
      throw new AssertionError("in vain: " + what, e);
    }
  }

  /** Waits until all that was submitted to a pulse before has run. */
  public static void awaitHops(Pulse pulse) {
    var reached = new CountDownLatch(1);
    pulse.submit(reached, reached::countDown);
    try {
      if (!reached.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("the pulse does not hop");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
