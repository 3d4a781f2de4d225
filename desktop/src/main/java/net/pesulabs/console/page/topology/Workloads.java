package net.pesulabs.console.page.topology;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.pesulabs.console.health.PodHealth;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.WorkloadName;
import org.jspecify.annotations.Nullable;

/** The pods by machine and workload, kept up by what changed. One thread only. */
final class Workloads {

  /**
   * The pods of one workload on one machine.
   *
   * @param node the node's name; null for those without one
   */
  record Key(@Nullable String node, String namespace, WorkloadName workload) {

    /** By namespace, then name. */
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::namespace)
            .thenComparing(key -> key.workload().name())
            .thenComparing(key -> key.workload().kind());

    static Key of(Pod pod) {
      return new Key(pod.node(), pod.namespace(), pod.workload());
    }

    String id() {
      String at = node == null ? Item.UNSCHEDULED : node;
      return "workload/" + at + "/" + namespace + "/" + workload.kind() + "/" + workload.name();
    }
  }

  /**
   * How a group stands.
   *
   * @param total all but those that ended as they should
   */
  record Standing(int ready, int total, Severity severity) {}

  private final Map<Key, TreeMap<String, Pod>> groups = new HashMap<>();
  private final Set<Key> unwell = new HashSet<>();

  /** Takes over the changes and says which groups they touch. */
  Set<Key> apply(List<Table.Change<Pod>> changes) {
    var touched = new HashSet<Key>();
    for (Table.Change<Pod> change : changes) {
      Pod before = change.before();
      Pod after = change.after();
      if (before != null) {
        Key key = Key.of(before);
        touched.add(key);
        groups.computeIfPresent(
            key,
            (k, pods) -> {
              pods.remove(change.uid());
              return pods.isEmpty() ? null : pods;
            });
      }
      if (after != null) {
        Key key = Key.of(after);
        touched.add(key);
        groups.computeIfAbsent(key, k -> new TreeMap<>()).put(change.uid(), after);
      }
    }
    return touched;
  }

  Set<Key> keys() {
    return Set.copyOf(groups.keySet());
  }

  /** Those that time alone can make better or worse. */
  Set<Key> unwell() {
    return Set.copyOf(unwell);
  }

  Collection<Pod> pods(Key key) {
    return List.copyOf(groups.getOrDefault(key, new TreeMap<>()).values());
  }

  Set<String> nodes() {
    return groups.keySet().stream()
        .map(Key::node)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** Null for a group that is gone. */
  @Nullable Standing standing(Key key, Instant now) {
    Collection<Pod> pods = pods(key);
    if (pods.isEmpty()) {
      unwell.remove(key);
      return null;
    }
    int ready = 0;
    int total = 0;
    var worst = Severity.FINE;
    for (Pod pod : pods) {
      boolean ended = pod.phase().equals("Succeeded");
      total += ended ? 0 : 1;
      ready += !ended && pod.ready() ? 1 : 0;
      Severity severity = PodHealth.of(pod, now).severity();
      worst = severity.compareTo(worst) > 0 ? severity : worst;
    }
    if (worst == Severity.FINE) {
      unwell.remove(key);
    } else {
      unwell.add(key);
    }
    return new Standing(ready, total, worst);
  }

  void clear() {
    groups.clear();
    unwell.clear();
  }
}
