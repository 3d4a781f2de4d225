package net.pesulabs.console.page.home;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.health.PodHealth;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.homelab.cluster.Pod;
import org.jspecify.annotations.Nullable;

/** Counts the pods and nodes by what changed, never by walking all of them. One thread only. */
final class Census {

  private record Tally(boolean counts, boolean ready, boolean problem) {
    static final Tally NONE = new Tally(false, false, false);
  }

  private final Map<String, Tally> pods = new HashMap<>();
  private final Map<String, Pod> unwell = new HashMap<>();
  private final Map<String, Boolean> nodes = new HashMap<>();
  private int podsReady;
  private int podsTotal;
  private int podProblems;

  void pods(List<Table.Change<Pod>> changes, Instant now) {
    for (Table.Change<Pod> change : changes) {
      Pod pod = change.after();
      if (pod == null) {
        unwell.remove(change.uid());
        count(pods.remove(change.uid()), Tally.NONE);
      } else {
        judge(pod, now);
      }
    }
  }

  void nodes(List<Table.Change<Node>> changes) {
    for (Table.Change<Node> change : changes) {
      Node node = change.after();
      if (node == null) {
        nodes.remove(change.uid());
      } else {
        nodes.put(change.uid(), Boolean.TRUE.equals(node.ready()));
      }
    }
  }

  /** Judges again those that time alone makes better or worse: waiting turns into hanging. */
  void tick(Instant now) {
    List.copyOf(unwell.values()).forEach(pod -> judge(pod, now));
  }

  void clear() {
    pods.clear();
    unwell.clear();
    nodes.clear();
    podsReady = 0;
    podsTotal = 0;
    podProblems = 0;
  }

  /**
   * The counts.
   *
   * @param nodesSeen whether there being no node means that there is none
   */
  Counts counts(boolean nodesSeen) {
    return new Counts(
        nodesSeen ? (Integer) ready(nodes.values()) : null,
        nodesSeen ? (Integer) nodes.size() : null,
        podsReady,
        podsTotal,
        podProblems);
  }

  private void judge(Pod pod, Instant now) {
    Severity severity = PodHealth.of(pod, now).severity();
    if (severity == Severity.FINE) {
      unwell.remove(pod.uid());
    } else {
      unwell.put(pod.uid(), pod);
    }
    boolean counts = !pod.phase().equals("Succeeded");
    var tally = new Tally(counts, counts && pod.ready(), severity.wantsCare());
    count(pods.put(pod.uid(), tally), tally);
  }

  private void count(@Nullable Tally before, Tally after) {
    add(before == null ? Tally.NONE : before, -1);
    add(after, 1);
  }

  private void add(Tally tally, int sign) {
    podsTotal += tally.counts ? sign : 0;
    podsReady += tally.ready ? sign : 0;
    podProblems += tally.problem ? sign : 0;
  }

  private static int ready(Collection<Boolean> nodes) {
    return Math.toIntExact(nodes.stream().filter(ready -> ready).count());
  }
}
