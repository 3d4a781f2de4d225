package net.pesulabs.console.health;

import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.homelab.cluster.Condition;
import net.pesulabs.console.homelab.cluster.Event;
import org.jspecify.annotations.Nullable;

/** The facts a finding rests on, each as {@code field=value}, in the words of the system. */
final class Evidence {

  private Evidence() {}

  /** Those that are there. */
  static List<String> of(@Nullable String... facts) {
    var known = new ArrayList<String>();
    for (String fact : facts) {
      if (fact != null) {
        known.add(fact);
      }
    }
    return List.copyOf(known);
  }

  /** Null where the value is. */
  static @Nullable String said(String field, @Nullable Object value) {
    return value == null ? null : field + "=" + value;
  }

  static @Nullable String event(@Nullable Event event) {
    return event == null
        ? null
        : "event " + event.reason() + " (" + event.count() + "x): " + event.message();
  }

  static List<String> condition(Condition condition) {
    return of(
        condition.type() + "=" + condition.status(),
        condition.reason().isEmpty() ? null : "reason=" + condition.reason(),
        said("message", condition.message()));
  }
}
