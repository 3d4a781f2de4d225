package net.pesulabs.console.source.gpu;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long to leave somebody alone who did not answer: longer each time. For one thread. */
final class Pauses {

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5));

  private Instant until = Instant.MIN;
  private int failures;

  boolean isOver(Instant now) {
    return !now.isBefore(until);
  }

  void failed(Instant now) {
    until = now.plus(STEPS.get(Math.min(failures++, STEPS.size() - 1)));
  }

  void answered() {
    failures = 0;
    until = Instant.MIN;
  }
}
