package net.pesulabs.console.page.gpu;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import net.pesulabs.console.fx.Runs;
import org.jspecify.annotations.Nullable;

/**
 * When this page was open, which is when the card was asked each second; at other times it is asked
 * less often, and a longer wait between two answers is no silence.
 */
final class WatchedSpans implements Runs.Interval {

  private static final Duration WATCHED = Duration.ofSeconds(1);

  /** The source asks each 5 s while nobody looks; a second for its answer. */
  private static final Duration UNWATCHED = Duration.ofSeconds(6);

  private record Span(Instant from, Instant to) {}

  private final Duration kept;
  private final Deque<Span> spans = new ArrayDeque<>();
  private @Nullable Instant openSince;

  WatchedSpans(Duration kept) {
    this.kept = kept;
  }

  void open(Instant now) {
    openSince = now;
    spans.removeIf(span -> span.to().isBefore(now.minus(kept)));
  }

  void close(Instant now) {
    if (openSince != null) {
      spans.addLast(new Span(openSince, now));
      openSince = null;
    }
  }

  @Override
  public Duration between(Instant from, Instant to) {
    boolean open = openSince != null && !from.isBefore(openSince);
    boolean watched =
        open
            || spans.stream()
                .anyMatch(span -> !from.isBefore(span.from()) && !to.isAfter(span.to()));
    return watched ? WATCHED : UNWATCHED;
  }
}
