package net.pesulabs.console.homelab;

import java.time.Duration;

/**
 * One of the ways to a system of the house, and how it was when it was last tried.
 *
 * @param inUse whether it is the one that is asked by now; of a system at most one is
 * @param latency what a TCP connection takes to open, and through the API server what a whole
 *     answer takes; its origin tells system, route and address. Live where the way answers; stale
 *     or unknown, and why, where it does not
 */
public record Way(boolean inUse, Reading<Duration> latency) {

  /** Of all ways the only one to this system by this address. */
  public String id() {
    return latency.origin().source().id() + " " + latency.origin().address();
  }

  public Source system() {
    return latency.origin().source();
  }
}
