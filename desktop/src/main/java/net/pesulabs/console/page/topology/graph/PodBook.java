package net.pesulabs.console.page.topology.graph;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.HouseHealth;
import net.pesulabs.console.health.PodHealth;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Localized;
import org.jspecify.annotations.Nullable;

/** The pods and how each is, by id and by node, kept up by what changed. */
final class PodBook {

  private final HouseHealth health;
  private final Supplier<Instant> now;
  private final Map<String, Pod> pods = new HashMap<>();
  private final Map<String, Health> judged = new HashMap<>();
  private final Map<String, Set<String>> byNode = new HashMap<>();
  private final Set<String> unwell = new HashSet<>();

  PodBook(HouseHealth health, Supplier<Instant> now) {
    this.health = health;
    this.now = now;
  }

  /** Takes over the changes; says which pods they touch. */
  Set<String> apply(List<Table.Change<Pod>> changes) {
    var touched = new LinkedHashSet<String>();
    for (Table.Change<Pod> change : changes) {
      Pod before = change.before();
      Pod after = change.after();
      if (after != null) {
        String id = Ids.of(after);
        forget(id);
        pods.put(id, after);
        String node = after.node();
        if (node != null) {
          byNode.computeIfAbsent(node, any -> new HashSet<>()).add(id);
        }
        touched.add(id);
      } else if (before != null) {
        String id = Ids.of(before);
        Pod there = pods.get(id);
        // Its successor of the same name may have come first.
        if (there != null && there.uid().equals(change.uid())) {
          forget(id);
          touched.add(id);
        }
      }
    }
    touched.forEach(this::judge);
    return touched;
  }

  /** Says whether it looks different. */
  boolean judge(String id) {
    Pod pod = pods.get(id);
    if (pod == null) {
      return false;
    }
    Health next =
        health
            .about(pod)
            .map(found -> new Health(found.severity(), found.text()))
            .orElseGet(() -> PodHealth.of(pod, now.get()));
    if (next.severity() == Severity.FINE) {
      unwell.remove(id);
    } else {
      unwell.add(id);
    }
    return !next.equals(judged.put(id, next));
  }

  @Nullable Pod get(String id) {
    return pods.get(id);
  }

  /** How a pod is; only of one that is there. */
  Health health(String id) {
    return Objects.requireNonNull(judged.get(id), id);
  }

  /** What a pod counts for; only of one that is there. */
  Tallies.Share share(String id, House house) {
    Pod pod = Objects.requireNonNull(pods.get(id), id);
    int total = pod.phase().equals("Succeeded") ? 0 : 1;
    return new Tallies.Share(
        house.seesCluster() ? health(id).severity() : Severity.UNKNOWN,
        total == 1 && pod.ready() ? 1 : 0,
        total);
  }

  /** A pod as it is drawn; only of one that is there. */
  Vertex vertex(String id, String parent, int rank, House house) {
    Pod pod = Objects.requireNonNull(pods.get(id), id);
    return new Vertex(
        id,
        Vertex.Sort.POD,
        parent,
        rank,
        Localized.verbatim(pod.name()),
        Localized.verbatim(pod.status()),
        house.asHeard(health(id)),
        house.seesCluster(),
        null);
  }

  /** What was found of a pod; empty for one that is gone. */
  Optional<Finding> finding(String id) {
    return Optional.ofNullable(pods.get(id)).flatMap(health::about);
  }

  /** Those that time alone can make better or worse. */
  Set<String> unwell() {
    return Set.copyOf(unwell);
  }

  /** The names of the nodes that pods are on. */
  Set<String> nodes() {
    return Collections.unmodifiableSet(byNode.keySet());
  }

  Set<String> onNode(String node) {
    return Collections.unmodifiableSet(byNode.getOrDefault(node, Set.of()));
  }

  Set<String> ids() {
    return Collections.unmodifiableSet(pods.keySet());
  }

  private void forget(String id) {
    Pod gone = pods.remove(id);
    unwell.remove(id);
    judged.remove(id);
    if (gone != null && gone.node() != null) {
      byNode.computeIfPresent(
          gone.node(),
          (node, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
          });
    }
  }
}
