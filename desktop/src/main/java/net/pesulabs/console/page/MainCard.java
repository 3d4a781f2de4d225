package net.pesulabs.console.page;

import java.util.Comparator;
import java.util.Optional;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import org.jspecify.annotations.Nullable;

/** Which card to tell of where there is room for one, and how busy to call it. */
public final class MainCard {

  /** The most memory first: where there are two cards, the other only draws the screen. */
  public static final Comparator<Card> FIRST =
      Comparator.comparingLong(MainCard::size).reversed().thenComparing(Card::id);

  private MainCard() {}

  /** The one with the most memory. */
  public static Optional<Card> of(GpuNode node) {
    return node.cards().stream().min(FIRST);
  }

  /** Whether a card is there for the screen only, as far as its size and its rest tell. */
  public static boolean onlyDraws(GpuNode node, Card card) {
    long most = of(node).map(MainCard::size).orElse(0L);
    return size(card) * 4 <= most && card.state() != CardState.BUSY;
  }

  private static long size(Card card) {
    return card.vram() == null ? 0 : card.vram().totalBytes();
  }

  /** Null where the driver's figure does not mean work: see {@link CardState#PHANTOM_BUSY}. */
  public static @Nullable Double busyPercent(Card card) {
    return card.state() == CardState.PHANTOM_BUSY ? null : card.busyPercent();
  }
}
