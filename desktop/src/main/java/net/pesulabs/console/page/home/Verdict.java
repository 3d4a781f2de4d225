package net.pesulabs.console.page.home;

import java.util.List;
import java.util.stream.Collectors;
import net.pesulabs.console.health.Concern;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.health.TailnetHealth;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/**
 * The answer to “is the house all right?”.
 *
 * @param title the answer in a few words
 * @param detail the one sentence that matters most next
 * @param seesAll whether everybody at home who is asked answers, or has yet to
 */
record Verdict(Kind kind, Severity severity, Message title, Message detail, boolean seesAll) {

  enum Kind {
    FINE,
    CARE,
    /** Nothing known is wrong, but not everything is known. */
    PARTLY,
    /** Nothing at home answers. */
    BLIND,
    /** The first answers are not in yet. */
    LOOKING
  }

  boolean seesSomething() {
    return kind != Kind.BLIND && kind != Kind.LOOKING;
  }

  /**
   * @param troubles the worst first
   */
  static Verdict of(List<Trouble> troubles, Sight sight) {
    List<Source> waiting = sight.waiting();
    if (waiting.isEmpty() && !sight.seesHome()) {
      return blind(sight);
    }
    List<Trouble> care =
        troubles.stream().filter(trouble -> trouble.concern().severity().wantsCare()).toList();
    if (!care.isEmpty()) {
      Trouble worst = care.getFirst();
      return new Verdict(
          Kind.CARE,
          worst.concern().severity(),
          Msg.homeVerdictCare(care.size()),
          worst.headline(),
          sight.silent().isEmpty());
    }
    if (!waiting.isEmpty()) {
      return new Verdict(
          Kind.LOOKING,
          Severity.BUSY,
          Msg.homeVerdictLooking(),
          Msg.homeLookingDetail(titles(waiting)),
          true);
    }
    List<Source> silent = sight.silent();
    if (!silent.isEmpty()) {
      return new Verdict(
          Kind.PARTLY,
          Severity.UNKNOWN,
          Msg.homeVerdictPartly(),
          Msg.homePartlyDetail(titles(silent)),
          false);
    }
    if (troubles.stream().map(Trouble::concern).anyMatch(Concern::isBlindSpot)) {
      return new Verdict(
          Kind.PARTLY, Severity.UNKNOWN, Msg.homeVerdictPartly(), Msg.homePartlyRights(), false);
    }
    return new Verdict(Kind.FINE, Severity.FINE, Msg.homeVerdictFine(), fine(troubles), true);
  }

  /** Nothing is wrong, and yet something may not be there for a while. */
  private static Message fine(List<Trouble> troubles) {
    return troubles.stream()
        .filter(trouble -> trouble.concern().severity() == Severity.BUSY)
        .findFirst()
        .map(Trouble::headline)
        .orElseGet(Msg::homeFineDetail);
  }

  /** It is this computer where its Tailscale says so; else nobody can tell from here. */
  private static Verdict blind(Sight sight) {
    Message detail =
        sight
            .tailnet()
            .known()
            .filter(tailnet -> sight.tailnet().isLive())
            .map(Verdict::whoseFault)
            .orElseGet(Msg::homeBlindUnknown);
    return new Verdict(Kind.BLIND, Severity.UNKNOWN, Msg.homeVerdictBlind(), detail, false);
  }

  private static Message whoseFault(Tailnet tailnet) {
    return tailnet.state() == Tailnet.State.UP
        ? Msg.homeBlindHouse()
        : Msg.homeBlindLaptop(TailnetHealth.of(tailnet).text());
  }

  private static Localized titles(List<Source> sources) {
    return language ->
        sources.stream()
            .map(source -> source.title().in(language))
            .collect(Collectors.joining(", "));
  }
}
