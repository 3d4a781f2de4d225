package net.pesulabs.console.source.gpu;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands at the moment of a scrape, for those who read what was told then. For one thread. */
final class ScrapeClock extends Clock {

  private Instant moment = Instant.EPOCH;

  void is(Instant scraped) {
    moment = scraped;
  }

  @Override
  public Instant instant() {
    return moment;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this; // nobody asks it for a day
  }
}
