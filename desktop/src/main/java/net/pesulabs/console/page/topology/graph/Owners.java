package net.pesulabs.console.page.topology.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.CronJob;
import net.pesulabs.console.homelab.cluster.Job;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Workload;
import org.jspecify.annotations.Nullable;

/** What makes pods, by id: the objects that say so, and those that only pods tell of. */
final class Owners {

  static final List<Kind<?>> KINDS =
      List.of(Kind.DEPLOYMENTS, Kind.STATEFUL_SETS, Kind.DAEMON_SETS, Kind.JOBS, Kind.CRON_JOBS);

  private final Map<String, Owner> byId = new HashMap<>();
  private final Map<String, Set<Job>> jobsOf = new HashMap<>();
  private final Set<String> touched = new LinkedHashSet<>();

  void follow(MapLayer.Feeds feeds) {
    for (Kind<Workload> kind : List.of(Kind.DEPLOYMENTS, Kind.STATEFUL_SETS, Kind.DAEMON_SETS)) {
      feeds.rows(kind, changes -> changes.forEach(change -> change(kind.name(), change)));
    }
    feeds.rows(
        Kind.CRON_JOBS,
        (List<Table.Change<CronJob>> changes) ->
            changes.forEach(change -> change(Kind.CRON_JOBS.name(), change)));
    feeds.rows(Kind.JOBS, changes -> changes.forEach(this::job));
  }

  private <T extends ClusterObject> void change(String kind, Table.Change<T> change) {
    T before = change.before();
    T after = change.after();
    if (after != null) {
      Owner owner = Owner.of(kind, after);
      byId.put(owner.id(), owner);
      touched.add(owner.id());
    } else if (before != null) {
      String id = Owner.of(kind, before).id();
      Owner there = byId.get(id);
      ClusterObject object = there == null ? null : there.object();
      // Its successor of the same name may have come first.
      if (object != null && object.uid().equals(change.uid())) {
        byId.remove(id);
        touched.add(id);
      }
    }
  }

  /** The jobs of a CronJob go with it: there is one for each time it ran. */
  private void job(Table.Change<Job> change) {
    Job before = change.before();
    Job after = change.after();
    String planBefore = before == null ? null : planOf(before);
    String planAfter = after == null ? null : planOf(after);
    if (before != null && planBefore != null) {
      Set<Job> jobs = jobsOf.getOrDefault(planBefore, Set.of());
      jobs.remove(before);
      if (jobs.isEmpty()) {
        jobsOf.remove(planBefore);
      }
      touched.add(planBefore);
    }
    if (after != null && planAfter != null) {
      jobsOf.computeIfAbsent(planAfter, any -> new LinkedHashSet<>()).add(after);
      touched.add(planAfter);
    }
    change(
        Kind.JOBS.name(),
        new Table.Change<>(
            change.uid(), planBefore == null ? before : null, planAfter == null ? after : null));
  }

  private static @Nullable String planOf(Job job) {
    var owner = job.meta().owner();
    return owner != null && owner.kind().equals("CronJob")
        ? Ids.of("CronJob", job.namespace(), owner.name())
        : null;
  }

  /** An object that makes pods; null where none is known under that id. */
  @Nullable Owner get(String id) {
    return byId.get(id);
  }

  Set<String> ids() {
    return Set.copyOf(byId.keySet());
  }

  /** The jobs that a CronJob has made and that are still there. */
  Collection<Job> jobsOf(String id) {
    return List.copyOf(jobsOf.getOrDefault(id, Set.of()));
  }

  /** What is to be drawn anew since the last call. */
  Set<String> drain() {
    var drained = new LinkedHashSet<>(touched);
    touched.clear();
    return drained;
  }
}
