package net.pesulabs.console.health;

import net.pesulabs.console.homelab.Freshness;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Msg;

/** What the silence of a source means. */
public final class SourceHealth {

  static final String UNREACHABLE = "unreachable";

  private SourceHealth() {}

  /** The lamp of a source: never fine unless it is heard now. */
  public static Health of(Reading<?> reading) {
    return diagnose(reading).health();
  }

  /** Whether the first answer is still awaited, which is no problem yet. */
  public static boolean isWaiting(Reading<?> reading) {
    return reading.problem().filter(Msg.readingWaiting()::equals).isPresent();
  }

  static Diagnosis diagnose(Reading<?> reading) {
    if (isWaiting(reading)) {
      return Diagnosis.fine(Severity.BUSY, Msg.readingWaiting());
    }
    return reading
        .problem()
        .map(why ->
            Diagnosis.of(
                UNREACHABLE,
                Severity.UNKNOWN,
                why,
                reading.freshness() == Freshness.STALE
                    ? Msg.adviceUnreachableStale()
                    : Msg.adviceUnreachable(),
                java.util.List.of(reading.origin().address()),
                reading.heardAt().orElse(null)))
        .orElseGet(() -> Diagnosis.fine(Severity.FINE, Msg.sourceHealthLive()));
  }
}
