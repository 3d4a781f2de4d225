package net.pesulabs.console.source.history;

import java.time.Instant;
import net.pesulabs.console.homelab.history.Series;

/**
 * What is to be written.
 *
 * @param value NaN for a silence
 */
record Point(String house, Series series, Instant at, double value) {
  boolean isSilence() {
    return Double.isNaN(value);
  }
}
