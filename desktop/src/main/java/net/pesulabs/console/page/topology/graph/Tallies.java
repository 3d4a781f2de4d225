package net.pesulabs.console.page.topology.graph;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.pesulabs.console.health.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How the things in each group stand, kept up by what one of them adds and takes: a change costs
 * what the groups it is in cost, however many things are in them.
 */
final class Tallies {

  /**
   * What one thing counts for.
   *
   * @param total 1 where it should be well, 0 where it has ended as it should
   */
  record Share(Severity severity, int well, int total) {}

  private record Member(List<String> groups, Share share) {}

  private static final class Sum {
    private final Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
    private final Set<String> members = new HashSet<>();
    private int well;
    private int total;

    void add(String id, Share share, int sign) {
      bySeverity.merge(share.severity, sign, Integer::sum);
      if (sign > 0) {
        members.add(id);
      } else {
        members.remove(id);
      }
      well += sign * share.well;
      total += sign * share.total;
    }
  }

  private final Map<String, Member> members = new HashMap<>();
  private final Map<String, Sum> sums = new HashMap<>();
  private final Set<String> touched = new LinkedHashSet<>();

  /** Counts a thing in these groups and in no others. */
  void put(String id, List<String> groups, Share share) {
    var next = new Member(List.copyOf(groups), share);
    Member before = members.put(id, next);
    if (!next.equals(before)) {
      take(id, before);
      groups.forEach(group -> {
        sums.computeIfAbsent(group, any -> new Sum()).add(id, share, 1);
        touched.add(group);
      });
    }
  }

  void remove(String id) {
    take(id, members.remove(id));
  }

  boolean isEmpty(String group) {
    return !sums.containsKey(group);
  }

  /** Null for a group of nothing. */
  Vertex.@Nullable Tally of(String group) {
    Sum sum = sums.get(group);
    return sum == null ? null : new Vertex.Tally(sum.well, sum.total);
  }

  /** How many things are in a group, those that have ended too. */
  int count(String group) {
    Sum sum = sums.get(group);
    return sum == null ? 0 : sum.members.size();
  }

  /** The things in a group, by id. */
  Set<String> members(String group) {
    Sum sum = sums.get(group);
    return sum == null ? Set.of() : Collections.unmodifiableSet(sum.members);
  }

  /** How the worst of a group is; fine for a group of nothing. */
  Severity worst(String group) {
    Sum sum = sums.get(group);
    var worst = Severity.FINE;
    if (sum != null) {
      for (Map.Entry<Severity, Integer> each : sum.bySeverity.entrySet()) { // in rising order
        worst = each.getValue() > 0 ? each.getKey() : worst;
      }
    }
    return worst;
  }

  /** All groups look different, whatever they count. */
  void touchAll() {
    touched.addAll(sums.keySet());
  }

  /** The groups that count something else since the last call. */
  Set<String> drain() {
    var drained = new LinkedHashSet<>(touched);
    touched.clear();
    return drained;
  }

  private void take(String id, @Nullable Member before) {
    if (before != null) {
      before.groups.forEach(group -> {
        touched.add(group);
        sums.computeIfPresent(
            group,
            (any, sum) -> {
              sum.add(id, before.share, -1);
              return sum.members.isEmpty() ? null : sum;
            });
      });
    }
  }
}
