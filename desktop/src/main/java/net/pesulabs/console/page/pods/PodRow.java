package net.pesulabs.console.page.pods;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.PodHealth;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.cluster.Meta;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.WorkloadName;

/** A pod's line in the table. The line stays the same while its pod changes. FX thread only. */
final class PodRow {

  /** A pod and what its state means; one value, so that a change reaches the table once. */
  record Seen(Pod pod, Health health) {}

  private final String uid;
  private final ReadOnlyObjectWrapper<Seen> seen;
  private String haystack;

  /** What the property holds. Sorting asks thousands of times a second, and a property is slow. */
  private Seen current;

  /** By namespace, then name, then uid, none of which a pod changes in its life. */
  private final String place;

  /** Where the line stands in the list, kept by {@link PodList}. */
  int index;

  PodRow(Pod pod, Instant now) {
    this.uid = pod.uid();
    this.current = new Seen(pod, PodHealth.of(pod, now));
    this.seen = new ReadOnlyObjectWrapper<>(current);
    this.place = pod.namespace() + '\0' + pod.name() + '\0' + uid;
    this.haystack = haystack(pod);
  }

  /** A line that says nothing. */
  static PodRow blank() {
    var pod =
        new Pod(
            Meta.of("", "", "", null),
            "",
            "Running",
            null,
            null,
            false,
            new WorkloadName("Pod", ""),
            0,
            0,
            0,
            null,
            null,
            null,
            null,
            true,
            null,
            List.of(),
            List.of());
    return new PodRow(pod, Instant.EPOCH);
  }

  void show(Pod next, Instant now) {
    haystack = haystack(next);
    set(new Seen(next, PodHealth.of(next, now)));
  }

  /** Judges the pod anew: some states are problems only once they last. */
  void judge(Instant now) {
    Health next = PodHealth.of(pod(), now);
    if (!next.equals(health())) {
      set(new Seen(pod(), next));
    }
  }

  private void set(Seen next) {
    current = next;
    seen.set(next);
  }

  String uid() {
    return uid;
  }

  Pod pod() {
    return current.pod();
  }

  Health health() {
    return current.health();
  }

  ReadOnlyObjectProperty<Seen> seenProperty() {
    return seen.getReadOnlyProperty();
  }

  /** Where it stands among its equals. */
  String place() {
    return place;
  }

  /** Whether somebody should look at it; not to know is a reason to. */
  boolean needsCare() {
    return health().severity().compareTo(Severity.UNKNOWN) >= 0;
  }

  /** Whether it holds a word in any of the columns that are searched; the word in lower case. */
  boolean holds(String word) {
    return haystack.contains(word);
  }

  private static String haystack(Pod pod) {
    return String.join(
            "\n",
            pod.namespace(),
            pod.name(),
            Objects.requireNonNullElse(pod.node(), ""),
            pod.status(),
            pod.workload().kind() + "/" + pod.workload().name())
        .toLowerCase(Locale.ROOT);
  }
}
