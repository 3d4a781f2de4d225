package net.pesulabs.console.model.running;

import java.util.Comparator;
import java.util.List;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.ModelServer.Offer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.model.running.CardUse.Who;
import org.jspecify.annotations.Nullable;

/** Concludes who uses the cards. What is old is not now: only what is heard live counts. */
public final class UseJudge {

  private UseJudge() {}

  /**
   * Concludes.
   *
   * @param own answers that this console waits for
   * @param grown bytes by which the card's memory grew when this very model was loaded; null where
   *     nobody saw it
   * @param mayUse pods that a card of this machine is set apart for
   */
  public static CardUse of(
      Reading<GpuNode> gpu,
      Reading<ModelServer> model,
      int own,
      @Nullable Long grown,
      List<String> mayUse) {
    ModelServer server = live(model);
    int answers = server == null ? 0 : answers(server);
    GpuNode node = live(gpu);
    if (node == null || node.cards().isEmpty()) {
      return new CardUse(Who.CARD_UNKNOWN, answers, Math.min(own, answers), null, mayUse);
    }
    Who who = who(state(node), server, answers, own);
    return new CardUse(who, answers, Math.min(own, answers), memory(node, server, grown), mayUse);
  }

  private static Who who(CardState state, @Nullable ModelServer server, int answers, int own) {
    boolean works = state == CardState.BUSY;
    if (server != null && server.state() == ModelServer.State.LOADING) {
      return Who.LOADING;
    }
    if (answers > 0) {
      if (!works) {
        return Who.MODEL_WITHOUT_CARD;
      }
      return own <= 0 ? Who.OTHERS_BY_MODEL : own >= answers ? Who.THIS_CHAT : Who.CHAT_AND_OTHERS;
    }
    if (!works) {
      return state == CardState.PHANTOM_BUSY ? Who.NOBODY_THOUGH_BUSY : Who.NOBODY;
    }
    return isKnownToRest(server) ? Who.ANOTHER_PROGRAM : Who.SOMEBODY;
  }

  private static boolean isKnownToRest(@Nullable ModelServer server) {
    return server != null
        && (server.state() == ModelServer.State.SLEEPING || server.slotsBusy() != null);
  }

  /** Of all models that are in memory. */
  private static int answers(ModelServer server) {
    int busy = server.slotsBusy() == null ? 0 : server.slotsBusy();
    int ofAll =
        server.offers().stream().mapToInt(o -> o.slotsBusy() == null ? 0 : o.slotsBusy()).sum();
    return Math.max(busy, ofAll);
  }

  /** A card that works speaks for all. */
  private static CardState state(GpuNode node) {
    return node.cards().stream()
        .map(Card::state)
        .min(Comparator.comparing(UseJudge::rank))
        .orElseThrow();
  }

  private static int rank(CardState state) {
    return switch (state) {
      case BUSY -> 0;
      case PHANTOM_BUSY -> 1;
      case IDLE -> 2;
      case ASLEEP -> 3;
    };
  }

  /** Of the biggest card, where the model is as a rule. */
  private static CardUse.@Nullable Memory memory(
      GpuNode node, @Nullable ModelServer server, @Nullable Long grown) {
    Card.Vram vram =
        node.cards().stream()
            .map(Card::vram)
            .filter(java.util.Objects::nonNull)
            .max(Comparator.comparingLong(Card.Vram::totalBytes))
            .orElse(null);
    if (vram == null) {
      return null;
    }
    return server == null ? untold(vram) : ModelShare.of(vram, server, grown, loaded(server) > 1);
  }

  private static long loaded(ModelServer server) {
    return server.offers().stream().map(Offer::status).filter(Offer.Status::isInMemory).count();
  }

  private static CardUse.Memory untold(Card.Vram vram) {
    return new CardUse.Memory(
        vram.totalBytes(), vram.usedBytes(), null, null, CardUse.Basis.UNKNOWN);
  }

  private static <T> @Nullable T live(Reading<T> reading) {
    return reading instanceof Reading.Live<T> live ? live.value() : null;
  }
}
