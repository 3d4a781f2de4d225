package net.pesulabs.console.source.cards;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Card.Throttle;
import net.pesulabs.console.homelab.GpuNode.CardState;
import org.jspecify.annotations.Nullable;

/**
 * Tells what holds a card back, as far as its figures show it; the driver knows, and no exporter
 * passes it on. Concluded is
 *
 * <ul>
 *   <li>heat, where junction or memory have reached their own critical limit, at which the card's
 *       firmware lowers the clocks; or where they are close below it and the core runs clearly
 *       slower than this same card did when it was as busy and cool,
 *   <li>power, where a card that works draws its cap for several moments on end.
 * </ul>
 *
 * <p>A card that is slow for another reason shows nothing of it. For one thread.
 */
public final class Throttling {

  private static final double NEAR_CELSIUS = 5;
  private static final double COOL_CELSIUS = 15;
  private static final double CLEARLY_SLOWER = 0.85;

  /** Below this, clocks follow the work more than anything else. */
  private static final double COMPARABLE_FROM_PERCENT = 50;

  private static final int PERCENT_A_BAND = 10;
  private static final int COOL_SAMPLES = 5;
  private static final double WEIGHT_OF_NEW = 0.1;

  /** What is drawn swings about the cap by a few watts, also where it is held there. */
  private static final double SHARE_OF_CAP = 0.97;

  private static final int SUCCESSIVE = 3;

  private final Map<String, Seen> cards = new HashMap<>();

  /** Takes one more sample of a card in this state; null where nothing shows. */
  public @Nullable Throttle of(Told told, CardState state) {
    Seen seen = cards.computeIfAbsent(told.id(), id -> new Seen());
    boolean works = state == CardState.BUSY;
    boolean drawsCap = works && drawsCap(told.power());
    seen.atCap = drawsCap ? seen.atCap + 1 : 0;
    Double room = room(told.junction(), told.memory());
    Clock usual = works ? seen.usual(told.busyPercent()) : null;
    Double megahertz = told.clocks().coreMegahertz();
    // Whoever draws all he may is slowed by that already: then warmth proves nothing.
    boolean slow =
        room != null
            && room <= NEAR_CELSIUS
            && !drawsCap
            && usual != null
            && usual.isClearlyAbove(megahertz);
    seen.slowNearLimit = slow ? seen.slowNearLimit + 1 : 0;
    if (usual != null && megahertz != null && room != null && room >= COOL_CELSIUS && !drawsCap) {
      usual.learn(megahertz);
    }
    if ((room != null && room <= 0) || seen.slowNearLimit >= SUCCESSIVE) {
      return Throttle.HEAT;
    }
    return seen.atCap >= SUCCESSIVE ? Throttle.POWER : null;
  }

  /** What counts successive moments begins anew; the usual clocks are kept. */
  public void pause() {
    cards
        .values()
        .forEach(seen -> {
          seen.atCap = 0;
          seen.slowNearLimit = 0;
        });
  }

  /** Forgets the samples of all other cards. */
  public void keepOnly(Collection<String> ids) {
    cards.keySet().retainAll(ids);
  }

  private static boolean drawsCap(Card.Power power) {
    Double watts = power.watts();
    Double cap = power.capWatts();
    return watts != null && cap != null && cap > 0 && watts >= SHARE_OF_CAP * cap;
  }

  /** How far the one that is closest to its limit is below it; null where neither is known. */
  private static @Nullable Double room(Card.Heat one, Card.Heat other) {
    Double first = room(one);
    Double second = room(other);
    return first == null ? second : second == null ? first : (Double) Math.min(first, second);
  }

  private static @Nullable Double room(Card.Heat heat) {
    Double celsius = heat.celsius();
    Double limit = heat.limitCelsius();
    return celsius == null || limit == null ? null : (Double) (limit - celsius);
  }

  private static final class Seen {
    private final Map<Integer, Clock> usual = new HashMap<>();
    private int atCap;
    private int slowNearLimit;

    @Nullable Clock usual(@Nullable Double busy) {
      return busy == null || busy < COMPARABLE_FROM_PERCENT
          ? null
          : usual.computeIfAbsent((int) (busy / PERCENT_A_BAND), band -> new Clock());
    }
  }

  /** What the core runs at while it is cool and about so busy. */
  private static final class Clock {
    private double mean;
    private int samples;

    void learn(double megahertz) {
      mean += (megahertz - mean) * Math.max(WEIGHT_OF_NEW, 1.0 / ++samples);
    }

    boolean isClearlyAbove(@Nullable Double megahertz) {
      return megahertz != null && samples >= COOL_SAMPLES && megahertz < CLEARLY_SLOWER * mean;
    }
  }
}
