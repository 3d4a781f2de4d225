package net.pesulabs.console.source.llamacpp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import net.pesulabs.console.source.Samples;
import org.jspecify.annotations.Nullable;

/**
 * Tokens a second, from the counters of successive scrapes. llama-server counts the tokens of an
 * answer only when it ends, so while one is being written its decode steps are counted instead: one
 * step gives one token to each answer. For one thread.
 *
 * <p>The server writes six digits of each counter, so after a million tokens a scrape is good to
 * ten. A difference is used only where it is much larger than that; otherwise an older scrape, of
 * the last seconds, is compared with. That also keeps the reading of a prompt, which takes few and
 * large steps, from looking like slow writing.
 */
final class Speed {

  private static final Duration WINDOW = Duration.ofSeconds(12);
  private static final double ENOUGH_STEPS = 20;

  private record Scrape(
      long nanos,
      double tokens,
      double seconds,
      @Nullable Double steps,
      @Nullable Double running,
      boolean speculates) {}

  private final Deque<Scrape> scrapes = new ArrayDeque<>();

  /**
   * The speed up to this scrape; null where nothing was generated, or it cannot be told.
   *
   * @param nanos {@link System#nanoTime} of the scrape
   */
  @Nullable Double next(Samples samples, long nanos) {
    Double tokens = samples.value("llamacpp:tokens_predicted_total");
    Double seconds = samples.value("llamacpp:tokens_predicted_seconds_total");
    if (tokens == null || seconds == null) {
      return null;
    }
    Double drafts = samples.value("llamacpp:spec_decode_num_drafts_total");
    var now =
        new Scrape(
            nanos,
            tokens,
            seconds,
            samples.value("llamacpp:n_decode_total"),
            samples.value("llamacpp:requests_processing"),
            drafts != null && drafts > 0);
    Double speed = speed(now);
    scrapes.addFirst(now);
    scrapes.removeIf(old -> nanos - old.nanos > WINDOW.toNanos());
    return speed;
  }

  /** Begins again, as after a pause or another server. */
  void reset() {
    scrapes.clear();
  }

  private @Nullable Double speed(Scrape now) {
    Scrape last = scrapes.peekFirst();
    if (last == null) {
      return null;
    }
    if (now.tokens < last.tokens || now.seconds < last.seconds) {
      reset(); // the server was started again
      return null;
    }
    if (now.tokens > last.tokens) {
      return ofEndedAnswers(now, last);
    }
    for (Scrape old : scrapes) {
      if (!sameWork(now, old)) {
        return null;
      }
      Double speed = ofRunningAnswers(now, old);
      if (speed != null) {
        return speed;
      }
    }
    return null;
  }

  private static @Nullable Double ofEndedAnswers(Scrape now, Scrape last) {
    double tokens = now.tokens - last.tokens;
    double seconds = now.seconds - last.seconds;
    boolean exact = Digits.isExact(tokens, now.tokens) && Digits.isExact(seconds, now.seconds);
    return exact ? (Double) (tokens / seconds) : null;
  }

  private static @Nullable Double ofRunningAnswers(Scrape now, Scrape old) {
    if (now.steps == null || old.steps == null || now.running == null || now.speculates) {
      return null;
    }
    double steps = now.steps - old.steps;
    double seconds = (now.nanos - old.nanos) / 1e9;
    if (steps < ENOUGH_STEPS * Math.max(1, Digits.worth(now.steps)) || seconds <= 0) {
      return null;
    }
    return steps / seconds * now.running;
  }

  /** Whether the same number of answers was being written at both times. */
  private static boolean sameWork(Scrape now, Scrape old) {
    return now.running != null
        && now.running > 0
        && now.running.equals(old.running)
        && now.tokens == old.tokens;
  }
}
