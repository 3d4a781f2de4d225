package net.pesulabs.console.doctor;

import java.util.List;
import net.pesulabs.console.doctor.Fix.Command;
import net.pesulabs.console.doctor.Fix.Healer;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a check found, before it is known on which hop.
 *
 * @param away whether a silence means no more than that this computer is not at home
 */
record Verdict(Hop.State state, Message text, @Nullable Fix fix, boolean away) {

  static Verdict ok(Message text) {
    return new Verdict(Hop.State.OK, text, null, false);
  }

  static Verdict unknown(Message text) {
    return new Verdict(Hop.State.UNKNOWN, text, null, false);
  }

  /** There is nothing to examine. */
  static Verdict nothing(Message text) {
    return new Verdict(Hop.State.SKIPPED, text, null, false);
  }

  static Verdict broken(Message text, Healer who, Message how, Command... commands) {
    return broken(text, new Fix(who, how, List.of(commands)));
  }

  static Verdict broken(Message text, Fix fix) {
    return new Verdict(Hop.State.BROKEN, text, fix, false);
  }

  /** Nothing at home can be heard from where this computer is. */
  static Verdict away(Message text, Fix fix) {
    return new Verdict(Hop.State.BROKEN, text, fix, true);
  }

  Hop on(HopId id) {
    return new Hop(id, state, text, fix);
  }
}
