package net.pesulabs.console.source.kubernetes;

import java.time.Duration;
import net.pesulabs.console.i18n.Message;

/**
 * Why the cluster cannot be heard.
 *
 * @param retryAfter how long the server asked to be left alone; zero where it did not
 */
record Trouble(Kind kind, Message why, Duration retryAfter) {

  /** What can be done about it, by the program. */
  enum Kind {
    /** The connection: try again. */
    LINK,
    /** What was asked from is forgotten: list again. */
    GONE,
    /** The server asks for time. */
    BUSY,
    /** Only a person can cure it: try on, slowly, and say so at once. */
    REFUSED,
    /** The login may not see this; it may see other things. */
    FORBIDDEN,
    /** The server has no such kind. */
    ABSENT
  }

  /** Whether no other attempt will help, but a person might. */
  boolean isLasting() {
    return kind == Kind.REFUSED || isOutOfSight();
  }

  /** Whether this is all there is to know of one kind, and says nothing of the others. */
  boolean isOutOfSight() {
    return kind == Kind.FORBIDDEN || kind == Kind.ABSENT;
  }

  static Trouble of(Kind kind, Message why) {
    return new Trouble(kind, why, Duration.ZERO);
  }
}
