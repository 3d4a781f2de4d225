package net.pesulabs.console.doctor;

import java.util.Locale;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/**
 * One hop of a path, examined or passed over.
 *
 * @param text what was found, in one sentence
 * @param fix who can mend it and how; only of a broken one
 */
public record Hop(HopId id, State state, Message text, @Nullable Fix fix) {

  /** How a hop was found. */
  public enum State {
    OK,
    BROKEN,
    /** Not examined, because the path is broken before it, or there is nothing to examine. */
    SKIPPED,
    /** Asked, and no answer came in time that would tell. */
    UNKNOWN;

    /** The name used by {@code doctor --json}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isBroken() {
    return state == State.BROKEN;
  }
}
