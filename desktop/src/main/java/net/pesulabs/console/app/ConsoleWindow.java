package net.pesulabs.console.app;

import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import net.pesulabs.console.demo.Fault;
import net.pesulabs.console.fx.JavaFxThread;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Msg;

/** The window. FX thread only, but for {@link #runUntilClosed}. */
final class ConsoleWindow {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double MIN_WIDTH = 900;
  private static final double MIN_HEIGHT = 600;

  private final Session session;
  private final Frame frame;
  private final Stage stage = new Stage();
  private final Subscription ticking;

  private ConsoleWindow(Session session) {
    this.session = session;
    var fx = new JavaFxThread();
    frame = new Frame(session, fx);
    var scene = new Scene(frame.shell().root(), WIDTH, HEIGHT);
    Look.dress(scene);
    addShortcuts(scene);
    stage.setScene(scene);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.titleProperty().bind(frame.context().texts().of(Msg.appName()));
    ticking = frame.context().now().start(fx);
  }

  /** Shows the window and returns when it is closed. Not on the FX thread. */
  static int runUntilClosed(Session session) throws InterruptedException {
    session.keepChanges();
    var closed = new CountDownLatch(1);
    Platform.startup(() -> new ConsoleWindow(session).show(closed));
    closed.await();
    session.close();
    return ExitCode.HEALTHY;
  }

  private void show(CountDownLatch closed) {
    stage.setOnHidden(event -> {
      ticking.close();
      frame.close();
      closed.countDown();
    });
    if (session.isFirstStart()) {
      frame
          .shell()
          .welcome(new Welcome(frame.context().texts(), this::startDemo, this::startOwn).root());
    } else {
      frame.shell().show(PageId.HOME);
      connect();
    }
    stage.show();
  }

  private void startDemo() {
    frame.shell().show(PageId.HOME);
    Thread.ofVirtual()
        .name("demo-start")
        .start(() -> {
          session.pretend(EnumSet.noneOf(Fault.class));
          session.wiring().connect();
        });
  }

  private void startOwn() {
    frame.shell().show(PageId.SETTINGS);
    connect();
  }

  /** After the first frame: loading the clients' classes is most of what starting costs. */
  private void connect() {
    Thread.ofVirtual().name("connect").start(session.wiring()::connect);
  }

  private void addShortcuts(Scene scene) {
    int number = 0;
    for (PageId page : PageId.values()) {
      KeyCode digit = KeyCode.valueOf("DIGIT" + ++number);
      scene
          .getAccelerators()
          .put(
              new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN),
              () -> frame.shell().show(page));
    }
  }
}
