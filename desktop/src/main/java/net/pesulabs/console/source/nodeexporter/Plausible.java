package net.pesulabs.console.source.nodeexporter;

import org.jspecify.annotations.Nullable;

/** Figures that can be true; null in place of all others. */
final class Plausible {

  private static final int MOST_CHARACTERS = 100;
  private static final double MOST_BYTES = 1L << 60;

  /**
   * Pins to which nothing is soldered read 127 or 128, and a sensor that cannot be read 0: what is
   * hotter than this has switched itself off.
   */
  private static final double MOST_CELSIUS = 125;

  private static final double LEAST_LIMIT = 20;

  /** Where no limit is set, drivers give all bits: 65261.85 for an NVMe disk, or 255. */
  private static final double MOST_LIMIT = 150;

  private static final double MOST_WATTS = 5_000;
  private static final double MOST_RPM = 30_000;
  private static final double MOST_MEGAHERTZ = 20_000;

  /** What fans that stand still report on some cards: 16 bits, all set. */
  private static final double FAN_STOPPED = 65535;

  private Plausible() {}

  static @Nullable Long bytes(@Nullable Double value) {
    return value != null && value >= 0 && value <= MOST_BYTES ? (Long) value.longValue() : null;
  }

  static @Nullable Double percent(@Nullable Double value) {
    return value != null && value >= 0 && value <= 100 ? value : null;
  }

  static @Nullable Double celsius(@Nullable Double value) {
    return value != null && value > 0 && value < MOST_CELSIUS ? value : null;
  }

  static @Nullable Double limitCelsius(@Nullable Double value) {
    return value != null && value >= LEAST_LIMIT && value < MOST_LIMIT ? value : null;
  }

  /** What is switched on draws something, and a limit of zero is a file that was not read. */
  static @Nullable Double watts(@Nullable Double value) {
    return value != null && value > 0 && value < MOST_WATTS ? value : null;
  }

  static @Nullable Double rpm(@Nullable Double value) {
    if (value != null && value == FAN_STOPPED) {
      return 0.0;
    }
    return value != null && value >= 0 && value < MOST_RPM ? value : null;
  }

  static @Nullable Double megahertz(@Nullable Double value) {
    return value != null && value >= 0 && value < MOST_MEGAHERTZ ? value : null;
  }

  /** A label on one line, of a length that can be shown, and of characters that show. */
  static String name(String label) {
    String line = label.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    return line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "…" : line;
  }
}
