package net.pesulabs.console.page.topology.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Who leads to whom, to be asked from both ends. */
final class Links {

  private final Map<String, Set<String>> to = new HashMap<>();
  private final Map<String, Set<String>> from = new HashMap<>();

  /** Makes these all that one leads to; says which it did not lead to before, or no longer does. */
  Set<String> set(String one, Collection<String> others) {
    Set<String> next = new LinkedHashSet<>(others);
    Set<String> before = next.isEmpty() ? to.remove(one) : to.put(one, next);
    Set<String> changed = new LinkedHashSet<>(next);
    for (String each : before == null ? Set.<String>of() : before) {
      if (!changed.remove(each)) {
        changed.add(each);
        from.computeIfPresent(
            each,
            (any, ones) -> {
              ones.remove(one);
              return ones.isEmpty() ? null : ones;
            });
      }
    }
    next.forEach(each -> from.computeIfAbsent(each, any -> new LinkedHashSet<>()).add(one));
    return changed;
  }

  /** Where one leads to. */
  Set<String> of(String one) {
    return Collections.unmodifiableSet(to.getOrDefault(one, Set.of()));
  }

  /** All that somebody leads to. */
  Set<String> others() {
    return Set.copyOf(from.keySet());
  }

  /** Who leads to one. */
  Set<String> to(String other) {
    return Collections.unmodifiableSet(from.getOrDefault(other, Set.of()));
  }
}
