package net.pesulabs.console.fx.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.pesulabs.console.i18n.Language;

/**
 * The time axis of a chart: round local times, and days where it is long.
 *
 * @param ticks the times written under it
 * @param step seconds between two of them; where a clock is changed, not quite
 */
record ChartTimes(List<Instant> ticks, long step) {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

  /** In each language's own order: Nov 23, 23 nov. */
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedPattern("MMMd");

  private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofLocalizedPattern("MMMEd");

  private static final long DAY_SECONDS = 86400;

  private static final long[] STEPS = {
    1,
    2,
    5,
    10,
    15,
    30,
    60,
    120,
    300,
    600,
    900,
    1800,
    3600,
    7200,
    10800,
    21600,
    43200,
    DAY_SECONDS,
    2 * DAY_SECONDS,
    5 * DAY_SECONDS,
    7 * DAY_SECONDS,
    14 * DAY_SECONDS
  };

  /** From here on a moment is told with its day. */
  private static final Duration LONG = Duration.ofHours(12);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /**
   * The times to write on a stretch.
   *
   * @param room for how many there is room
   */
  static ChartTimes on(Stretch shown, double room, ZoneId zone) {
    double least = shown.length().toMillis() / 1000.0 / Math.max(1, room);
    long step =
        LongStream.of(STEPS).filter(s -> s >= least).findFirst().orElse(STEPS[STEPS.length - 1]);
    // Round in local time: not every zone is whole hours from UTC, and days have 23 or 25 hours.
    LocalDateTime from = shown.from().atZone(zone).toLocalDateTime();
    LocalDateTime tick =
        step > DAY_SECONDS
            ? from.truncatedTo(ChronoUnit.DAYS)
            : from.truncatedTo(ChronoUnit.DAYS)
                .plusSeconds(from.toLocalTime().toSecondOfDay() / step * step);
    var ticks = new ArrayList<Instant>();
    for (Instant at = at(tick, zone); !at.isAfter(shown.to()); at = at(tick, zone)) {
      if (!at.isBefore(shown.from()) && (ticks.isEmpty() || at.isAfter(ticks.getLast()))) {
        ticks.add(at);
      }
      tick = tick.plusSeconds(step);
    }
    return new ChartTimes(List.copyOf(ticks), step);
  }

  private static Instant at(LocalDateTime local, ZoneId zone) {
    return local.atZone(zone).toInstant();
  }

  String text(Instant tick, ZoneId zone, Language language) {
    ZonedDateTime local = tick.atZone(zone);
    if (step >= DAY_SECONDS || step >= 1800 && local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return DAY.withLocale(language.locale()).format(local);
    }
    return (step < 60 ? SECONDS : MINUTES).format(local);
  }

  /**
   * When a bucket was, as exactly as it is known.
   *
   * @param width of the bucket
   * @param shown the stretch on screen; a long one wants the day too
   */
  static String exact(Instant at, Duration width, Stretch shown, ZoneId zone, Language language) {
    ZonedDateTime local = at.atZone(zone);
    String time =
        width.compareTo(MINUTE) < 0
            ? SECONDS.format(local)
            : MINUTES.format(local) + "–" + MINUTES.format(local.plus(width));
    return shown.length().compareTo(LONG) < 0
        ? time
        : WEEKDAY.withLocale(language.locale()).format(local) + ", " + time;
  }

  /** A day and its time, to the minute. */
  static String dayAndTime(Instant at, ZoneId zone, Language language) {
    ZonedDateTime local = at.atZone(zone);
    return DAY.withLocale(language.locale()).format(local) + ", " + MINUTES.format(local);
  }

  /** From when to when a stretch is, with its days where it has several. */
  static String span(Stretch stretch, ZoneId zone, Language language) {
    ZonedDateTime from = stretch.from().atZone(zone);
    ZonedDateTime to = stretch.to().atZone(zone);
    DateTimeFormatter time =
        stretch.length().compareTo(MINUTE.multipliedBy(10)) < 0 ? SECONDS : MINUTES;
    String first = dayOf(from, language) + ", " + time.format(from);
    return from.toLocalDate().equals(to.toLocalDate())
        ? first + " – " + time.format(to)
        : first + " – " + dayOf(to, language) + ", " + time.format(to);
  }

  private static String dayOf(ZonedDateTime local, Language language) {
    return DAY.withLocale(language.locale()).format(local);
  }
}
