package net.pesulabs.console.fx.chart;

import java.time.Instant;
import java.util.Optional;
import net.pesulabs.console.homelab.Origin;

/**
 * What there is of the past that is shown.
 *
 * @param since where it begins only after the beginning of the range
 * @param by whose it is; empty for this computer's own
 */
record Kept(Optional<Instant> since, Optional<Origin> by) {
  static final Kept WHOLE = new Kept(Optional.empty(), Optional.empty());
}
