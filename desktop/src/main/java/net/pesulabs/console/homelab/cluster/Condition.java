package net.pesulabs.console.homelab.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition of an object.
 *
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param reason in one word; empty where none is given
 * @param since when it last came to this status
 */
public record Condition(
    String type, String status, String reason, @Nullable String message, @Nullable Instant since) {

  public boolean isTrue() {
    return status.equals("True");
  }

  public boolean isFalse() {
    return status.equals("False");
  }

  /** The condition of a type, where the object has it. */
  public static Optional<Condition> find(List<Condition> conditions, String type) {
    return conditions.stream().filter(condition -> condition.type.equals(type)).findFirst();
  }
}
