package net.pesulabs.console.page.topology.graph;

import java.util.HashMap;
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
    private final int[] bySeverity = new int[Severity.values().length];
    private int members;
    private int well;
    private int total;

    void add(Share share, int sign) {
      bySeverity[share.severity.ordinal()] += sign;
      members += sign;
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
      take(before);
      groups.forEach(group -> {
        sums.computeIfAbsent(group, any -> new Sum()).add(share, 1);
        touched.add(group);
      });
    }
  }

  void remove(String id) {
    take(members.remove(id));
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
    return sum == null ? 0 : sum.members;
  }

  /** How the worst of a group is; fine for a group of nothing. */
  Severity worst(String group) {
    Sum sum = sums.get(group);
    int worst = Severity.values().length - 1;
    while (worst > 0 && (sum == null || sum.bySeverity[worst] == 0)) {
      worst--;
    }
    return Severity.values()[worst];
  }

  /** The groups that count something else since the last call. */
  Set<String> drain() {
    var drained = new LinkedHashSet<>(touched);
    touched.clear();
    return drained;
  }

  private void take(@Nullable Member before) {
    if (before != null) {
      before.groups.forEach(group -> {
        touched.add(group);
        sums.computeIfPresent(
            group,
            (any, sum) -> {
              sum.add(before.share, -1);
              return sum.members == 0 ? null : sum;
            });
      });
    }
  }
}
