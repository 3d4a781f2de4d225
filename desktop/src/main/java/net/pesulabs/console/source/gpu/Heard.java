package net.pesulabs.console.source.gpu;

import java.time.Duration;
import java.time.Instant;
import net.pesulabs.console.homelab.GpuNode;
import org.jspecify.annotations.Nullable;

/**
 * What somebody told of the cards.
 *
 * @param scrape null where it was told just now
 */
record Heard(GpuNode node, Program by, @Nullable Scrape scrape) {

  /** Told by one who had it from another: when that was, and how often it asks. */
  record Scrape(Instant at, Duration interval) {

    private static final Duration LEAST_SLACK = Duration.ofSeconds(5);

    /** Whether the next scrape should long be there; one takes its time, so half as long again. */
    boolean isStale(Instant now) {
      Duration half = interval.dividedBy(2);
      Duration slack = half.compareTo(LEAST_SLACK) < 0 ? LEAST_SLACK : half;
      return at.plus(interval).plus(slack).isBefore(now);
    }
  }

  Heard with(GpuNode other) {
    return new Heard(other, by, scrape);
  }

  /** Whether it is what was scraped at a moment. */
  boolean isOf(Instant moment) {
    return scrape != null && scrape.at.equals(moment);
  }

  boolean isStale(Instant now) {
    return scrape != null && scrape.isStale(now);
  }
}
