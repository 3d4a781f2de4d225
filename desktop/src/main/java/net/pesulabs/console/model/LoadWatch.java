package net.pesulabs.console.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees from outside that a model was loaded: the server had none ready, then it has, and the card's
 * used memory grew in between. One thread only.
 */
public final class LoadWatch {

  /** Longer than the slowest disk takes to give a model that fits. */
  private static final Duration LONGEST_LOAD = Duration.ofMinutes(10);

  /** After it the first answer's buffers are there too, and the exporter has told of them. */
  private static final Duration SETTLED = Duration.ofSeconds(3);

  /**
   * A load that was seen.
   *
   * @param before bytes used by others
   * @param after bytes used by all
   * @param at when it was ready
   */
  public record Load(String model, long before, long after, Instant at) {
    public long grown() {
      return after - before;
    }
  }

  private record Used(long bytes, Instant at) {}

  private @Nullable Used before;
  private @Nullable Instant readySince;
  private @Nullable String readyName;
  private @Nullable Load last;

  /**
   * Takes the newest picture.
   *
   * @param ready the name of the model that is ready; null where none is
   * @param known whether the server could be asked at all: while it cannot, nothing is concluded
   * @param usedBytes of the card; null where it is not known now
   */
  public void see(@Nullable String ready, boolean known, @Nullable Long usedBytes, Instant now) {
    if (!known || usedBytes == null) {
      return;
    }
    if (ready == null) {
      // The least since then: a model that is being loaded grows from here on.
      if (before == null || readySince != null || usedBytes < before.bytes()) {
        before = new Used(usedBytes, now);
      }
      readySince = null;
      return;
    }
    if (readySince == null || !ready.equals(readyName)) {
      if (readySince != null) {
        before = null; // another model took the place of one: what was before is not known
      }
      readySince = now;
      readyName = ready;
    }
    settle(ready, usedBytes, now);
  }

  private void settle(String ready, long usedBytes, Instant now) {
    Used empty = before;
    Instant since = readySince;
    if (empty == null || since == null || now.isBefore(since.plus(SETTLED))) {
      return;
    }
    if (since.isBefore(empty.at().plus(LONGEST_LOAD)) && usedBytes > empty.bytes()) {
      last = new Load(ready, empty.bytes(), usedBytes, since);
    }
    before = null;
  }

  /** The newest load seen. */
  public Optional<Load> last() {
    return Optional.ofNullable(last);
  }
}
