package net.pesulabs.console.health;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.pesulabs.console.homelab.Table;
import org.jspecify.annotations.Nullable;

/**
 * What was found, by the object it was found of, gathered into concerns. Written by one thread at a
 * time; read by any.
 */
final class Ledger {

  private record Entry(String group, List<Finding> findings) {}

  /** The worst first; of the same, those that take most with them, then the oldest. */
  private static final Comparator<Concern> BY_WEIGHT =
      Comparator.comparing(Concern::severity, Comparator.reverseOrder())
          .thenComparing(Concern::foldedCount, Comparator.reverseOrder())
          .thenComparing(
              concern -> concern.leading().since(), Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Concern::id);

  private final Map<String, Entry> slots = new ConcurrentHashMap<>();
  private final Map<String, Group> groups = new HashMap<>();
  private final Table<Concern> concerns = new Table<>(Concern::id);

  /** The groups to tell of later; null where they are told of at once. */
  private @Nullable Set<String> deferred;

  Table<Concern> concerns() {
    return concerns;
  }

  List<Concern> sorted() {
    return concerns.all().stream().sorted(BY_WEIGHT).toList();
  }

  /** What was found of an object. */
  List<Finding> of(String slot) {
    Entry entry = slots.get(slot);
    return entry == null ? List.of() : entry.findings;
  }

  boolean has(String slot) {
    return slots.containsKey(slot);
  }

  /** Replaces what was found of an object, which goes with the group. */
  void conclude(String slot, String group, List<Finding> findings) {
    var after = new Entry(group, List.copyOf(findings));
    Entry before = findings.isEmpty() ? slots.remove(slot) : slots.put(slot, after);
    if (before == null ? findings.isEmpty() : before.equals(after)) {
      return;
    }
    Set<String> touched = new LinkedHashSet<>();
    if (before != null) {
      before.findings.forEach(finding -> group(before.group).remove(slot, finding));
      touched.add(before.group);
    }
    if (!findings.isEmpty()) {
      findings.forEach(finding -> group(group).add(slot, finding));
      touched.add(group);
    }
    if (deferred == null) {
      touched.forEach(this::tell);
    } else {
      deferred.addAll(touched);
    }
  }

  /** Tells of each concern once, however many of its findings are concluded meanwhile. */
  void together(Runnable conclusions) {
    if (deferred != null) {
      conclusions.run();
      return;
    }
    var touched = new LinkedHashSet<String>();
    deferred = touched;
    try {
      conclusions.run();
    } finally {
      deferred = null;
      touched.forEach(this::tell);
    }
  }

  void forget(String slot) {
    conclude(slot, "", List.of());
  }

  /** What was found of an object goes with another group from now on. */
  void move(String slot, String group) {
    List<Finding> findings = of(slot);
    if (!findings.isEmpty()) {
      conclude(slot, group, findings);
    }
  }

  private Group group(String id) {
    return groups.computeIfAbsent(id, any -> new Group());
  }

  private void tell(String id) {
    Group group = group(id);
    if (group.isEmpty()) {
      groups.remove(id);
      concerns.remove(id);
    } else {
      concerns.put(group.concern(id));
    }
  }
}
