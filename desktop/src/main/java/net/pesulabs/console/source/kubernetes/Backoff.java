package net.pesulabs.console.source.kubernetes;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures in a row: exponential with full jitter, so that clients cut off
 * together do not come back together (<a
 * href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">why</a>).
 */
final class Backoff {

  private static final long FIRST_MILLIS = 500;
  private static final long LONGEST_MILLIS = 30_000;

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * A pause up to 0.5 s after the first failure, and up to 30 s after many.
   *
   * @param failures how many in a row, from 1
   */
  Duration after(int failures) {
    long ceiling = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures - 1, 10));
    return Duration.ofMillis(random.nextLong(ceiling + 1));
  }
}
