package net.pesulabs.console.page.pods;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/** What is known of a pod and its containers, as names and values; what is not told is left out. */
final class PodFacts {

  /** One fact. */
  record Fact(Message name, Localized value) {}

  private PodFacts() {}

  static List<Fact> of(Pod pod, ZoneId zone) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact(Msg.podsStatus(), Localized.verbatim(pod.status())));
    add(facts, Msg.podsReason(), pod.reason());
    add(facts, Msg.podsMessage(), pod.message());
    add(facts, Msg.podsScheduler(), pod.unscheduledBecause());
    facts.add(new Fact(Msg.podsNamespace(), Localized.verbatim(pod.namespace())));
    facts.add(new Fact(Msg.podsWorkload(), PodWords.workload(pod)));
    facts.add(new Fact(Msg.podsNode(), PodWords.orNone(pod.node())));
    facts.add(new Fact(Msg.podsAddress(), address(pod)));
    add(facts, Msg.podsCreated(), pod.created(), zone);
    add(facts, Msg.podsStarted(), pod.started(), zone);
    add(facts, Msg.podsDeleting(), pod.deleting(), zone);
    return List.copyOf(facts);
  }

  static List<Fact> of(Pod.Container container) {
    var facts = new ArrayList<Fact>();
    if (container.exitCode() != null) {
      facts.add(
          new Fact(Msg.podsExitCodeTitle(), Localized.verbatim(container.exitCode().toString())));
    }
    if (container.lastReason() != null || container.lastExitCode() != null) {
      facts.add(
          new Fact(
              Msg.podsLastEnd(), PodWords.ended(container.lastReason(), container.lastExitCode())));
    }
    facts.add(new Fact(Msg.podsRestartsTitle(), Quantity.number(container.restarts(), 0)));
    add(facts, Msg.podsMessage(), container.message());
    facts.add(new Fact(Msg.podsImage(), Localized.verbatim(container.image())));
    return List.copyOf(facts);
  }

  /** The state of a container, and whether it answers. */
  static Localized state(Pod.Container container) {
    Message state =
        switch (container.state()) {
          case "running" ->
              container.ready() ? Msg.podsStateReady() : Msg.podsStateRunningNotReady();
          case "waiting" -> Msg.podsStateWaiting();
          case "terminated" -> Msg.podsStateTerminated();
          default -> Msg.podsStateNone();
        };
    return container.reason() == null ? state : Msg.podsStateBecause(state, container.reason());
  }

  static Severity severity(Pod.Container container) {
    Integer exitCode = container.exitCode();
    String reason = container.reason() == null ? "" : container.reason();
    return switch (container.state()) {
      case "running" -> container.ready() ? Severity.FINE : Severity.BUSY;
      case "terminated" ->
          exitCode == null ? Severity.UNKNOWN : exitCode == 0 ? Severity.FINE : Severity.CRITICAL;
      // The kubelet's reasons of a wait that does not end by itself: ImagePullBackOff,
      // CrashLoopBackOff, ErrImagePull, CreateContainerConfigError, InvalidImageName…
      case "waiting" ->
          reason.endsWith("BackOff")
                  || reason.startsWith("Err")
                  || reason.endsWith("Error")
                  || reason.startsWith("Invalid")
              ? Severity.CRITICAL
              : Severity.BUSY;
      default -> Severity.BUSY;
    };
  }

  /** The whole pod as text, to be pasted into a mail or a search. */
  static String report(PodRow.Seen seen, Language language, ZoneId zone) {
    Pod pod = seen.pod();
    var text = new StringBuilder(pod.qualifiedName()).append('\n');
    text.append(seen.health().text().in(language)).append("\n\n");
    of(pod, zone).forEach(fact -> line(text, "", fact, language));
    for (Pod.Container container : pod.containers()) {
      text.append('\n').append(container.name()).append(": ");
      text.append(state(container).in(language)).append('\n');
      of(container).forEach(fact -> line(text, "  ", fact, language));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String indent, Fact fact, Language language) {
    text.append(indent).append(fact.name().in(language)).append(": ");
    text.append(fact.value().in(language)).append('\n');
  }

  private static Localized address(Pod pod) {
    return pod.ip() != null && pod.hostNetwork()
        ? Msg.podsAddressOfNode(pod.ip())
        : PodWords.orNone(pod.ip());
  }

  private static void add(List<Fact> facts, Message name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(name, Localized.verbatim(value.strip())));
    }
  }

  private static void add(List<Fact> facts, Message name, @Nullable Instant at, ZoneId zone) {
    if (at != null) {
      facts.add(new Fact(name, language -> time(at, zone, language)));
    }
  }

  private static String time(Instant at, ZoneId zone, Language language) {
    var local = at.atZone(zone);
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(language.locale())
            .format(local)
        + ", "
        + DateTimeFormatter.ofPattern("HH:mm:ss").format(local);
  }
}
