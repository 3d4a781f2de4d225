package net.pesulabs.console.source.openwrt;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a router says, made fit to show: devices of guests put names of their own into it. */
final class Words {

  private static final int MOST = 100;

  /** Nothing in a house has been running for longer than this. */
  private static final double MOST_SECONDS = Duration.ofDays(36_500).toSeconds();

  private Words() {}

  /** A text on one line, of a length that can be shown; null where it says nothing. */
  static @Nullable String of(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    if (line.isEmpty()) {
      return null;
    }
    return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
  }

  /** The moment so many seconds ago; null for no sensible number of them. */
  static @Nullable Instant ago(double seconds, Instant now) {
    return Double.isFinite(seconds) && seconds >= 0 && seconds < MOST_SECONDS
        ? now.minusSeconds((long) seconds).truncatedTo(ChronoUnit.SECONDS)
        : null;
  }
}
