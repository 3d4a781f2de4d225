package net.pesulabs.console.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Buckets;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.Past;
import net.pesulabs.console.homelab.history.Series;
import org.jspecify.annotations.Nullable;

/**
 * Thirty days of the pretend machine, its card and its model, computed when they are asked for and
 * the same each time. Safe for any thread.
 */
final class PretendPast implements Past {

  private static final Duration KEPT = Duration.ofDays(30);

  /** How often a pretend console asked. */
  private static final Duration ASKED = Duration.ofSeconds(5);

  /** So many moments of a bucket stand for all of it. */
  private static final int SAMPLES = 12;

  private static final double GIB = 1024.0 * 1024 * 1024;

  private final FamilyDays days;
  private final Instant started;

  PretendPast(Instant started, ZoneId zone) {
    this.started = started;
    this.days = new FamilyDays(started, zone);
  }

  @Override
  public Buckets query(Series series, Instant from, Instant to, int most) {
    Duration width = Buckets.width(from, to, most, unit(Duration.between(from, to), most));
    List<Bucket> buckets = new ArrayList<>();
    Instant end = to.isBefore(started) ? to : started;
    for (Instant at = Buckets.start(from, width); at.isBefore(end); at = at.plus(width)) {
      Bucket bucket = bucket(series, at, width);
      if (bucket != null && !at.isBefore(started.minus(KEPT))) {
        buckets.add(bucket);
      }
    }
    return new Buckets(width, buckets);
  }

  /** As coarse as a kept history would be; see decision 0010. */
  private static Duration unit(Duration length, int most) {
    Duration each = length.dividedBy(most);
    return each.compareTo(ASKED.multipliedBy(60)) >= 0
        ? Duration.ofMinutes(5)
        : each.compareTo(Duration.ofSeconds(10)) >= 0
            ? Duration.ofSeconds(10)
            : Duration.ofSeconds(1);
  }

  private @Nullable Bucket bucket(Series series, Instant at, Duration width) {
    long samples = Math.clamp(width.toSeconds(), 1, SAMPLES);
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double sum = 0;
    int count = 0;
    for (int i = 0; i < samples; i++) {
      double part = (i + FamilyDays.random(at.getEpochSecond() + i) * 0.9) / samples;
      Instant moment = at.plusMillis((long) (width.toMillis() * part));
      Double value = days.isRecorded(moment) ? value(series.figure(), moment) : null;
      if (value != null) {
        min = Math.min(min, value);
        max = Math.max(max, value);
        sum += value;
        count++;
      }
    }
    long measured = Math.max(1, width.dividedBy(ASKED) * count / samples);
    return count == 0 ? null : new Bucket(at, min, sum / count, max, measured, false);
  }

  /** As {@link PretendCard} and {@link PretendMachine} behave, without their memory. */
  private @Nullable Double value(Figure figure, Instant at) {
    boolean asleep = days.isAsleep(at);
    return switch (figure) {
      case BUSY -> asleep ? null : (Double) busy(at);
      case VRAM_USED -> vram(at, asleep);
      case GTT_USED -> days.isLargeModel(at) ? 1.4 * GIB : 0.25 * GIB;
      case EDGE -> asleep ? null : (Double) edge(at);
      case JUNCTION -> asleep ? null : (Double) (edge(at) + power(at) * 0.07);
      case MEMORY_TEMPERATURE -> asleep ? null : (Double) (edge(at) + 4 + power(at) * 0.05);
      case POWER -> asleep ? null : (Double) power(at);
      case FAN -> asleep ? null : (Double) (edge(at) < 50 ? 0 : 700 + (edge(at) - 50) * 75);
      case CORE_CLOCK -> asleep ? null : (Double) coreClock(at);
      case MEMORY_CLOCK -> asleep ? null : (Double) (days.isWorking(at) ? 1218.0 : 96.0);
      case MACHINE_CPU -> cpu(at);
      case MACHINE_MEMORY_USED -> Wander.between(11.6, 13.4, 6, at) * GIB;
      case MACHINE_RECEIVED -> Wander.between(60_000, 340_000, 21, at);
      case MACHINE_SENT -> days.isBackup(at) ? 4.1e7 : Wander.between(20_000, 110_000, 22, at);
      case MACHINE_TEMPERATURE -> 37 + cpu(at) * 0.7 + Wander.between(0, 5, 10, at);
      case TOKENS_PER_SECOND ->
          !days.isWorking(at) || days.isPainting(at)
              ? null
              : (Double) Wander.between(42, 48, 23, at);
      case SLOTS_BUSY -> asleep ? null : days.isWorking(at) ? 1.0 : 0.0;
      case WAITING -> asleep ? null : 0.0;
    };
  }

  private double busy(Instant at) {
    return days.isWorking(at) ? Wander.between(94, 100, 1, at) : Wander.between(0, 6, 2, at);
  }

  private double power(Instant at) {
    return 30 + 1.85 * busy(at);
  }

  /** A card is as warm as it has worked in the last minute. */
  private double edge(Instant at) {
    double load = 0;
    for (int back = 0; back < 5; back++) {
      load += power(at.minusSeconds(back * 14L)) / 5;
    }
    return 29 + 0.16 * load;
  }

  private double vram(Instant at, boolean asleep) {
    if (asleep) {
      return 27_856_896;
    }
    double desktop = Wander.between(2.7e7, 6e7, 3, at);
    double model = days.isLargeModel(at) ? 14.6 * GIB : 9481.0 * 1024 * 1024;
    return desktop + model;
  }

  private double coreClock(Instant at) {
    return days.isWorking(at) ? Wander.between(2180, 2430, 4, at) : Wander.between(60, 620, 5, at);
  }

  private double cpu(Instant at) {
    double base = Wander.between(4, 12, 24, at);
    return base + (days.isWorking(at) ? 9 : 0) + (days.isBackup(at) ? 22 : 0);
  }
}
