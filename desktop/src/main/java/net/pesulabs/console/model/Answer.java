package net.pesulabs.console.model;

import java.util.List;
import net.pesulabs.console.i18n.Message;

/** Whether a model fits. */
public sealed interface Answer {

  /**
   * It does, with the reserve left free.
   *
   * @param left bytes beyond that
   */
  record Fits(Need need, long left) implements Answer {}

  /**
   * Not so, but with smaller settings.
   *
   * @param over bytes that are too many, the reserve among them
   * @param remedies at least one, the mildest first
   */
  record Smaller(Need need, long over, List<Remedy> remedies) implements Answer {
    public Smaller {
      remedies = List.copyOf(remedies);
    }
  }

  /** A part of it would have to stay in the machine's memory, which is many times slower. */
  record Spills(Need need, long over) implements Answer {}

  /**
   * Its weights alone are more than the card has, whatever the rest may be.
   *
   * @param weights their bytes on the card
   */
  record WeightsSpill(long weights, long over) implements Answer {}

  /**
   * It cannot be computed.
   *
   * @param weights which are known all the same
   */
  record CannotTell(Message why, long weights) implements Answer {}
}
