package net.pesulabs.console.page;

import java.util.Comparator;
import java.util.Optional;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** What the graphics card is doing, in words. */
public final class GpuWords {

  private GpuWords() {}

  public static Health of(CardState state) {
    return new Health(
        Severity.FINE,
        switch (state) {
          case BUSY -> Msg.homeGpuBusy();
          case IDLE -> Msg.homeGpuIdle();
          case PHANTOM_BUSY -> Msg.homeGpuPhantom();
          case ASLEEP -> Msg.homeGpuAsleep();
        });
  }

  /** The one with the most memory: where there are two, the other only draws the screen. */
  public static Optional<Card> main(GpuNode node) {
    return node.cards().stream().max(Comparator.comparingLong(Card::vramTotalBytes));
  }

  /** Null where the driver's figure does not mean work: see {@link CardState#PHANTOM_BUSY}. */
  public static @Nullable Double busyPercent(Card card) {
    return card.state() == CardState.PHANTOM_BUSY ? null : card.busyPercent();
  }
}
