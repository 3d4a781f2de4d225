package net.pesulabs.console.page.pods;

import java.time.Instant;
import java.util.Comparator;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.cluster.Pod;

/** The orders of the table. */
final class PodOrder {

  /**
   * What needs care first, the worst above. What is merely on its way stands among the fine, so
   * that a rollout does not make lines jump.
   */
  static final Comparator<PodRow> SEVERITY = PodOrder::bySeverity;

  private PodOrder() {}

  // Not a chain of Comparator.comparing: with thousands of lines in motion it was a third of what
  // the FX thread did.
  private static int bySeverity(PodRow one, PodRow other) {
    int severity = urgency(other).compareTo(urgency(one));
    return severity == 0 ? one.place().compareTo(other.place()) : severity;
  }

  private static Severity urgency(PodRow row) {
    return row.needsCare() ? row.health().severity() : Severity.FINE;
  }

  /** By a column; what is equal there, as in {@link #SEVERITY}. */
  static Comparator<PodRow> by(Comparator<PodRow> column) {
    return column.thenComparing(SEVERITY);
  }

  static double readiness(Pod pod) {
    return pod.totalContainers() == 0 ? 0 : (double) pod.readyContainers() / pod.totalContainers();
  }

  /** By age, the youngest first and those of unknown age last. */
  static int byAge(Pod one, Pod other) {
    return Comparator.comparing(
            Pod::created, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
        .compare(one, other);
  }
}
