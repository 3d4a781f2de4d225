package net.pesulabs.console.page.topology;

import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.i18n.Message;

/**
 * A line of the map.
 *
 * @param word the state in a word, for the line itself
 * @param health the state as colour and sentence
 */
record Link(Kind kind, String from, String to, Line line, Message word, Health health) {

  enum Kind {
    WAN,
    LAN,
    TAILNET
  }

  /** How it is drawn, so that colour alone never tells. */
  enum Line {
    SOLID,
    /** Works, by a detour. */
    DASHED,
    /** Nobody knows. */
    DOTTED,
    /** Does not work. */
    BROKEN
  }

  String id() {
    return "link/" + from + "/" + to;
  }

  Severity severity() {
    return health.severity();
  }

  Link byDetour() {
    return new Link(kind, from, to, Line.DASHED, word, health);
  }
}
