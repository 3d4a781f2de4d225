package net.pesulabs.console.model.running;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast answers come, beside the most that the card's memory allows, and why no faster.
 *
 * @param perSecond tokens, of all answers together; null where none are counted
 * @param bound null where it cannot be computed
 * @param reasons that are known, the weightiest first; empty where none is, or none is needed
 */
public record Pace(
    Kind kind, @Nullable Double perSecond, @Nullable SpeedBound bound, List<Reason> reasons) {

  /** What can be said. */
  public enum Kind {
    /** Nobody asks anything, or it is not told. */
    AT_REST,
    /** It works, and no tokens come yet. */
    READING,
    /** As fast as is usual. */
    USUAL,
    /** Much slower than is usual. */
    SLOW,
    /** Faster than memory alone would allow. */
    BEYOND,
    /** Tokens come, and the bound is not known: the model is not. */
    MODEL_UNKNOWN,
    /** Likewise: the card is not. */
    CARD_UNKNOWN
  }

  /** Why answers do not come faster, or come faster than they should. */
  public sealed interface Reason {

    /** Memory of the card that is kept in the machine's instead. */
    record Spilled(long bytes) implements Reason {}

    /** Weights that are more than the card has, or than are on it. */
    record NotAllOnCard(long weights, long onCard) implements Reason {}

    /** The card holds itself back, being hot. */
    record Hot() implements Reason {}

    /** The card draws as much as it may. */
    record PowerLimit() implements Reason {}

    /** So many answers share it. */
    record Several(int answers) implements Reason {}

    /**
     * Conversations of up to so many tokens.
     *
     * @param most tokens a second that such a length allows
     */
    record Long(int tokens, double most) implements Reason {}

    /** It guesses tokens ahead. */
    record Guesses() implements Reason {}

    /** It is a mixture whose active weights are not known, or the card is another. */
    record Unexplained() implements Reason {}
  }

  public Pace {
    reasons = List.copyOf(reasons);
  }

  /** How much of the bound is reached; may be more than 100. Null where either is not known. */
  public @Nullable Double percent() {
    return perSecond == null || bound == null ? null : (Double) (100 * perSecond / bound.most());
  }
}
