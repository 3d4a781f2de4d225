package net.pesulabs.console.homelab;

import java.util.Locale;

/** What a reading is worth now. */
public enum Freshness {
  LIVE,
  STALE,
  UNKNOWN;

  /** The name used by {@code status --json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
