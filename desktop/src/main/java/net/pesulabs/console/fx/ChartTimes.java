package net.pesulabs.console.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The time axis of a chart: round local times.
 *
 * @param ticks the times written under it
 * @param step seconds between two of them
 */
record ChartTimes(List<Instant> ticks, long step) {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

  private static final long[] STEPS = {
    10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400
  };

  /**
   * The times to write between two.
   *
   * @param room for how many there is room
   */
  static ChartTimes between(Instant from, Instant to, double room, ZoneId zone) {
    double least = Duration.between(from, to).toMillis() / 1000.0 / Math.max(1, room);
    long step =
        LongStream.of(STEPS).filter(s -> s >= least).findFirst().orElse(STEPS[STEPS.length - 1]);
    // Round in local time: not every zone is whole hours from UTC.
    long offset = zone.getRules().getOffset(from).getTotalSeconds();
    long first = Math.ceilDiv(from.getEpochSecond() + offset, step) * step - offset;
    var ticks = new ArrayList<Instant>();
    for (long at = first; at <= to.getEpochSecond(); at += step) {
      if (at * 1000 >= from.toEpochMilli()) {
        ticks.add(Instant.ofEpochSecond(at));
      }
    }
    return new ChartTimes(List.copyOf(ticks), step);
  }

  String text(Instant tick, ZoneId zone) {
    return (step < 60 ? SECONDS : MINUTES).format(tick.atZone(zone));
  }

  /** A moment to the second, as it is told of a single point. */
  static String exact(Instant at, ZoneId zone) {
    return SECONDS.format(at.atZone(zone));
  }
}
