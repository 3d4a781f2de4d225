package net.pesulabs.console.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.pesulabs.console.i18n.Msg;

/**
 * Whether a model fits on a card.
 *
 * @param calibration what loads showed so far
 */
public record Planner(Calibration calibration) {

  /** What {@code --fit} leaves free unless told otherwise. */
  public static final long RESERVE = 1024L << 20;

  /** What {@code --fit} does not go below. */
  public static final int SHORTEST_CONTEXT = 4096;

  private static final int STEP = 256;

  public Answer answer(ModelShape shape, CacheSettings settings, CardMemory card) {
    long weights = shape.weights().onCard();
    try {
      return switch (shape.attention()) {
        case Attention.NotKnown unknown when weights > card.available() ->
            new Answer.WeightsSpill(weights, weights - card.available());
        case Attention.NotKnown unknown -> new Answer.CannotTell(unknown.why(), weights);
        case Attention.Known known when !KvCache.isPossible(known, settings) ->
            new Answer.CannotTell(
                Msg.plannerWhyBlocks(settings.keys().id(), settings.values().id()), weights);
        case Attention.Known known -> answer(shape, known, settings, card);
      };
    } catch (ArithmeticException tooBig) {
      return new Answer.CannotTell(Msg.plannerWhyAbsurd(), weights);
    }
  }

  /** What it asks with these settings; the buffers as calibrated. */
  public Need need(ModelShape shape, Attention.Known attention, CacheSettings settings) {
    return new Need(
        shape.weights().onCard(),
        KvCache.bytes(attention, settings),
        calibration.correct(Buffers.of(shape, settings)),
        RESERVE);
  }

  private Answer answer(
      ModelShape shape, Attention.Known attention, CacheSettings settings, CardMemory card) {
    Need need = need(shape, attention, settings);
    long left = card.available() - need.total();
    if (left >= 0) {
      return new Answer.Fits(need, left);
    }
    List<Remedy> remedies = remedies(shape, attention, settings, card);
    return remedies.isEmpty()
        ? new Answer.Spills(need, -left)
        : new Answer.Smaller(need, -left, remedies);
  }

  private List<Remedy> remedies(
      ModelShape shape, Attention.Known attention, CacheSettings settings, CardMemory card) {
    List<Remedy> remedies = new ArrayList<>();
    longest(shape, attention, settings, card).map(Remedy.Shorter::new).ifPresent(remedies::add);
    List<CacheSettings> denser = denser(attention, settings);
    denser.stream()
        .filter(each -> fits(shape, attention, each, card))
        .findFirst()
        .map(Remedy.Denser::new)
        .ifPresent(remedies::add);
    if (remedies.isEmpty()) {
      denser.stream()
          .flatMap(each -> longest(shape, attention, each, card).stream())
          .findFirst()
          .map(Remedy.ShorterAndDenser::new)
          .ifPresent(remedies::add);
    }
    return remedies;
  }

  private static List<CacheSettings> denser(Attention.Known attention, CacheSettings settings) {
    return CacheType.SMALLER.stream()
        .map(type ->
            settings.withTypes(smaller(type, settings.keys()), smaller(type, settings.values())))
        .filter(each -> !each.equals(settings) && KvCache.isPossible(attention, each))
        .toList();
  }

  private static CacheType smaller(CacheType type, CacheType now) {
    return type.isSmallerThan(now) ? type : now;
  }

  /** The longest context below the wanted one; of a divided cache, in whole steps for each slot. */
  private Optional<CacheSettings> longest(
      ModelShape shape, Attention.Known attention, CacheSettings settings, CardMemory card) {
    int step = STEP * (settings.shared() ? 1 : settings.slots());
    int few = Math.ceilDiv(SHORTEST_CONTEXT, step);
    int many = (settings.context() - 1) / step;
    if (many < few || !fits(shape, attention, settings.withContext(few * step), card)) {
      return Optional.empty();
    }
    while (few < many) {
      int middle = few + Math.ceilDiv(many - few, 2);
      if (fits(shape, attention, settings.withContext(middle * step), card)) {
        few = middle;
      } else {
        many = middle - 1;
      }
    }
    return Optional.of(settings.withContext(few * step));
  }

  private boolean fits(
      ModelShape shape, Attention.Known attention, CacheSettings settings, CardMemory card) {
    return need(shape, attention, settings).total() <= card.available();
  }
}
