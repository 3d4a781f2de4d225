package net.pesulabs.console.source.kubernetes;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A wait that others can end early. */
interface Pause {

  void await(Duration duration);

  /** Ends the present wait; without one, the next ends at once. */
  void end();

  /** Waits in real time. An interrupt ends the wait too, and stays set. */
  static Pause real() {
    return new Pause() {
      private final Semaphore ended = new Semaphore(0);

      @Override
      public void await(Duration duration) {
        try {
          if (ended.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
            ended.drainPermits();
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }

      @Override
      public void end() {
        ended.release();
      }
    };
  }
}
