package net.pesulabs.console.model.running;

import net.pesulabs.console.model.Attention;
import net.pesulabs.console.model.CacheSettings;
import net.pesulabs.console.model.CacheType;
import net.pesulabs.console.model.KvCache;
import net.pesulabs.console.model.ModelShape;
import org.jspecify.annotations.Nullable;

/**
 * The most tokens a second that a card's memory allows to all answers together. For each round the
 * active weights are read once, whoever takes part, and each conversation's cache once.
 *
 * @param most with conversations that have just begun
 * @param atLongest with all of them as long as the longest so far, their cache in the usual 16
 *     bits; null where the layers are not known
 */
public record SpeedBound(double most, @Nullable Double atLongest) {

  /**
   * Computes it.
   *
   * @param bandwidth bytes a second
   * @param answers at the same time, at least one
   * @param longest tokens of the longest conversation; null where that is not known
   */
  public static SpeedBound of(
      ModelShape shape, double bandwidth, int answers, @Nullable Integer longest) {
    double weights = shape.weights().perToken();
    double most = answers * bandwidth / weights;
    if (longest == null
        || longest < 1
        || longest > CacheSettings.LONGEST_CONTEXT
        || !(shape.attention() instanceof Attention.Known known)) {
      return new SpeedBound(most, null);
    }
    var settings = new CacheSettings(longest, CacheType.F16, CacheType.F16, 1, true);
    double cache = KvCache.bytesRead(known, settings, longest);
    return new SpeedBound(most, answers * bandwidth / (weights + answers * cache));
  }
}
