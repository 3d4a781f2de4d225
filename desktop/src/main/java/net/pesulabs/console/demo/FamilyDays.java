package net.pesulabs.console.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * When a family that is not there used its graphics card: evenings, weekends, and hardly ever at
 * night. The same moment always has the same answer.
 */
final class FamilyDays {

  /** Of these, some have a question to the model. */
  private static final long SLOT = 90;

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final Instant started;
  private final ZoneId zone;
  private final LocalDate today;

  /**
   * The days before a moment.
   *
   * @param started when the pretend house was built: just before, somebody was there
   */
  FamilyDays(Instant started, ZoneId zone) {
    this.started = started;
    this.zone = zone;
    this.today = started.atZone(zone).toLocalDate();
  }

  /** Whether anything was measured: not in a power cut, nor while the console was off. */
  boolean isRecorded(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    long back = ChronoUnit.DAYS.between(local.toLocalDate(), today);
    LocalTime time = local.toLocalTime();
    boolean cut =
        back == 4 && !time.isBefore(LocalTime.of(14, 10)) && time.isBefore(LocalTime.of(16, 25));
    // A weekend away: from a Friday evening to a Sunday, in the second week back.
    LocalDate sunday = today.minusDays(7 + today.getDayOfWeek().getValue() % 7);
    Instant left = sunday.minusDays(2).atTime(19, 30).atZone(zone).toInstant();
    Instant home = sunday.atTime(18, 40).atZone(zone).toInstant();
    return !cut && (at.isBefore(left) || !at.isBefore(home));
  }

  /** Whether the card has switched itself off: on most nights, but never just before the start. */
  boolean isAsleep(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    LocalTime time = local.toLocalTime();
    long day = local.toLocalDate().toEpochDay();
    boolean night =
        !time.isBefore(LocalTime.of(1, (int) (random(day) * 50)))
            && time.isBefore(LocalTime.of(6, 10 + (int) (random(day + 7) * 45)));
    return night
        && random(day + 13) < 0.8
        && Duration.between(at, started).compareTo(Duration.ofHours(2)) > 0;
  }

  /** Whether the card was computing. */
  boolean isWorking(Instant at) {
    if (isAsleep(at)) {
      return false;
    }
    if (isPainting(at)) {
      return true;
    }
    long slot = Math.floorDiv(at.getEpochSecond(), SLOT);
    if (random(slot) >= eagerness(at)) {
      return false;
    }
    long within = Math.floorMod(at.getEpochSecond(), SLOT);
    long begin = (long) (random(slot + 101) * 25);
    return within >= begin && within < begin + 8 + (long) (random(slot + 202) * 50);
  }

  /** Hours of pictures, on some Saturdays: the card is busy throughout. */
  boolean isPainting(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    return local.getDayOfWeek() == DayOfWeek.SATURDAY
        && random(local.toLocalDate().toEpochDay() + 29) < 0.6
        && !local.toLocalTime().isBefore(LocalTime.of(16, 20))
        && local.toLocalTime().isBefore(LocalTime.of(18, 5));
  }

  /** Whether a larger model was loaded that day, from the afternoon on. */
  boolean isLargeModel(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    return random(local.toLocalDate().toEpochDay() + 41) < 0.35
        && local.getHour() >= 17
        && Duration.between(at, started).compareTo(Duration.ofMinutes(90)) > 0;
  }

  /** While copies of everything go to another disk. */
  boolean isBackup(Instant at) {
    LocalTime time = at.atZone(zone).toLocalTime();
    return !time.isBefore(LocalTime.of(3, 30)) && time.isBefore(LocalTime.of(3, 55));
  }

  /** How likely somebody asks something in a slot. */
  private double eagerness(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    double byHour =
        switch (local.getHour()) {
          case 0, 1 -> 0.06;
          case 2, 3, 4, 5, 6 -> 0.01;
          case 7, 8 -> 0.16;
          case 9, 10, 11, 12, 13 -> weekend ? 0.22 : 0.10;
          case 14, 15, 16 -> weekend ? 0.28 : 0.14;
          case 17, 18 -> 0.30;
          case 19, 20, 21, 22 -> 0.46;
          default -> 0.20;
        };
    boolean justNow = Duration.between(at, started).compareTo(Duration.ofHours(2)) <= 0;
    double mood = 0.6 + 0.8 * random(local.toLocalDate().toEpochDay() + 57);
    return justNow ? Math.max(0.30, byHour) : byHour * mood;
  }

  /** From 0 to 1; SplitMix64 of Steele, Lea and Flood. */
  static double random(long seed) {
    long z = seed * MIX + MIX;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
  }
}
