package net.pesulabs.console.app;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.slf4j.LoggerFactory;

/** Whether a window can be shown, and what JavaFX is told where none can. */
final class Display {

  private Display() {}

  /** JavaFX on Linux speaks X11, also under Wayland (through XWayland). */
  static boolean isThere() {
    String display = System.getenv("DISPLAY");
    return !System.getProperty("os.name").equals("Linux")
        || (display != null && !display.isBlank());
  }

  /** Starts the toolkit for windows that come and go: real ones, or else drawn in memory. */
  static void startForBench() throws InterruptedException {
    if (isThere()) {
      start();
    } else {
      startHeadless();
    }
    Platform.setImplicitExit(false);
  }

  /** Starts the toolkit, drawing in memory, unless one runs already. Not on the FX thread. */
  static void startHeadless() throws InterruptedException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    start();
  }

  private static void start() throws InterruptedException {
    var started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
      started.await();
    } catch (IllegalStateException alreadyRunning) {
      // The tests' own toolkit, which draws in memory too.
      LoggerFactory.getLogger(Display.class).debug("toolkit already running", alreadyRunning);
    }
  }
}
