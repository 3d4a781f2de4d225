package net.pesulabs.console.fx.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.pesulabs.console.homelab.history.Bucket;

/** Finds buckets by time, among those of one series in order. */
final class Seek {

  private static final long FAR = Long.MAX_VALUE;

  private Seek() {}

  /** How many begin before a moment. */
  private static int countBefore(List<Bucket> buckets, Instant moment) {
    int low = 0;
    int high = buckets.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (buckets.get(middle).at().isBefore(moment)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The last that begins before a moment. */
  static Optional<Bucket> before(List<Bucket> buckets, Instant moment) {
    int count = countBefore(buckets, moment);
    return count == 0 ? Optional.empty() : Optional.of(buckets.get(count - 1));
  }

  /** The first that begins after a moment. */
  static Optional<Bucket> after(List<Bucket> buckets, Instant moment) {
    int count = countBefore(buckets, moment.plusNanos(1));
    return count == buckets.size() ? Optional.empty() : Optional.of(buckets.get(count));
  }

  /** Those that begin or end in a stretch, and one more at each end, where lines go on to. */
  static List<Bucket> around(List<Bucket> buckets, Stretch shown) {
    int first = Math.max(0, countBefore(buckets, shown.from()) - 1);
    int last = Math.min(buckets.size(), countBefore(buckets, shown.to()) + 1);
    return first >= last ? List.of() : buckets.subList(first, last);
  }

  /**
   * The one that holds a moment; between two that belong together, as where a source is asked less
   * often, the nearer; empty in a silence.
   *
   * @param aim how far beside one may point
   */
  static Optional<Bucket> at(List<Bucket> buckets, Duration width, Instant moment, Duration aim) {
    Optional<Bucket> before = before(buckets, moment.plusNanos(1));
    Optional<Bucket> after = after(buckets, moment);
    if (before.isPresent() && moment.isBefore(before.get().at().plus(width))) {
      return before;
    }
    boolean joined =
        before.isPresent() && after.isPresent() && !Gaps.between(before.get(), after.get(), width);
    long past =
        before.map(b -> Duration.between(b.at().plus(width), moment).toMillis()).orElse(FAR);
    long ahead = after.map(a -> Duration.between(moment, a.at()).toMillis()).orElse(FAR);
    if (!joined && Math.min(past, ahead) > aim.toMillis()) {
      return Optional.empty();
    }
    return past <= ahead ? before : after;
  }
}
