package net.pesulabs.console.health;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.pesulabs.console.homelab.cluster.Event;

/**
 * What the cluster has warned of about one object within the last hour. Of a pod it only says
 * better what the pod's own state shows: events outlive what they tell of, and may be lost.
 */
record Warnings(List<Event> events) {

  static final Warnings NONE = new Warnings(List.of());

  private static final Comparator<Event> BY_TIME =
      Comparator.comparing(Event::last, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(Event::uid);

  static Warnings of(Collection<Event> events) {
    return events.isEmpty() ? NONE : new Warnings(events.stream().sorted(BY_TIME).toList());
  }

  /** The last one of any of these reasons. */
  Optional<Event> last(String... reasons) {
    Set<String> wanted = Set.of(reasons);
    return last(event -> wanted.contains(event.reason()));
  }

  Optional<Event> last(Predicate<Event> which) {
    return events.stream().filter(which).reduce((earlier, later) -> later);
  }

  /** The last one of this reason about a container, whose message begins so. */
  Optional<Event> ofContainer(String container, String reason, String beginning) {
    return last(event ->
        event.reason().equals(reason)
            && event.message().startsWith(beginning)
            && event.about().field().endsWith("{" + container + "}"));
  }
}
