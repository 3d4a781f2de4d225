package net.pesulabs.console.page.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/** Gathers named facts, leaving out those there are none of. */
final class FactSheet {

  private final List<Details.Fact> facts = new ArrayList<>();

  FactSheet add(Message label, @Nullable Localized value) {
    if (value != null) {
      facts.add(new Details.Fact(label, value));
    }
    return this;
  }

  FactSheet add(Message label, @Nullable String value) {
    return value == null || value.isEmpty() ? this : add(label, Localized.verbatim(value));
  }

  FactSheet add(Message label, Collection<String> values) {
    return add(label, String.join(", ", values));
  }

  /** A figure of a reading, which says so where there is none. */
  <T> FactSheet figure(Message label, Reading<T> reading, Function<T, Localized> words) {
    return add(label, reading.known().map(words).orElseGet(Msg::readingNotReported));
  }

  /** How long ago something was. */
  FactSheet ago(Message label, @Nullable Instant at, Instant now) {
    return at == null
        ? this
        : add(label, Msg.topologyAgo(Quantity.duration(Duration.between(at, now))));
  }

  /** When a reading that is not live was last heard, and why it is not. */
  FactSheet age(Reading<?> reading, Instant now) {
    if (!reading.isLive()) {
      ago(Msg.topologyFactHeard(), reading.heardAt().orElse(null), now);
      reading.problem().ifPresent(why -> add(Msg.topologyFactProblem(), why));
    }
    return this;
  }

  List<Details.Fact> facts() {
    return List.copyOf(facts);
  }
}
