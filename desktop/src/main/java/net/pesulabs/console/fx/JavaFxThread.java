package net.pesulabs.console.fx;

import javafx.application.Platform;

/** The real FX thread. No other class calls {@link Platform#runLater}; ArchUnit keeps it so. */
public final class JavaFxThread implements FxThread {

  @Override
  public void later(Runnable task) {
    Platform.runLater(task);
  }
}
