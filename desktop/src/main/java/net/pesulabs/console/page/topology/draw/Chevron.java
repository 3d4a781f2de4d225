package net.pesulabs.console.page.topology.draw;

import net.pesulabs.console.page.topology.layout.Rect;
import net.pesulabs.console.page.topology.layout.Spot;

/** The sign that folds and unfolds. */
public final class Chevron {

  static final double SIDE = 18;

  private Chevron() {}

  /** Where it is on something that holds others. */
  public static Rect of(Spot spot) {
    Rect head = spot.head();
    return switch (spot.form()) {
      case SHELF -> new Rect(head.right() - SIDE, head.y() + 6, SIDE, SIDE);
      case FOLDED_CHIP -> new Rect(head.right() - SIDE - 4, head.y() + 6, SIDE, SIDE);
      case FOLDED_PLATE -> new Rect(head.right() - SIDE - 8, head.y() + 6, SIDE, SIDE);
      default -> new Rect(head.right() - SIDE - 8, head.y() + 11, SIDE, SIDE);
    };
  }
}
