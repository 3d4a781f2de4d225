package net.pesulabs.console.app;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/** Does something in each frame and notes how far frames are apart. FX thread only. */
final class FrameTimes {

  private final List<Double> millis = new ArrayList<>();
  private final AnimationTimer timer;

  /**
   * Starts at once.
   *
   * @param step hears the number of the frame, from 0
   */
  FrameTimes(java.util.function.IntConsumer step) {
    timer =
        new AnimationTimer() {
          private long last;
          private int frame;

          @Override
          public void handle(long now) {
            long real = System.nanoTime();
            if (last != 0) {
              millis.add((real - last) / 1e6);
            }
            last = real;
            step.accept(frame++);
          }
        };
    timer.start();
  }

  /** From the start of each frame to the start of the next, in milliseconds. */
  List<Double> stop() {
    timer.stop();
    return List.copyOf(millis);
  }
}
