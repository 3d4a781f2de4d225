package net.pesulabs.console.health;

import java.util.Locale;

/** How bad something is. In rising order. */
public enum Severity {
  /** As it should be. */
  FINE,
  /** On its way; nothing to do. */
  BUSY,
  /** Not known, which is neither good nor bad. */
  UNKNOWN,
  /** Works, but somebody should look. */
  WARNING,
  /** Does not work. */
  CRITICAL;

  /** The name used by {@code status --json} and by the style sheets. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
