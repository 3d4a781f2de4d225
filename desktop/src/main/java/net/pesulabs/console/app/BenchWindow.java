package net.pesulabs.console.app;

import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.stage.Stage;
import net.pesulabs.console.fx.JavaFxThread;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.page.pods.PodsView;

/**
 * The console's window as people have it, open on the page of pods, not connected yet. Without a
 * display its frames are laid out and drawn in memory.
 */
final class BenchWindow implements AutoCloseable {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final JavaFxThread fx = new JavaFxThread();
  private final Frame frame;
  private final Stage stage;
  private final Subscription ticking;
  private final PodsView pods;

  private BenchWindow(Session session) {
    frame = new Frame(session, fx);
    var scene = new Scene(frame.shell().root(), WIDTH, HEIGHT);
    Look.dress(scene);
    stage = new Stage();
    stage.setScene(scene);
    frame.shell().show(PageId.PODS);
    pods = (PodsView) frame.pages().get(PageId.PODS);
    ticking = frame.context().now().start(fx);
    stage.show();
  }

  static BenchWindow open(Session session) throws InterruptedException {
    Display.startForBench();
    return FxWork.call(new JavaFxThread(), () -> new BenchWindow(session));
  }

  /** FX thread only. */
  PodsView pods() {
    return pods;
  }

  /** FX thread only. */
  Scene scene() {
    return stage.getScene();
  }

  JavaFxThread fx() {
    return fx;
  }

  <T> T call(Callable<T> work) throws InterruptedException {
    return FxWork.call(fx, work);
  }

  @Override
  public void close() throws InterruptedException {
    call(() -> {
      ticking.close();
      frame.close();
      stage.close();
      return true;
    });
  }
}
