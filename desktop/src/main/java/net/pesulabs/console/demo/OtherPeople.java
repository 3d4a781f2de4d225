package net.pesulabs.console.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody of the family who talks with the model all the time, on another device. It is counted
 * when somebody looks, by the time since the last look. Safe for any thread.
 */
final class OtherPeople {

  private final Faults faults;
  private final LlamaCounters counters;
  private final Clock clock;
  private Instant looked;
  private double owed;

  OtherPeople(Faults faults, LlamaCounters counters, Clock clock) {
    this.faults = faults;
    this.counters = counters;
    this.clock = clock;
    this.looked = clock.instant();
  }

  boolean areTalking() {
    return faults.has(Fault.LLM_BUSY);
  }

  /** Counts what they were told since the last time; how many slots they take. */
  synchronized int look(double tokensPerSecond) {
    Instant now = clock.instant();
    double seconds = Duration.between(looked, now).toMillis() / 1000.0;
    looked = now;
    if (!areTalking()) {
      return 0;
    }
    owed += Math.min(60, Math.max(0, seconds)) * tokensPerSecond;
    for (; owed >= 1; owed--) {
      counters.token(1 / tokensPerSecond, 2_300, 1);
    }
    return 1;
  }
}
