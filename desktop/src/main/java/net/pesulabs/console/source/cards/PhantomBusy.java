package net.pesulabs.console.source.cards;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import net.pesulabs.console.homelab.Card;
import org.jspecify.annotations.Nullable;

/**
 * Tells a card that works from one that only says so: with ROCm, RDNA 3 reports 100 % for as long
 * as a model is merely loaded (ROCm/legacy-rocm-build issues 2777 and 2625). Its memory clock and
 * its power tell the truth, and so does the model server. For one thread.
 */
public final class PhantomBusy {

  private static final double FULL_PERCENT = 95;
  private static final int SUCCESSIVE = 3;

  /** The second of RDNA 3's four memory clocks; work runs at the two above. */
  private static final double RESTING_MEGAHERTZ = 456;

  private static final double RESTING_SHARE_OF_CAP = 0.4;

  private final Map<String, Integer> fullSamples = new HashMap<>();

  /**
   * Takes one more sample of a card.
   *
   * @param modelIdle null where the model server does not tell
   */
  public boolean isPhantom(
      String card,
      @Nullable Double busy,
      @Nullable Boolean modelIdle,
      @Nullable Double memoryMegahertz,
      @Nullable Double watts,
      @Nullable Double capWatts) {
    if (busy == null || busy < FULL_PERCENT) {
      fullSamples.remove(card);
      return false;
    }
    int successive = fullSamples.merge(card, 1, Integer::sum);
    if (successive < SUCCESSIVE || Boolean.FALSE.equals(modelIdle)) {
      return false;
    }
    Boolean resting = isResting(memoryMegahertz, watts, capWatts);
    // One witness at least, and none against.
    return resting != null ? resting : modelIdle != null;
  }

  /** Forgets the samples of all other cards. */
  public void keepOnly(Collection<String> cards) {
    fullSamples.keySet().retainAll(cards);
  }

  /** Whether it draws what no card at rest draws; false also where that is not known. */
  static boolean drawsAtWork(Card.Power power) {
    Double watts = power.watts();
    Double cap = power.capWatts();
    return watts != null && cap != null && watts >= RESTING_SHARE_OF_CAP * cap;
  }

  /** What clock and power say; null where neither is known. */
  private static @Nullable Boolean isResting(
      @Nullable Double memoryMegahertz, @Nullable Double watts, @Nullable Double capWatts) {
    boolean powerKnown = watts != null && capWatts != null;
    if (memoryMegahertz == null && !powerKnown) {
      return null;
    }
    return (memoryMegahertz != null && memoryMegahertz <= RESTING_MEGAHERTZ)
        || (watts != null && capWatts != null && watts < RESTING_SHARE_OF_CAP * capWatts);
  }
}
