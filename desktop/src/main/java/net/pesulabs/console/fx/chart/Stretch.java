package net.pesulabs.console.fx.chart;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param to after {@code from}
 */
public record Stretch(Instant from, Instant to) {

  /** Between two moments in either order; no shorter than a millisecond. */
  static Stretch between(Instant one, Instant other) {
    return one.isBefore(other)
        ? new Stretch(one, other)
        : new Stretch(other, one.equals(other) ? one.plusMillis(1) : one);
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  boolean contains(Instant moment) {
    return !moment.isBefore(from) && !moment.isAfter(to);
  }

  boolean contains(Stretch other) {
    return contains(other.from) && contains(other.to);
  }

  Instant middle() {
    return from.plus(length().dividedBy(2));
  }

  /**
   * As long as {@code factor} times this, with a moment of it where it was.
   *
   * @param least no shorter than this
   */
  Stretch scaled(double factor, Instant around, Duration least) {
    double part = (double) Duration.between(from, around).toMillis() / length().toMillis();
    long millis = Math.max(least.toMillis(), Math.round(length().toMillis() * factor));
    Instant begin = around.minusMillis(Math.round(millis * Math.clamp(part, 0, 1)));
    return new Stretch(begin, begin.plusMillis(millis));
  }

  Stretch moved(Duration by) {
    return new Stretch(from.plus(by), to.plus(by));
  }

  /** A little longer at both ends, so that lines go on to the edges of a chart. */
  Stretch padded() {
    Duration more = length().dividedBy(50);
    return new Stretch(from.minus(more), to.plus(more));
  }

  /** This, moved and if need be cut so that it lies in another. */
  Stretch within(Stretch whole) {
    if (length().compareTo(whole.length()) >= 0) {
      return whole;
    }
    if (from.isBefore(whole.from)) {
      return moved(Duration.between(from, whole.from));
    }
    return to.isAfter(whole.to) ? moved(Duration.between(to, whole.to)) : this;
  }
}
