package net.pesulabs.console.source.cards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode.CardState;
import org.jspecify.annotations.Nullable;

/**
 * Makes cards out of what a source was told, successive moments of the same machine: their states,
 * what spilled, what holds them back. For one thread.
 */
public final class CardJudge {

  private static final double BUSY_FROM_PERCENT = 5;

  private final PhantomBusy phantomBusy = new PhantomBusy();
  private final Spill spill = new Spill();
  private final Throttling throttling = new Throttling();
  private final Set<String> silent = new HashSet<>(); // no sensor spoke when last asked

  /** The cards of one moment whose sensors were asked. */
  public List<Card> judge(List<Told> moment, @Nullable Boolean modelIdle) {
    return judge(moment, modelIdle, true);
  }

  /**
   * The cards of one moment, in the order told.
   *
   * @param modelIdle whether the model server is at rest; null where it does not tell
   * @param sensorsAsked whether the silence of a sensor means anything
   */
  public List<Card> judge(List<Told> moment, @Nullable Boolean modelIdle, boolean sensorsAsked) {
    List<String> ids = moment.stream().map(Told::id).toList();
    silent.retainAll(ids);
    phantomBusy.keepOnly(ids);
    spill.keepOnly(ids);
    throttling.keepOnly(ids);
    var cards = new ArrayList<Card>();
    for (Told told : moment) {
      if (sensorsAsked) {
        noteSilence(told);
      }
      cards.add(judge(told, modelIdle));
    }
    return List.copyOf(cards);
  }

  /**
   * Nothing was heard for a while: what counts successive moments begins anew, and what was learned
   * of the cards stays.
   */
  public void pause() {
    phantomBusy.keepOnly(List.of());
    throttling.pause();
  }

  private void noteSilence(Told told) {
    if (told.senses()) {
      silent.remove(told.id());
    } else {
      silent.add(told.id());
    }
  }

  private Card judge(Told told, @Nullable Boolean modelIdle) {
    boolean phantom =
        phantomBusy.isPhantom(
            told.id(),
            told.busyPercent(),
            modelIdle,
            told.clocks().memoryMegahertz(),
            told.power().watts(),
            told.power().capWatts());
    CardState state = state(told, phantom);
    return new Card(
        told.id(),
        told.name(),
        state,
        state == CardState.ASLEEP ? null : told.busyPercent(),
        told.vram(),
        gtt(told),
        told.edge(),
        told.junction(),
        told.memory(),
        told.power(),
        told.fan(),
        told.clocks(),
        throttling.of(told, state));
  }

  /**
   * The condition of a card. A busy file that is missing reads as 0 in some sources, so that a 0
   * without any sensor may be a card asleep. One that does not say how busy it is, but draws more
   * than a card at rest does, works. While the sensors are not asked, a card at 0 is what it was
   * when they were: it does nothing either way.
   */
  private CardState state(Told told, boolean phantom) {
    Double busy = told.busyPercent();
    if (busy == null) {
      return PhantomBusy.drawsAtWork(told.power()) ? CardState.BUSY : CardState.ASLEEP;
    }
    if (busy == 0 && silent.contains(told.id())) {
      return CardState.ASLEEP;
    }
    if (phantom) {
      return CardState.PHANTOM_BUSY;
    }
    return busy >= BUSY_FROM_PERCENT ? CardState.BUSY : CardState.IDLE;
  }

  private Card.@Nullable Gtt gtt(Told told) {
    Long used = told.gttUsedBytes();
    return used == null
        ? null
        : new Card.Gtt(used, told.gttTotalBytes(), spill.bytes(told.id(), told.vram(), used));
  }
}
