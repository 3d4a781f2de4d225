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
    REFUSED
  }

  static Trouble of(Kind kind, Message why) {
    return new Trouble(kind, why, Duration.ZERO);
  }
}
