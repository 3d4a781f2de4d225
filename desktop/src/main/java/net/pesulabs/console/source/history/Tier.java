package net.pesulabs.console.source.history;

import java.time.Duration;
import java.time.Instant;

/**
 * How finely the past is kept, the finest first. Each is kept a little longer than the range that
 * is drawn from it, so that its beginning is whole.
 */
enum Tier {
  /** Each measurement. */
  RAW("raw", Duration.ofSeconds(1), Duration.ofHours(2)),
  TEN_SECONDS("ten_seconds", Duration.ofSeconds(10), Duration.ofHours(26)),
  FIVE_MINUTES("five_minutes", Duration.ofMinutes(5), Duration.ofDays(31));

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
    Tier chosen = FIVE_MINUTES;
    for (Tier tier : values()) {
      boolean reaches = !from.isBefore(now.minus(tier.kept));
      boolean fine = tier.width.compareTo(width) <= 0;
      if (reaches && (fine || chosen == FIVE_MINUTES)) {
        chosen = tier;
        if (!fine) {
          return tier;
        }
      }
    }
    return chosen;
  }
}
