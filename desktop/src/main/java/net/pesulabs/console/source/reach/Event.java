package net.pesulabs.console.source.reach;

import java.util.concurrent.CountDownLatch;
import net.pesulabs.console.homelab.Origin;

/** What a {@link Reach} has to think about. */
sealed interface Event permits Round.Result, Event.Doubt, Event.Heard, Event.NetworkChange {

  /**
   * A source got no answer.
   *
   * @param verdict opened once it is known which way is to be used
   */
  record Doubt(Origin way, CountDownLatch verdict) implements Event {}

  /** A source got an answer while none was expected any more. */
  record Heard(Origin way) implements Event {}

  /** The computer has other addresses than before, or slept. */
  record NetworkChange() implements Event {}
}
