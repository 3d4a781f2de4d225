package net.pesulabs.console.source.llamacpp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import net.pesulabs.console.source.Samples;
import org.jspecify.annotations.Nullable;

/**
 * How fast prompts are read, and how much of them need not be, from the counters of the last
 * minute. llama-server counts a prompt once it is read, so a shorter span would show nothing as a
 * rule. For one thread.
 */
final class PromptSpeed {

  private static final Duration WINDOW = Duration.ofSeconds(60);

  /**
   * What the last minute's prompts show; null where there were none, or it cannot be told.
   *
   * @param cachedPercent of their tokens, those that were still known from before
   */
  record Told(@Nullable Double perSecond, @Nullable Double cachedPercent) {
    static final Told NOTHING = new Told(null, null);
  }

  /**
   * One look at the counters.
   *
   * @param cached null on servers that do not count them
   */
  private record Scrape(long nanos, double read, double seconds, @Nullable Double cached) {

    boolean isBefore(Scrape later) {
      return read <= later.read
          && seconds <= later.seconds
          && (cached == null || later.cached == null || cached <= later.cached);
    }
  }

  private final Deque<Scrape> scrapes = new ArrayDeque<>(); // the oldest first

  /**
   * Takes a scrape.
   *
   * @param nanos {@link System#nanoTime} of it
   */
  Told next(Samples samples, long nanos) {
    Double read = samples.value("llamacpp:prompt_tokens_total");
    Double seconds = samples.value("llamacpp:prompt_seconds_total");
    if (read == null || seconds == null) {
      return Told.NOTHING;
    }
    var now =
        new Scrape(nanos, read, seconds, samples.value("llamacpp:prompt_tokens_cached_total"));
    if (!scrapes.isEmpty() && !scrapes.getLast().isBefore(now)) {
      reset(); // the server was started again
    }
    scrapes.removeIf(old -> nanos - old.nanos > WINDOW.toNanos());
    scrapes.addLast(now);
    return between(scrapes.getFirst(), now);
  }

  /** Begins again, as after a pause or another server. */
  void reset() {
    scrapes.clear();
  }

  private static Told between(Scrape old, Scrape now) {
    double tokens = now.read - old.read;
    double seconds = now.seconds - old.seconds;
    boolean exact =
        tokens > 0
            && seconds > 0
            && Digits.isExact(tokens, now.read)
            && Digits.isExact(seconds, now.seconds);
    return new Told(exact ? (Double) (tokens / seconds) : null, cached(old, now, tokens));
  }

  private static @Nullable Double cached(Scrape old, Scrape now, double tokens) {
    if (old.cached == null || now.cached == null) {
      return null;
    }
    double known = now.cached - old.cached;
    double all = known + tokens;
    boolean exact = all > 0 && Digits.isExact(all, Math.max(now.read, now.cached));
    return exact ? (Double) (100 * known / all) : null;
  }
}
