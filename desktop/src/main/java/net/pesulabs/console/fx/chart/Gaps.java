package net.pesulabs.console.fx.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.homelab.history.Bucket;

/** Where nothing was measured, so that no line is drawn across it. */
final class Gaps {

  /**
   * Longer without a word is a silence: while nobody looks, a source is asked each 5 s, and three
   * answers may be late.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Gaps() {}

  /** Whether nothing was measured for too long between two buckets that follow one another. */
  static boolean between(Bucket before, Bucket after, Duration width) {
    return before.ended() || isLong(before.at().plus(width), after.at());
  }

  private static boolean isLong(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(PATIENCE) > 0;
  }

  /**
   * The silences on a chart.
   *
   * @param now up to when one may have been measured
   */
  static List<Stretch> in(Stretch shown, List<Bucket> buckets, Duration width, Instant now) {
    var gaps = new ArrayList<Stretch>();
    Instant end = now.isBefore(shown.to()) ? now : shown.to();
    Instant heard = shown.from();
    Bucket before = null;
    for (Bucket bucket : buckets) {
      if (before == null ? isLong(heard, bucket.at()) : between(before, bucket, width)) {
        add(gaps, shown, heard, bucket.at());
      }
      heard = bucket.at().plus(width);
      before = bucket;
    }
    if (before == null || before.ended() || isLong(heard, end)) {
      add(gaps, shown, heard, end);
    }
    return gaps;
  }

  private static void add(List<Stretch> gaps, Stretch shown, Instant from, Instant to) {
    Instant first = from.isBefore(shown.from()) ? shown.from() : from;
    Instant last = to.isAfter(shown.to()) ? shown.to() : to;
    if (first.isBefore(last)) {
      gaps.add(new Stretch(first, last));
    }
  }
}
