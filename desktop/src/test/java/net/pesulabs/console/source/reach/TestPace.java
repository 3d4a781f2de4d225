package net.pesulabs.console.source.reach;

import java.time.Duration;

/** A pace for tests with real sockets: about ten times as quick, but for what only ever waits. */
public final class TestPace {

  public static final Pace QUICK =
      new Pace(
          Duration.ofSeconds(3),
          Duration.ofMillis(100),
          Duration.ofSeconds(3),
          Duration.ofMillis(300),
          Duration.ofMillis(300),
          Duration.ofMillis(250),
          Pace.USUAL.verdict(),
          Duration.ofMillis(25),
          Duration.ofMillis(500),
          Duration.ofMillis(200));

  private TestPace() {}
}
