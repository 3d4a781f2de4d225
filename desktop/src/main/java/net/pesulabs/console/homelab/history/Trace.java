package net.pesulabs.console.homelab.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of a series that goes on: what was asked of the past, and what is measured since. All
 * but its last few buckets are settled; {@link #version()} tells when those have changed. The lists
 * it gives are looks at it, good until the next change. For one thread.
 */
public final class Trace {

  /** So many settle at once: who draws them need not do so with each new one. */
  private static final int TOGETHER = 8;

  private final Duration width;
  private final List<Bucket> buckets;
  private int settled;
  private long version;

  public Trace(Buckets start) {
    width = start.width();
    buckets = new ArrayList<>(start.buckets());
    settled = countSettled();
  }

  public Duration width() {
    return width;
  }

  /** A measurement; usually a newer one, but clocks are set back too. */
  public void add(Instant at, double value) {
    Instant start = Buckets.start(at, width);
    var bucket = Bucket.of(start, value);
    int place = Collections.binarySearch(buckets, bucket, Comparator.comparing(Bucket::at));
    if (place >= 0) {
      buckets.set(place, buckets.get(place).and(value));
    } else {
      place = -place - 1;
      buckets.add(place, bucket);
    }
    int before = settled;
    settled = countSettled();
    if (place < before || settled != before) {
      version++;
    }
  }

  private int countSettled() {
    if (buckets.isEmpty()) {
      return 0;
    }
    Instant start = Buckets.start(buckets.getLast().at(), width.multipliedBy(TOGETHER));
    int count = buckets.size() - 1;
    while (count > 0 && !buckets.get(count - 1).at().isBefore(start)) {
      count--;
    }
    return count;
  }

  /** The source fell silent. */
  public void end() {
    if (!buckets.isEmpty() && !buckets.getLast().ended()) {
      buckets.set(buckets.size() - 1, buckets.getLast().end());
    }
  }

  /** Lets go of the buckets that end before a moment. */
  public void forget(Instant before) {
    int gone = 0;
    while (gone < buckets.size() && !buckets.get(gone).at().plus(width).isAfter(before)) {
      gone++;
    }
    if (gone > 0) {
      buckets.subList(0, gone).clear();
      settled = countSettled();
      version++;
    }
  }

  /** Those that stay as they are, oldest first. */
  public List<Bucket> settled() {
    return Collections.unmodifiableList(buckets.subList(0, settled));
  }

  /** Those that are not settled, oldest first, after the last that is. */
  public List<Bucket> tail() {
    return Collections.unmodifiableList(buckets.subList(Math.max(0, settled - 1), buckets.size()));
  }

  /** All, oldest first. */
  public List<Bucket> buckets() {
    return Collections.unmodifiableList(buckets);
  }

  /** The one that still grows. */
  public Optional<Bucket> newest() {
    return buckets.isEmpty() ? Optional.empty() : Optional.of(buckets.getLast());
  }

  /** Another number each time {@link #settled()} is another. */
  public long version() {
    return version;
  }
}
