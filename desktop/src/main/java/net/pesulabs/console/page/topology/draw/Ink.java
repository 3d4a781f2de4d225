package net.pesulabs.console.page.topology.draw;

import java.util.Locale;
import net.pesulabs.console.health.Severity;

/** The colours of the map by what they are for; the style sheet says which they are. */
public enum Ink {
  GROUND,
  BOX,
  CHIP,
  EDGE,
  EDGE_MUTED,
  TEXT,
  MUTED,
  FAINT,
  ACCENT,
  ACCENT_SUBTLE,
  ACCENT_MUTED,
  FINE,
  BUSY,
  NOTICE,
  UNKNOWN,
  WARNING,
  CRITICAL,
  FINE_SUBTLE,
  WARNING_SUBTLE,
  CRITICAL_SUBTLE,
  FOUND;

  /** The style class of the node that carries the colour. */
  String styleClass() {
    return "ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Ink of(Severity severity) {
    return switch (severity) {
      case FINE -> FINE;
      case BUSY -> BUSY;
      case NOTICE -> NOTICE;
      case UNKNOWN -> UNKNOWN;
      case WARNING -> WARNING;
      case CRITICAL -> CRITICAL;
    };
  }
}
