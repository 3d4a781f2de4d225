package net.pesulabs.console.app.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, which can be made to leap as after a sleep. Safe for any thread. */
public final class JumpingClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  public synchronized void jump(Duration by) {
    ahead = ahead.plus(by);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("this clock tells instants only");
  }
}
