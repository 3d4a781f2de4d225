package net.pesulabs.console.homelab.history;

import java.time.Instant;

/**
 * What was measured in a short stretch of time, whose length {@link Buckets} tells.
 *
 * @param at when it begins
 * @param count of how many measurements; never zero
 * @param ended whether the source fell silent in it, and said no more before its end
 */
public record Bucket(Instant at, double min, double mean, double max, long count, boolean ended) {

  /** A bucket of a single measurement. */
  static Bucket of(Instant at, double value) {
    return new Bucket(at, value, value, value, 1, false);
  }

  /** This with one more measurement. */
  Bucket and(double value) {
    return new Bucket(
        at,
        Math.min(min, value),
        mean + (value - mean) / (count + 1),
        Math.max(max, value),
        count + 1,
        false);
  }

  Bucket end() {
    return new Bucket(at, min, mean, max, count, true);
  }
}
