package net.pesulabs.console.health;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Meta;
import org.jspecify.annotations.Nullable;

/** Objects by what they have in common, kept up per change. One thread at a time. */
final class Index<T extends ClusterObject> {

  private final Function<T, Collection<String>> keysOf;
  private final Map<String, Map<String, T>> rows = new HashMap<>();

  Index(Function<T, Collection<String>> keysOf) {
    this.keysOf = keysOf;
  }

  static <T extends ClusterObject> Index<T> byName() {
    return new Index<>(object -> List.of(object.qualifiedName()));
  }

  /** By the uid of what manages them. */
  static <T extends ClusterObject> Index<T> byOwner() {
    return new Index<>(object -> {
      Meta.Owner owner = object.meta().owner();
      return owner == null ? List.of() : List.of(owner.uid());
    });
  }

  void change(Table.Change<T> change) {
    if (change.before() != null) {
      keysOf.apply(change.before()).forEach(key -> remove(key, change.uid()));
    }
    T after = change.after();
    if (after != null) {
      keysOf
          .apply(after)
          .forEach(key ->
              rows.computeIfAbsent(key, any -> new LinkedHashMap<>()).put(after.uid(), after));
    }
  }

  /** A view; not to be kept. */
  Collection<T> get(String key) {
    Map<String, T> found = rows.get(key);
    return found == null ? List.of() : found.values();
  }

  Optional<T> first(@Nullable String key) {
    return key == null ? Optional.empty() : get(key).stream().findFirst();
  }

  private void remove(String key, String uid) {
    rows.computeIfPresent(
        key,
        (any, found) -> {
          found.remove(uid);
          return found.isEmpty() ? null : found;
        });
  }
}
