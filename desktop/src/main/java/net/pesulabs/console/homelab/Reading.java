package net.pesulabs.console.homelab;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * A value with its source and age, or the reason why there is none. Everything on screen comes out
 * of one of these, so that unknown can never look like zero.
 */
public sealed interface Reading<T> {

  Origin origin();

  /** The value as the source last said it, while the source can be heard. */
  record Live<T>(T value, Origin origin, Instant at) implements Reading<T> {}

  /** The last value of a source that cannot be heard now. */
  record Stale<T>(T value, Origin origin, Instant at, Message why) implements Reading<T> {}

  /** No value, and why. */
  record Unknown<T>(Origin origin, Message why) implements Reading<T> {}

  /** The reading of a source that is still to say its first word. */
  static <T> Reading<T> awaited(Source source) {
    return new Unknown<>(new Origin(source, Route.OTHER, ""), Msg.readingWaiting());
  }

  /** The value, live or stale. */
  default Optional<T> known() {
    return switch (this) {
      case Live<T> live -> Optional.of(live.value);
      case Stale<T> stale -> Optional.of(stale.value);
      case Unknown<T> unknown -> Optional.empty();
    };
  }

  /** When the source said it; empty where it never did. */
  default Optional<Instant> heardAt() {
    return switch (this) {
      case Live<T> live -> Optional.of(live.at);
      case Stale<T> stale -> Optional.of(stale.at);
      case Unknown<T> unknown -> Optional.empty();
    };
  }

  /** Why the value is not live; empty where it is. */
  default Optional<Message> problem() {
    return switch (this) {
      case Live<T> live -> Optional.empty();
      case Stale<T> stale -> Optional.of(stale.why);
      case Unknown<T> unknown -> Optional.of(unknown.why);
    };
  }

  default boolean isLive() {
    return this instanceof Live<T>;
  }

  default Freshness freshness() {
    return switch (this) {
      case Live<T> live -> Freshness.LIVE;
      case Stale<T> stale -> Freshness.STALE;
      case Unknown<T> unknown -> Freshness.UNKNOWN;
    };
  }

  /** How old the value is at {@code now}; never negative. */
  default Optional<Duration> age(Instant now) {
    return heardAt().map(at -> at.isAfter(now) ? Duration.ZERO : Duration.between(at, now));
  }

  /** A part of the value, of the same source and age; null means the source did not tell it. */
  default <R> Reading<R> map(Function<T, @Nullable R> part) {
    R value = known().map(part).orElse(null);
    if (value == null) {
      return new Unknown<>(
          origin(), problem().filter(w -> known().isEmpty()).orElse(Msg.readingNotReported()));
    }
    return switch (this) {
      case Live<T> live -> new Live<>(value, live.origin, live.at);
      case Stale<T> stale -> new Stale<>(value, stale.origin, stale.at, stale.why);
      case Unknown<T> unknown -> new Unknown<>(unknown.origin, unknown.why);
    };
  }

  /** This reading once its source fell silent: the value stays, and so does its age. */
  default Reading<T> lost(Message why) {
    return switch (this) {
      case Live<T> live -> new Stale<>(live.value, live.origin, live.at, why);
      case Stale<T> stale -> new Stale<>(stale.value, stale.origin, stale.at, why);
      case Unknown<T> unknown -> new Unknown<>(unknown.origin, why);
    };
  }
}
