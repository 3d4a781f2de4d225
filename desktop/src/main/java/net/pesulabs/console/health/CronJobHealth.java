package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.pesulabs.console.homelab.cluster.CronJob;
import net.pesulabs.console.homelab.cluster.Event;
import net.pesulabs.console.i18n.Msg;

/** Work that is done again and again. A suspended one is as somebody wants it. */
final class CronJobHealth {

  /** The controller may take this long to say that a run has begun or succeeded. */
  private static final Duration TO_BE_TOLD = Duration.ofMinutes(2);

  private CronJobHealth() {}

  static Diagnosis diagnose(CronJob job, Warnings warnings, Instant now) {
    if (job.suspended() || job.deleting() != null) {
      return Diagnosis.fine(Severity.FINE, Msg.workloadFine());
    }
    return notRun(job, warnings)
        .or(() -> failing(job, now))
        .orElseGet(() -> Diagnosis.fine(Severity.FINE, Msg.workloadFine()));
  }

  /** The controller's words; see pkg/controller/cronjob/cronjob_controllerv2.go. */
  private static Optional<Diagnosis> notRun(CronJob job, Warnings warnings) {
    Optional<Event> event =
        warnings.last(
            "MissSchedule",
            "TooManyMissedTimes",
            "FailedCreate",
            "UnparseableCronJobSchedule",
            "InvalidSchedule",
            "UnknownTimeZone");
    Instant ran = job.lastScheduled();
    return event
        .filter(each -> ran == null || each.last() == null || ran.isBefore(each.last()))
        .map(each ->
            Diagnosis.of(
                "cronjob-not-run",
                Severity.WARNING,
                isUnreadable(each)
                    ? Msg.cronjobUnreadable(job.schedule())
                    : each.reason().equals("FailedCreate")
                        ? Msg.cronjobRefused()
                        : Msg.cronjobMissed(),
                Msg.adviceCronjobNotRun(Kubectl.describe("cronjob", job)),
                Evidence.of("schedule=" + job.schedule(), Evidence.event(each)),
                each.first()));
  }

  private static boolean isUnreadable(Event event) {
    return switch (event.reason()) {
      case "UnparseableCronJobSchedule", "InvalidSchedule", "UnknownTimeZone" -> true;
      default -> false;
    };
  }

  private static Optional<Diagnosis> failing(CronJob job, Instant now) {
    Instant ran = job.lastScheduled();
    Instant succeeded = job.lastSucceeded();
    if (ran == null || job.active() > 0 || (succeeded != null && !succeeded.isBefore(ran))) {
      return Optional.empty();
    }
    return now.isBefore(ran.plus(TO_BE_TOLD))
        ? Optional.of(Diagnosis.fine(Severity.BUSY, Msg.workloadBusy()))
        : Optional.of(
            Diagnosis.of(
                "cronjob-failing",
                Severity.WARNING,
                succeeded == null ? Msg.cronjobNeverSucceeded() : Msg.cronjobFailing(),
                Msg.adviceCronjobFailing("kubectl " + Kubectl.in(job) + "get jobs,pods"),
                Evidence.of(
                    "lastScheduleTime=" + ran,
                    "lastSuccessfulTime=" + (succeeded == null ? "none" : succeeded)),
                succeeded == null ? ran : succeeded));
  }
}
