package net.pesulabs.console.model.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.model.ModelShape;
import net.pesulabs.console.model.ServedShape;
import net.pesulabs.console.model.running.Pace.Kind;
import net.pesulabs.console.model.running.Pace.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Judges how fast a model answers. What it says is true of one card that does the work: where the
 * machine has several, of the one with the most memory.
 */
public final class PaceJudge {

  /**
   * Of the bound. llama.cpp reaches 54 % of it on a 7900 XTX (its pull request 26284), and on
   * slower cards a little more; below two fifths something is in the way.
   */
  private static final double SLOW_PERCENT = 40;

  /** What measuring over a second may be wrong by. */
  private static final double BEYOND_PERCENT = 105;

  /** Less than this much of the weights on the card is not by rounding or a table of words. */
  private static final double ON_CARD = 0.8;

  /** Spilling less than this costs nothing that one could feel. */
  private static final long FELT_BYTES = 64L << 20;

  /** Much lower than with a short conversation. */
  private static final double FELT_BY_LENGTH = 0.8;

  private PaceJudge() {}

  /**
   * Judges.
   *
   * @param card as it is now; null where that is not known
   */
  public static Pace of(ModelServer server, @Nullable Card card, Profile.Gpu settings) {
    Integer busy = server.slotsBusy();
    Double speed = server.tokensPerSecond();
    if (server.state() != ModelServer.State.READY
        || (speed == null && (busy == null || busy == 0))) {
      return new Pace(Kind.AT_REST, null, bound(server, card, settings, 1).orElse(null), List.of());
    }
    int answers = busy == null ? 1 : Math.max(1, busy);
    SpeedBound bound = bound(server, card, settings, answers).orElse(null);
    if (speed == null) {
      return new Pace(Kind.READING, null, bound, hindrances(server, card));
    }
    if (bound == null) {
      Kind kind = ServedShape.of(server.model()).isEmpty() ? Kind.MODEL_UNKNOWN : Kind.CARD_UNKNOWN;
      return new Pace(kind, speed, null, hindrances(server, card));
    }
    double percent = 100 * speed / bound.most();
    if (percent > BEYOND_PERCENT) {
      return new Pace(Kind.BEYOND, speed, bound, List.of(whyBeyond(server)));
    }
    if (percent >= SLOW_PERCENT) {
      return new Pace(Kind.USUAL, speed, bound, shared(answers));
    }
    return new Pace(Kind.SLOW, speed, bound, whySlow(server, card, bound, answers));
  }

  private static Optional<SpeedBound> bound(
      ModelServer server, @Nullable Card card, Profile.Gpu settings, int answers) {
    ModelShape shape = ServedShape.of(server.model()).orElse(null);
    return shape == null
        ? Optional.empty()
        : Bandwidth.of(settings, card)
            .map(known ->
                SpeedBound.of(shape, known.bytesPerSecond(), answers, server.work().longest()));
  }

  private static Reason whyBeyond(ModelServer server) {
    return Boolean.TRUE.equals(server.work().speculates())
        ? new Reason.Guesses()
        : new Reason.Unexplained();
  }

  private static List<Reason> whySlow(
      ModelServer server, @Nullable Card card, SpeedBound bound, int answers) {
    List<Reason> reasons = new ArrayList<>(hindrances(server, card));
    reasons.addAll(shared(answers));
    Double atLongest = bound.atLongest();
    Integer longest = server.work().longest();
    if (atLongest != null && longest != null && atLongest < FELT_BY_LENGTH * bound.most()) {
      reasons.add(new Reason.Long(longest, atLongest));
    }
    return reasons.isEmpty() ? List.of(new Reason.Unexplained()) : reasons;
  }

  private static List<Reason> shared(int answers) {
    return answers > 1 ? List.of(new Reason.Several(answers)) : List.of();
  }

  /** What stands in the way, whether or not it can be felt yet. */
  private static List<Reason> hindrances(ModelServer server, @Nullable Card card) {
    List<Reason> reasons = new ArrayList<>();
    if (card == null) {
      return reasons;
    }
    Reason partly = notAllOnCard(server.model().weightBytes(), card.vram());
    if (partly != null) {
      reasons.add(partly);
    }
    if (card.gtt() != null && card.gtt().spilledBytes() >= FELT_BYTES) {
      reasons.add(new Reason.Spilled(card.gtt().spilledBytes()));
    }
    if (card.throttle() != null) {
      reasons.add(
          switch (card.throttle()) {
            case HEAT -> new Reason.Hot();
            case POWER -> new Reason.PowerLimit();
          });
    }
    return reasons;
  }

  private static @Nullable Reason notAllOnCard(@Nullable Long weights, Card.@Nullable Vram vram) {
    if (weights == null || vram == null) {
      return null;
    }
    return weights > vram.totalBytes() || vram.usedBytes() < ON_CARD * weights
        ? new Reason.NotAllOnCard(weights, vram.usedBytes())
        : null;
  }
}
