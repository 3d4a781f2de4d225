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
 * but its last bucket is settled; {@link #version()} tells when that has changed. For one thread.
 */
public final class Trace {

  private final Duration width;
  private final List<Bucket> buckets;
  private long version;

  public Trace(Buckets start) {
    width = start.width();
    buckets = new ArrayList<>(start.buckets());
  }

  public Duration width() {
    return width;
  }

  /** A measurement; usually a newer one, but clocks are set back too. */
  public void add(Instant at, double value) {
    Instant start = Buckets.start(at, width);
    if (buckets.isEmpty() || start.isAfter(buckets.getLast().at())) {
      buckets.add(Bucket.of(start, value));
      version++;
      return;
    }
    int place =
        Collections.binarySearch(
            buckets, Bucket.of(start, value), Comparator.comparing(Bucket::at));
    if (place >= 0) {
      buckets.set(place, buckets.get(place).and(value));
    } else {
      buckets.add(-place - 1, Bucket.of(start, value));
    }
    if (place != buckets.size() - 1) {
      version++;
    }
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
      version++;
    }
  }

  /** All but the last. */
  public List<Bucket> settled() {
    return buckets.isEmpty() ? List.of() : List.copyOf(buckets.subList(0, buckets.size() - 1));
  }

  /** All, oldest first. */
  public List<Bucket> buckets() {
    return List.copyOf(buckets);
  }

  /** The last few, oldest first. */
  public List<Bucket> last(int count) {
    return List.copyOf(buckets.subList(Math.max(0, buckets.size() - count), buckets.size()));
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
