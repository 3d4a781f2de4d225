package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import net.pesulabs.console.homelab.VolumeUse;
import net.pesulabs.console.homelab.cluster.Event;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.VolumeClaim;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Whether a volume claim has its volume. One of a class that waits for its first consumer is
 * pending until then, and so without one it is no problem unless its provisioner says so. How full
 * a volume is, no object of the API tells; some nodes' exporters do.
 */
final class ClaimHealth {

  static final String NEARLY_FULL = "claim-nearly-full";

  private static final Duration TO_BIND = Duration.ofMinutes(2);

  private static final double NEARLY_FULL_PERCENT = 90;
  private static final double FULL_PERCENT = 98;

  private ClaimHealth() {}

  /**
   * Judges a claim.
   *
   * @param consumers the pods that mount it
   * @param use how full its volume is; null where nothing tells
   */
  static Diagnosis diagnose(
      VolumeClaim claim,
      Collection<Pod> consumers,
      Warnings warnings,
      @Nullable VolumeUse use,
      Instant now) {
    return switch (claim.phase()) {
      case "Lost" ->
          Diagnosis.of(
              "claim-lost",
              Severity.CRITICAL,
              Msg.claimLost(claim.volume() == null ? "?" : claim.volume()),
              Msg.adviceClaimLost(),
              Evidence.of("phase=Lost", Evidence.said("volumeName", claim.volume())),
              null);
      case "Pending" -> pending(claim, consumers, warnings, now);
      default ->
          use != null && use.percent() >= NEARLY_FULL_PERCENT
              ? nearlyFull(use)
              : Diagnosis.fine(Severity.FINE, Msg.claimFine());
    };
  }

  private static Diagnosis nearlyFull(VolumeUse use) {
    return Diagnosis.of(
        NEARLY_FULL,
        use.percent() >= FULL_PERCENT ? Severity.CRITICAL : Severity.WARNING,
        Msg.claimNearlyFull(
            Quantity.percent(use.percent()),
            Quantity.bytes(use.usedBytes()),
            Quantity.bytes(use.sizeBytes())),
        Msg.adviceClaimNearlyFull(),
        Evidence.of(
            "volume=" + use.volume(),
            "used_bytes=" + use.usedBytes(),
            "size_bytes=" + use.sizeBytes()),
        null);
  }

  private static Diagnosis pending(
      VolumeClaim claim, Collection<Pod> consumers, Warnings warnings, Instant now) {
    Event failed =
        warnings
            .last("ProvisioningFailed", "FailedBinding", "VolumeMismatch", "ClaimMisbound")
            .orElse(null);
    Instant created = claim.created();
    boolean young = created != null && now.isBefore(created.plus(TO_BIND));
    boolean awaited = consumers.stream().anyMatch(pod -> isHeldUp(pod, now));
    if (claim.deleting() != null || young || (failed == null && !awaited)) {
      return Diagnosis.fine(Severity.BUSY, Msg.claimWaiting());
    }
    return Diagnosis.of(
        "claim-unbound",
        Severity.CRITICAL,
        claim.storageClass() == null
            ? Msg.claimUnbound()
            : Msg.claimUnboundOfClass(claim.storageClass()),
        Msg.adviceClaimUnbound(Kubectl.describe("pvc", claim)),
        Evidence.of(
            "phase=Pending",
            Evidence.said("storageClassName", claim.storageClass()),
            Evidence.event(failed)),
        since(claim, failed));
  }

  private static @Nullable Instant since(VolumeClaim claim, @Nullable Event failed) {
    return Optional.ofNullable(failed).map(Event::first).orElse(claim.created());
  }

  /** A consumer that waits for its volumes, and not for memory or a machine. */
  private static boolean isHeldUp(Pod pod, Instant now) {
    String because = pod.unscheduledBecause();
    Instant created = pod.created();
    boolean late = created == null || !now.isBefore(created.plus(TO_BIND));
    return late
        && (pod.node() != null
            || (because != null
                && SchedulerWords.parse(because)
                    .first()
                    .filter(reason -> reason.obstacle() == SchedulerWords.Obstacle.VOLUME)
                    .isPresent()));
  }
}
