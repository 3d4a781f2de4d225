package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import net.pesulabs.console.homelab.cluster.Lease;
import org.jspecify.annotations.Nullable;

/**
 * What the renewals of a node's lease have told so far. The node writes its own time into them, so
 * a single old one may be a late node or a late clock; only to see them come, or not, tells.
 *
 * @param lease as it is now
 * @param heard when we saw it change; at first, when we first saw it
 * @param ahead how far the node's clock is ahead of the server's, by the last renewal; null before
 * @param sure whether the one before said the same
 */
record SignsOfLife(Lease lease, Instant heard, @Nullable Duration ahead, boolean sure) {

  /** Renewals come every ten seconds, and one may be late. */
  private static final Duration SAME = Duration.ofSeconds(5);

  static SignsOfLife first(Lease lease, Instant now) {
    return new SignsOfLife(lease, now, null, false);
  }

  /**
   * After a change of the lease.
   *
   * @param serverAhead how far the server's clock is ahead of ours; null where it is not known
   */
  SignsOfLife next(Lease fresh, @Nullable Duration serverAhead, Instant now) {
    Instant renewed = fresh.renewed();
    if (renewed == null || renewed.equals(lease.renewed())) {
      return new SignsOfLife(fresh, heard, ahead, sure);
    }
    if (serverAhead == null) {
      return new SignsOfLife(fresh, now, null, false);
    }
    Duration told = Duration.between(now.plus(serverAhead), renewed);
    boolean agree = ahead != null && told.minus(ahead).abs().compareTo(SAME) <= 0;
    return new SignsOfLife(fresh, now, told, agree);
  }
}
