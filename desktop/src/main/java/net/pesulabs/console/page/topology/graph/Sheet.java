package net.pesulabs.console.page.topology.graph;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/** Gathers what there is to tell of one thing, leaving out what there is none of. */
final class Sheet {

  private final House house;
  private final Instant now;
  private final List<Details.Fact> facts = new ArrayList<>();
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final List<Action> actions = new ArrayList<>();
  private List<Details.PodLine> pods = List.of();
  private int morePods;

  Sheet(House house, Instant now) {
    this.house = house;
    this.now = now;
  }

  House house() {
    return house;
  }

  /**
   * A fact.
   *
   * @param from what it was heard by; null for a setting
   */
  Sheet add(Message label, @Nullable Localized value, @Nullable Reading<?> from) {
    if (value != null) {
      facts.add(new Details.Fact(label, value, from));
    }
    return this;
  }

  Sheet add(Message label, @Nullable String value, @Nullable Reading<?> from) {
    return value == null || value.isEmpty() ? this : add(label, Localized.verbatim(value), from);
  }

  Sheet add(Message label, Collection<String> values, @Nullable Reading<?> from) {
    return add(label, String.join(", ", values), from);
  }

  /** A fact that the cluster tells. */
  Sheet ofCluster(Message label, @Nullable Localized value) {
    return add(label, value, house.cluster());
  }

  Sheet ofCluster(Message label, @Nullable String value) {
    return add(label, value, house.cluster());
  }

  /** A figure of a reading, which says so where there is none. */
  <T> Sheet figure(Message label, Reading<T> reading, Function<T, Localized> words) {
    return add(label, reading.known().map(words).orElseGet(Msg::readingNotReported), reading);
  }

  /** How long ago something was. */
  Sheet ago(Message label, @Nullable Instant at, Reading<?> from) {
    return at == null
        ? this
        : add(label, Msg.topologyAgo(Quantity.duration(Duration.between(at, now))), from);
  }

  /** When a reading that is not live was last heard, and why it is not. */
  Sheet age(Reading<?> reading) {
    if (!reading.isLive()) {
      ago(Msg.topologyFactHeard(), reading.heardAt().orElse(null), reading);
      reading.problem().ifPresent(why -> add(Msg.topologyFactProblem(), why, reading));
    }
    return this;
  }

  Sheet found(Collection<Finding> more) {
    findings.addAll(more);
    return this;
  }

  /** The pods that it is made of, and what was found of them. */
  Sheet pods(Set<String> ids, PodBook book) {
    var lines = new ArrayList<Details.PodLine>();
    for (String id : ids) {
      Pod pod = book.get(id);
      if (pod != null) {
        String name = pod.name();
        lines.add(new Details.PodLine(id, name, pod.status(), house.asHeard(book.health(id))));
      }
    }
    lines.sort(
        Comparator.comparing(
                (Details.PodLine line) -> book.health(line.id()).severity(),
                Comparator.reverseOrder())
            .thenComparing(Details.PodLine::name));
    pods = lines.stream().limit(Details.MOST).toList();
    morePods = lines.size() - pods.size();
    pods.forEach(line -> book.finding(line.id()).ifPresent(findings::add));
    return this;
  }

  Sheet can(Action action) {
    actions.add(action);
    return this;
  }

  Sheet copy(Collection<String> addresses) {
    addresses.forEach(address -> can(new Action.CopyAddress(address)));
    return this;
  }

  Sheet kubectl(String command) {
    return can(new Action.CopyCommand("kubectl " + command));
  }

  /** Left out where it is no address that a browser could open. */
  Sheet browse(String url) {
    try {
      can(new Action.OpenInBrowser(URI.create(url)));
    } catch (IllegalArgumentException e) {
      // Such as a host that is a pattern: there is no page to open.
    }
    return this;
  }

  Details details(Details plain) {
    return new Details(
        plain.id(),
        plain.title(),
        plain.subtitle(),
        plain.health(),
        plain.live(),
        facts,
        findings.stream()
            .sorted(Comparator.comparing(Finding::severity, Comparator.reverseOrder()))
            .limit(Details.MOST)
            .toList(),
        plain.neighbours(),
        pods,
        morePods,
        actions);
  }
}
