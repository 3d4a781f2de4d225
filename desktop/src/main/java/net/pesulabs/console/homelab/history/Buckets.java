package net.pesulabs.console.homelab.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.pesulabs.console.homelab.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a series. Where nothing was measured there is no bucket.
 *
 * @param width how long each bucket is; whole seconds, and each begins at a multiple of it since
 *     the epoch
 * @param buckets oldest first
 * @param origin who kept it; null where this computer did
 */
public record Buckets(Duration width, List<Bucket> buckets, @Nullable Origin origin) {

  public Buckets {
    buckets = List.copyOf(buckets);
  }

  /** What this computer kept. */
  public Buckets(Duration width, List<Bucket> buckets) {
    this(width, buckets, null);
  }

  /** Nothing was measured. */
  public static Buckets none(Instant from, Instant to, int most) {
    return new Buckets(width(from, to, most, Duration.ofSeconds(1)), List.of());
  }

  /**
   * The least width, a multiple of another, with which at most so many buckets cover a stretch.
   *
   * @param most at least 1
   */
  public static Duration width(Instant from, Instant to, int most, Duration multipleOf) {
    long unit = multipleOf.toSeconds();
    long seconds = Math.max(1, Math.ceilDiv(Duration.between(from, to).toMillis(), 1000L));
    return Duration.ofSeconds(Math.ceilDiv(Math.ceilDiv(seconds, most), unit) * unit);
  }

  /** When the bucket begins that holds a moment. */
  public static Instant start(Instant moment, Duration width) {
    long millis = width.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(moment.toEpochMilli(), millis) * millis);
  }
}
