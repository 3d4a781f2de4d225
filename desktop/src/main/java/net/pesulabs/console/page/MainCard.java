package net.pesulabs.console.page;

import java.util.Comparator;
import java.util.Optional;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import org.jspecify.annotations.Nullable;

/** Which card to tell of where there is room for one, and how busy to call it. */
public final class MainCard {

  private MainCard() {}

  /** The one with the most memory: where there are two, the other only draws the screen. */
  public static Optional<Card> of(GpuNode node) {
    return node.cards().stream().max(Comparator.comparingLong(MainCard::size));
  }

  private static long size(Card card) {
    return card.vram() == null ? 0 : card.vram().totalBytes();
  }

  /** Null where the driver's figure does not mean work: see {@link CardState#PHANTOM_BUSY}. */
  public static @Nullable Double busyPercent(Card card) {
    return card.state() == CardState.PHANTOM_BUSY ? null : card.busyPercent();
  }
}
