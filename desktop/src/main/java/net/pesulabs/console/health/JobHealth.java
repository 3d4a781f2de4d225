package net.pesulabs.console.health;

import java.time.Instant;
import java.util.Optional;
import net.pesulabs.console.homelab.cluster.Condition;
import net.pesulabs.console.homelab.cluster.CronJob;
import net.pesulabs.console.homelab.cluster.Job;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** Work that was to be done once. */
final class JobHealth {

  private JobHealth() {}

  static boolean isComplete(Job job) {
    return Condition.find(job.conditions(), "Complete").filter(Condition::isTrue).isPresent();
  }

  /**
   * Whether it has given up.
   *
   * @param plan what makes it again and again; null where nothing does
   */
  static Diagnosis diagnose(Job job, @Nullable CronJob plan) {
    Optional<Condition> failed =
        Condition.find(job.conditions(), "Failed").filter(Condition::isTrue);
    if (failed.isEmpty() || job.deleting() != null || isOutdone(job, failed.get(), plan)) {
      return Diagnosis.fine(Severity.FINE, Msg.workloadFine());
    }
    Condition condition = failed.get();
    boolean late = condition.reason().equals("DeadlineExceeded");
    String logs = "kubectl " + Kubectl.in(job) + "logs job/" + job.name() + " --all-pods";
    return Diagnosis.of(
        late ? "job-deadline" : "job-failed",
        Severity.WARNING,
        late ? Msg.jobDeadline() : Msg.jobFailed(job.failed()),
        late ? Msg.adviceJobDeadline(logs) : Msg.adviceJobFailed(logs),
        Evidence.condition(condition),
        condition.since());
  }

  /** A later run of the same work has succeeded. */
  private static boolean isOutdone(Job job, Condition failed, @Nullable CronJob plan) {
    Instant succeeded = plan == null ? null : plan.lastSucceeded();
    Instant ended = failed.since() == null ? job.created() : failed.since();
    return succeeded != null && ended != null && succeeded.isAfter(ended);
  }
}
