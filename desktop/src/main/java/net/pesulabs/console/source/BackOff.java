package net.pesulabs.console.source;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;

/** How long to wait after a failure: longer each time, and never two programs in step. */
final class BackOff {

  private final List<Duration> steps;
  private final DoubleSupplier random;
  private int failures;

  /**
   * @param random gives 0 to 1
   */
  BackOff(List<Duration> steps, DoubleSupplier random) {
    this.steps = steps;
    this.random = random;
  }

  /** The wait after one more failure: its step, give or take a fifth. */
  Duration next() {
    Duration step = steps.get(Math.min(failures++, steps.size() - 1));
    return Duration.ofNanos((long) (step.toNanos() * (0.8 + 0.4 * random.getAsDouble())));
  }

  void reset() {
    failures = 0;
  }
}
