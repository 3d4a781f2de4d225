package net.pesulabs.console.doctor;

import java.util.function.Consumer;

/** Examines the house; what the page and the command ask. */
@FunctionalInterface
public interface Examiner {

  /**
   * Walks all paths, which takes up to ten seconds. Not on the FX thread.
   *
   * @param progress told each step, one after the other, on any thread
   * @return the last of what progress was told
   * @throws InterruptedException where the thread was interrupted; nothing goes on behind it
   */
  Examination examine(Consumer<Examination> progress) throws InterruptedException;
}
