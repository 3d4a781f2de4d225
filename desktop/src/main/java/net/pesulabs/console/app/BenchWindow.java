package net.pesulabs.console.app;

import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.stage.Stage;
import net.pesulabs.console.fx.JavaFxThread;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.page.gpu.GpuView;
import net.pesulabs.console.page.pods.PodsView;
import net.pesulabs.console.page.topology.TopologyView;

/**
 * The console's window as people have it, not connected yet. Without a display its frames are laid
 * out and drawn in memory.
 */
final class BenchWindow implements AutoCloseable {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final JavaFxThread fx = new JavaFxThread();
  private final Frame frame;
  private final Stage stage;
  private final Subscription ticking;
  private final long shown;

  private BenchWindow(Session session, PageId page) {
    frame = new Frame(session, fx);
    var scene = new Scene(frame.shell().root(), WIDTH, HEIGHT);
    Look.dress(scene);
    stage = new Stage();
    stage.setScene(scene);
    frame.shell().show(page);
    ticking = frame.context().now().start(fx);
    stage.show();
    shown = System.nanoTime();
  }

  /** On the page of pods. */
  static BenchWindow open(Session session) throws InterruptedException {
    return open(session, PageId.PODS);
  }

  static BenchWindow open(Session session, PageId page) throws InterruptedException {
    Display.startForBench();
    return FxWork.call(new JavaFxThread(), () -> new BenchWindow(session, page));
  }

  /** FX thread only. */
  PodsView pods() {
    return (PodsView) frame.pages().get(PageId.PODS);
  }

  /** FX thread only. */
  TopologyView topology() {
    return (TopologyView) frame.pages().get(PageId.TOPOLOGY);
  }

  /** FX thread only. */
  GpuView gpu() {
    return (GpuView) frame.pages().get(PageId.GPU);
  }

  /** FX thread only. */
  boolean show(PageId page) {
    frame.shell().show(page);
    return true;
  }

  /** From when the window was shown to a time of {@link System#nanoTime}. */
  double millisSinceShown(long then) {
    return (then - shown) / 1e6;
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
