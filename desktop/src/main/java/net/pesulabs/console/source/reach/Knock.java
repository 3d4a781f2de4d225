package net.pesulabs.console.source.reach;

import java.time.Duration;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.source.Failure;

/** How one tries whether a system answers by a way. Safe for any thread. */
@FunctionalInterface
public interface Knock {

  /** One attempt. Closing it breaks it off, from any thread. */
  interface Attempt extends Subscription {

    /**
     * Blocks until the system has answered, over a new connection and with its identity checked.
     *
     * @return what opening the TCP connection took
     * @throws Failure why it is not the system that answers, or nobody does
     */
    Duration await() throws Failure;
  }

  /**
   * An attempt, not yet begun.
   *
   * @param limit the most it may take
   */
  Attempt by(Origin way, Duration limit);
}
