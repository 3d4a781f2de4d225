package net.pesulabs.console.homelab.history;

import java.time.Instant;

/** A past that is written on. All of it is safe for any thread. */
public interface History extends Past {

  /** Keeps nothing. */
  History NONE =
      new History() {
        @Override
        public void append(Series series, Instant at, double value) {}

        @Override
        public void silence(Series series, Instant from) {}

        @Override
        public Buckets query(Series series, Instant from, Instant to, int most) {
          return Buckets.none(from, to, most);
        }
      };

  /**
   * Keeps a measurement. Returns at once; what is queried afterwards has it.
   *
   * @param value a number; others are not kept
   */
  void append(Series series, Instant at, double value);

  /** From here on the figure is not known, until the next measurement. Returns at once. */
  void silence(Series series, Instant from);
}
