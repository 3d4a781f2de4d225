package net.pesulabs.console.page.topology.graph;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is shown of one sort, by id, and which of it looks different since that was last told. */
final class Shown<T> {

  private final Map<String, T> all = new HashMap<>();
  private final Map<String, T> view = Collections.unmodifiableMap(all);
  private final Map<String, Optional<T>> before = new LinkedHashMap<>();

  /** A view that changes with this. */
  Map<String, T> all() {
    return view;
  }

  /** Says what was there before; null for nothing. */
  @Nullable T put(String id, T next) {
    T old = all.put(id, next);
    if (!next.equals(old)) {
      before.putIfAbsent(id, Optional.ofNullable(old));
    }
    return old;
  }

  @Nullable T remove(String id) {
    T old = all.remove(id);
    if (old != null) {
      before.putIfAbsent(id, Optional.of(old));
    }
    return old;
  }

  /** What is not as it was at the last call: neither what came and went, nor what turned back. */
  Set<String> drain() {
    var changed = new LinkedHashSet<String>();
    before.forEach((id, old) -> {
      if (!old.equals(Optional.ofNullable(all.get(id)))) {
        changed.add(id);
      }
    });
    before.clear();
    return Collections.unmodifiableSet(changed);
  }
}
