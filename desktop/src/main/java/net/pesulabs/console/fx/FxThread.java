package net.pesulabs.console.fx;

/** The way onto the FX thread. Tests without a toolkit give one that runs at once. */
@FunctionalInterface
public interface FxThread {

  void later(Runnable task);
}
