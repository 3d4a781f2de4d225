package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.pesulabs.console.homelab.cluster.Condition;
import net.pesulabs.console.homelab.cluster.Event;
import net.pesulabs.console.homelab.cluster.Workload;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** What keeps pods alike and alive. A rollout under way, a paused one and scale 0 are as wanted. */
final class WorkloadHealth {

  /** As long as a Deployment gives its rollouts where nothing else is said. */
  private static final Duration TO_ROLL_OUT = Duration.ofMinutes(10);

  /** The quota plugin's words. */
  private static final Pattern QUOTA =
      Pattern.compile("exceeded quota: ([^,]+), requested: (.+?), used: .+?, limited: (.+)$");

  private WorkloadHealth() {}

  /** Whether it is to have pods, and has fewer than that. */
  static boolean isShort(Workload workload) {
    Integer desired = workload.desired();
    return desired != null && workload.available() < desired;
  }

  /**
   * What it lacks.
   *
   * @param shortSince since when it was seen to have too few; null where it has not been
   */
  static Diagnosis diagnose(
      Workload workload, Warnings warnings, @Nullable Instant shortSince, Instant now) {
    if (workload.deleting() != null || workload.paused() || desired(workload) == 0) {
      return Diagnosis.fine(Severity.FINE, Msg.workloadFine());
    }
    return refused(workload, warnings)
        .or(() -> stuck(workload)) // which may be with all the old pods still there
        .orElseGet(() -> tooFew(workload, shortSince, now));
  }

  private static Optional<Diagnosis> stuck(Workload workload) {
    return Condition.find(workload.conditions(), "Progressing")
        .filter(Condition::isFalse)
        .filter(condition -> condition.reason().equals("ProgressDeadlineExceeded"))
        .map(condition ->
            Diagnosis.of(
                "rollout-stuck",
                severity(workload),
                Msg.workloadRolloutStuck(workload.updated(), desired(workload)),
                Msg.adviceRolloutStuck(
                    "kubectl " + Kubectl.in(workload) + "rollout undo " + argument(workload)),
                Evidence.condition(condition),
                condition.since()));
  }

  /** Its pods are not even made: a Deployment says so itself, of the others only events do. */
  private static Optional<Diagnosis> refused(Workload workload, Warnings warnings) {
    Optional<Condition> failure =
        Condition.find(workload.conditions(), "ReplicaFailure").filter(Condition::isTrue);
    if (failure.isPresent()) {
      Condition condition = failure.get();
      String message = condition.message() == null ? "" : condition.message();
      return Optional.of(
          refused(workload, message, Evidence.condition(condition), condition.since()));
    }
    Optional<Event> event = warnings.last("FailedCreate");
    return event
        .filter(each -> workload.pods() < desired(workload))
        .map(each ->
            refused(workload, each.message(), Evidence.of(Evidence.event(each)), each.first()));
  }

  private static Diagnosis refused(
      Workload workload, String message, List<String> evidence, @Nullable Instant since) {
    Matcher quota = QUOTA.matcher(message);
    boolean byQuota = message.contains("exceeded quota");
    Message text =
        !byQuota
            ? Msg.workloadRefused()
            : quota.find()
                ? Msg.workloadQuota(quota.group(1), quota.group(2), quota.group(3))
                : Msg.workloadOverQuota();
    return Diagnosis.of(
        byQuota ? "quota" : "pods-refused",
        severity(workload),
        text,
        byQuota
            ? Msg.adviceQuota("kubectl " + Kubectl.in(workload) + "describe quota")
            : Msg.advicePodsRefused(
                Kubectl.describe(workload.kind().toLowerCase(Locale.ROOT), workload)),
        evidence,
        since);
  }

  private static Diagnosis tooFew(Workload workload, @Nullable Instant shortSince, Instant now) {
    if (!isShort(workload)) {
      return Diagnosis.fine(Severity.FINE, Msg.workloadFine());
    }
    Instant since =
        Condition.find(workload.conditions(), "Available")
            .filter(Condition::isFalse)
            .map(Condition::since)
            .orElse(shortSince);
    if (!workload.observed() || since == null || now.isBefore(since.plus(TO_ROLL_OUT))) {
      return Diagnosis.fine(Severity.BUSY, Msg.workloadBusy());
    }
    return Diagnosis.of(
        "replicas-short",
        severity(workload),
        Msg.workloadShort(workload.available(), desired(workload)),
        Msg.adviceReplicasShort(
            Kubectl.describe(workload.kind().toLowerCase(Locale.ROOT), workload)),
        Evidence.of(
            "replicas=" + desired(workload),
            "available=" + workload.available(),
            "updated=" + workload.updated()),
        since);
  }

  private static Severity severity(Workload workload) {
    return workload.available() == 0 ? Severity.CRITICAL : Severity.WARNING;
  }

  private static int desired(Workload workload) {
    Integer desired = workload.desired();
    return desired == null ? 0 : desired;
  }

  private static String argument(Workload workload) {
    return workload.kind().toLowerCase(Locale.ROOT) + "/" + workload.name();
  }
}
