package net.pesulabs.console.page.topology.draw;

import net.pesulabs.console.health.Severity;

/** How a line is broken, so that colour alone never tells its state. */
public enum Dash {
  SOLID,
  /** Under way, or works with a fault. */
  DASHED(8, 5),
  /** Nobody knows. */
  DOTTED(1.5, 5),
  /** Does not work. */
  BROKEN(14, 9);

  private final double[] pattern;

  Dash(double... pattern) {
    this.pattern = pattern;
  }

  double[] pattern() {
    return pattern.clone();
  }

  static Dash of(Severity severity, boolean live) {
    if (!live) {
      return DOTTED;
    }
    return switch (severity) {
      case FINE, NOTICE -> SOLID;
      case BUSY, WARNING -> DASHED;
      case UNKNOWN -> DOTTED;
      case CRITICAL -> BROKEN;
    };
  }
}
