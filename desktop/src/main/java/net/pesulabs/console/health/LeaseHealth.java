package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.pesulabs.console.homelab.cluster.Lease;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;

/** What the lease of a node tells that the node itself does not. */
final class LeaseHealth {

  /** Certificates, tokens and logs bear this much. */
  static final Duration CLOCK_MAY_BE_OFF = Duration.ofSeconds(30);

  private LeaseHealth() {}

  /** No renewal was seen for as long as one is good for, and yet the node counts as ready. */
  static Optional<Diagnosis> lost(Node node, SignsOfLife signs, Instant now) {
    Lease lease = signs.lease();
    Duration lifetime = lease.lifetime();
    Duration silent = Duration.between(signs.heard(), now);
    if (NodeHealth.isDown(node) || lifetime == null || silent.compareTo(lifetime) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnosis.of(
            "node-lease-lost",
            Severity.CRITICAL,
            Msg.nodeLeaseLost(),
            Msg.adviceNodeSilent(),
            Evidence.of(
                "Ready=True",
                Evidence.said("renewTime", lease.renewed()),
                "leaseDurationSeconds=" + lifetime.toSeconds()),
            signs.heard()));
  }

  static Optional<Diagnosis> clock(SignsOfLife signs) {
    Duration ahead = signs.ahead();
    if (!signs.sure() || ahead == null || ahead.abs().compareTo(CLOCK_MAY_BE_OFF) <= 0) {
      return Optional.empty();
    }
    var by = Quantity.duration(ahead.abs());
    return Optional.of(
        Diagnosis.of(
            "clock-skew",
            Severity.WARNING,
            ahead.isNegative() ? Msg.nodeClockBehind(by) : Msg.nodeClockAhead(by),
            Msg.adviceNodeClock("timedatectl set-ntp true"),
            Evidence.of(
                Evidence.said("renewTime", signs.lease().renewed()),
                "ahead_s=" + ahead.toSeconds()),
            null));
  }
}
