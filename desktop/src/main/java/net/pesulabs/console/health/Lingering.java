package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes findings out of figures that waver: what was found is told anew only now and then, and ends
 * only when it has been gone for a while. Times are those of the figures, so that judging the same
 * ones again changes nothing. One thread at a time.
 */
final class Lingering {

  /** What is gone for less long may be back in a moment. */
  static final Duration STAYS = Duration.ofSeconds(15);

  /** So often a sentence with a figure in it may change. */
  static final Duration RETOLD = Duration.ofSeconds(10);

  private record Held(Diagnosis said, Instant saidAt, Instant seenAt) {}

  private final Map<String, Map<String, Held>> held = new HashMap<>();

  /** The causes that hold of an object. */
  Set<String> causes(String object) {
    Map<String, Held> causes = held.get(object);
    return causes == null ? Set.of() : Set.copyOf(causes.keySet());
  }

  /**
   * What to say of an object.
   *
   * @param found what its figures show at this time
   */
  List<Diagnosis> settle(String object, List<Diagnosis> found, Instant at) {
    Map<String, Held> before = held.get(object);
    var after = new HashMap<String, Held>();
    for (Diagnosis diagnosis : found) {
      String cause = diagnosis.cause();
      if (cause != null) {
        Held old = before == null ? null : before.get(cause);
        // Seen for the first time, nobody knows since when it is so.
        Instant since = old != null ? old.said.since() : before == null ? null : at;
        after.put(cause, said(diagnosis, since, old, at));
      }
    }
    if (before != null) {
      before.forEach((cause, old) -> {
        if (old.seenAt.plus(STAYS).isAfter(at)) {
          after.putIfAbsent(cause, old);
        }
      });
    }
    held.put(object, after);
    return new ArrayList<>(after.values().stream().map(Held::said).toList());
  }

  void keepOnly(Set<String> objects) {
    held.keySet().retainAll(objects);
  }

  private static Held said(
      Diagnosis diagnosis, @Nullable Instant since, @Nullable Held old, Instant at) {
    if (old != null
        && old.said.severity() == diagnosis.severity()
        && old.saidAt.plus(RETOLD).isAfter(at)) {
      return new Held(old.said, old.saidAt, at);
    }
    var dated =
        new Diagnosis(
            diagnosis.cause(),
            diagnosis.severity(),
            diagnosis.text(),
            diagnosis.advice(),
            diagnosis.evidence(),
            since);
    return new Held(dated, at, at);
  }
}
