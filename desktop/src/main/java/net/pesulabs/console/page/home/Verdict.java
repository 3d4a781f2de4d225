package net.pesulabs.console.page.home;

import java.util.List;
import java.util.function.Function;
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
   * @param concerns the worst first
   * @param headline what to say of one first
   */
  static Verdict of(List<Concern> concerns, Function<Concern, Message> headline, Sight sight) {
    List<Source> waiting = sight.waiting();
    if (waiting.isEmpty() && !sight.seesHome()) {
      return blind(sight);
    }
    List<Concern> care =
        concerns.stream().filter(concern -> concern.severity().wantsCare()).toList();
    if (!care.isEmpty()) {
      Concern worst = care.getFirst();
      return new Verdict(
          Kind.CARE,
          worst.severity(),
          Msg.homeVerdictCare(care.size()),
          headline.apply(worst),
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
    if (concerns.stream().anyMatch(Concern::isBlindSpot)) {
      return new Verdict(
          Kind.PARTLY, Severity.UNKNOWN, Msg.homeVerdictPartly(), Msg.homePartlyRights(), false);
    }
    // Nothing is wrong, and yet something may not be there for a while.
    Message detail =
        concerns.stream()
            .filter(concern -> concern.severity() == Severity.BUSY)
            .findFirst()
            .map(headline)
            .orElseGet(Msg::homeFineDetail);
    return new Verdict(Kind.FINE, Severity.FINE, Msg.homeVerdictFine(), detail, true);
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
