package net.pesulabs.console.demo;

import java.time.Instant;

/** Figures that wander smoothly and without end; the same at the same moment. */
final class Wander {

  // Periods in seconds that share no multiple within a day.
  private static final double[] PERIODS = {37, 101, 317};

  private Wander() {}

  /** A value between two bounds; each seed has its own way. */
  static double between(double low, double high, int seed, Instant at) {
    double seconds = at.toEpochMilli() % 864_000_000L / 1000.0; // ten days, for exact sines
    double sum = 0;
    for (double period : PERIODS) {
      sum += Math.sin(2 * Math.PI * seconds / period + seed * 1.7);
    }
    return low + (high - low) * (0.5 + sum / (2.0 * PERIODS.length));
  }
}
