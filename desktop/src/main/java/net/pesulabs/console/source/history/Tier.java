package net.pesulabs.console.source.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * How finely the past is kept, the finest first. Each is kept a little longer than the range that
 * is drawn from it, so that its beginning is whole.
 */
enum Tier {
  /** Each measurement. */
  RAW("raw", Duration.ofSeconds(1), Duration.ofHours(2)),
  TEN_SECONDS("ten_seconds", Duration.ofSeconds(10), Duration.ofHours(26)),
  /** For a day in as many buckets as a chart has pixels: reading 10 s for it took too long. */
  TWO_MINUTES("two_minutes", Duration.ofMinutes(2), Duration.ofHours(26)),
  FIVE_MINUTES("five_minutes", Duration.ofMinutes(5), Duration.ofDays(31)),
  /** Likewise for a month. */
  HOUR("hours", Duration.ofHours(1), Duration.ofDays(31));

  private final String table;
  private final Duration width;
  private final Duration kept;

  Tier(String table, Duration width, Duration kept) {
    this.table = table;
    this.width = width;
    this.kept = kept;
  }

  String table() {
    return table;
  }

  /** Of its buckets; of the raw one, that of the narrowest bucket that makes sense. */
  Duration width() {
    return width;
  }

  Duration kept() {
    return kept;
  }

  boolean isRaw() {
    return this == RAW;
  }

  /** The coarsest that is fine enough, or else the finest that reaches back so far. */
  static Tier of(Instant from, Duration width, Instant now) {
    List<Tier> reaching =
        Arrays.stream(values()).filter(tier -> !from.isBefore(now.minus(tier.kept))).toList();
    return reaching.stream()
        .filter(tier -> tier.width.compareTo(width) <= 0)
        .reduce((finer, coarser) -> coarser)
        .or(() -> reaching.stream().findFirst())
        .orElse(HOUR);
  }
}
