package net.pesulabs.console.doctor;

import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;

/** A question of a probe got no answer that would tell what was asked. */
public final class Unanswered extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Message why;
  private final boolean timedOut;

  /**
   * Such a failure.
   *
   * @param timedOut whether there was only silence, so that nothing is known
   */
  public Unanswered(Message why, boolean timedOut) {
    super(why.in(Language.EN), null, false, false);
    this.why = why;
    this.timedOut = timedOut;
  }

  public Message why() {
    return why;
  }

  public boolean timedOut() {
    return timedOut;
  }
}
