package net.pesulabs.console.health;

import java.util.Locale;

/** How bad something is. In rising order. */
public enum Severity {
  /** As it should be. */
  FINE,
  /** On its way; nothing to do. */
  BUSY,
  /** Works, and could be better: an advice, which troubles nobody. */
  NOTICE,
  /** Not known, which is neither good nor bad. */
  UNKNOWN,
  /** Works, but somebody should look. */
  WARNING,
  /** Does not work. */
  CRITICAL;

  /** Whether somebody should look: what the house is not fine with. */
  public boolean wantsCare() {
    return compareTo(WARNING) >= 0;
  }

  /** The name used by {@code status --json} and by the style sheets. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
