package net.pesulabs.console.health;

import static net.pesulabs.console.health.Pods.CREATED;
import static net.pesulabs.console.health.Things.condition;
import static net.pesulabs.console.health.Things.cronJob;
import static net.pesulabs.console.health.Things.event;
import static net.pesulabs.console.health.Things.job;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.cluster.CronJob;
import net.pesulabs.console.homelab.cluster.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Work that is done once, or again and again. */
class JobsTest {

  private static final Instant NOW = CREATED.plus(Duration.ofHours(5));

  private static Job failed(String reason, String message) {
    return job("backup", "backup", condition("Failed", "True", reason, message));
  }

  static Stream<Arguments> jobs() {
    Job gaveUp = failed("BackoffLimitExceeded", "Job has reached the specified backoff limit");
    return Stream.of(
        argumentSet("gave up", gaveUp, null, Severity.WARNING, "job-failed", "3 times"),
        argumentSet(
            "too slow",
            failed("DeadlineExceeded", "Job was active longer than specified deadline"),
            null,
            Severity.WARNING,
            "job-deadline",
            "longer than it may"),
        argumentSet(
            "the next run worked",
            gaveUp,
            cronJob("backup", false, NOW, NOW),
            Severity.FINE,
            null,
            ""),
        argumentSet(
            "no run worked since",
            gaveUp,
            cronJob("backup", false, NOW, CREATED.minusSeconds(9)),
            Severity.WARNING,
            "job-failed",
            ""),
        argumentSet(
            "complete",
            job("backup", null, condition("Complete", "True", "", "")),
            null,
            Severity.FINE,
            null,
            ""),
        argumentSet(
            "suspended",
            job("backup", null, condition("Suspended", "True", "JobSuspended", "Job suspended")),
            null,
            Severity.FINE,
            null,
            ""),
        argumentSet("running", job("backup", null), null, Severity.FINE, null, ""));
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void judgesJobs(
      Job job, @Nullable CronJob plan, Severity severity, @Nullable String cause, String english) {
    Judged.as(JobHealth.diagnose(job, plan), severity, cause, english);
  }

  static Stream<Arguments> cronJobs() {
    Instant ran = NOW.minus(Duration.ofHours(1));
    return Stream.of(
        argumentSet("new", cronJob("backup", false, null, null), Severity.FINE, null, ""),
        argumentSet(
            "succeeded",
            cronJob("backup", false, ran, ran.plusSeconds(40)),
            Severity.FINE,
            null,
            ""),
        argumentSet(
            "just over",
            cronJob("backup", false, NOW.minusSeconds(30), ran),
            Severity.BUSY,
            null,
            ""),
        argumentSet(
            "failed",
            cronJob("backup", false, ran, CREATED),
            Severity.WARNING,
            "cronjob-failing",
            "did not succeed"),
        argumentSet(
            "never worked",
            cronJob("backup", false, ran, null),
            Severity.WARNING,
            "cronjob-failing",
            "never succeeded"),
        argumentSet("suspended", cronJob("backup", true, ran, null), Severity.FINE, null, ""));
  }

  @ParameterizedTest
  @MethodSource("cronJobs")
  void judgesWhatRepeats(CronJob job, Severity severity, @Nullable String cause, String english) {
    Judged.as(CronJobHealth.diagnose(job, Warnings.NONE, NOW), severity, cause, english);
  }

  static Stream<Arguments> warnings() {
    return Stream.of(
        argumentSet(
            "missed",
            "MissSchedule",
            "Missed scheduled time to start a job: Mon, 23 Nov 2026 03:00:00 +0000",
            "Missed its time"),
        argumentSet(
            "missed for long",
            "TooManyMissedTimes",
            "too many missed start times: 101. Set or decrease .spec.startingDeadlineSeconds or check clock skew",
            "Missed its time"),
        argumentSet(
            "no schedule",
            "UnparseableCronJobSchedule",
            "unparseable schedule: \"every night\"",
            "cannot be understood"),
        argumentSet(
            "refused",
            "FailedCreate",
            "Error creating job: jobs.batch \"backup-1\" is forbidden",
            "could not be created"));
  }

  @ParameterizedTest
  @MethodSource("warnings")
  void tellsWhyItDoesNotRun(String reason, String message, String english) {
    var warnings = Warnings.of(List.of(event("CronJob", "cron-backup", "", reason, message)));
    Judged.as(
        CronJobHealth.diagnose(cronJob("backup", false, null, null), warnings, NOW),
        Severity.WARNING,
        "cronjob-not-run",
        english);
    Judged.as(
        CronJobHealth.diagnose(cronJob("backup", false, NOW.minusSeconds(9), NOW), warnings, NOW),
        Severity.FINE,
        null,
        "");
  }
}
