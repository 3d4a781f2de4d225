package net.pesulabs.console.page.pods;

import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * What stands where no line can: why the table is empty, and what to do.
 *
 * @param advice null where there is nothing to do
 */
record PodsStatus(Kind kind, Message text, @Nullable Message advice) {

  /** Why there may be nothing to see. */
  enum Kind {
    /** There are lines, or there may be. */
    SHOWN,
    WAITING,
    UNKNOWN,
    /** The cluster answers, but its first list is not here yet. */
    LISTING,
    NO_PODS,
    NO_MATCH
  }

  static PodsStatus noMatch(boolean problemsOnly, boolean words) {
    return new PodsStatus(
        Kind.NO_MATCH, problemsOnly && !words ? Msg.podsNoProblems() : Msg.podsNoMatch(), null);
  }
}
