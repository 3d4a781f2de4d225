package net.pesulabs.console.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.pesulabs.console.homelab.Freshness;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.Workload;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * The last changes of the house: what went wrong and what is right again, what was restarted or
 * brought to another version, who fell silent and who is back. Some of it the house itself dates,
 * so that a console just started has something to tell. Safe for any thread.
 */
final class Chronicle implements Subscription {

  private static final int MOST = 40;
  private static final Duration LATELY = Duration.ofHours(24);

  /** What comes and goes more quickly is a matter of the order in which facts arrive. */
  private static final Duration LASTING = Duration.ofSeconds(10);

  private final Clock clock;
  private final LiveHomelab homelab;
  private final Table<Happening> happenings = new Table<>(Happening::id);
  private final Map<String, Instant> noticed = new HashMap<>();
  private final Map<Source, Freshness> heard = new HashMap<>();
  private final List<Subscription> feeds = new ArrayList<>();

  Chronicle(LiveHomelab homelab, Table<Concern> concerns, Clock clock) {
    this.homelab = homelab;
    this.clock = clock;
    for (Source source : Source.values()) {
      feeds.add(homelab.reading(source).onChange(reading -> heard(source, reading)));
    }
    feeds.add(concerns.follow(this::concern));
    feeds.add(homelab.pods().follow(this::pod));
    feeds.add(homelab.nodes().follow(this::node));
    for (Kind<Workload> kind : ClusterFacts.MAKERS) {
      feeds.add(homelab.objects().of(kind).rows().follow(this::workload));
    }
  }

  Table<Happening> happenings() {
    return happenings;
  }

  @Override
  public void close() {
    feeds.forEach(Subscription::close);
  }

  private synchronized void concern(Table.Change<Concern> change) {
    if (change.uid().startsWith("source/")) {
      return; // that is told as silence
    }
    Concern before = cared(change.before());
    Concern after = cared(change.after());
    if (before == null && after != null) {
      began(after);
    } else if (before != null && after == null) {
      ended(before);
    } else if (after != null && after.leading().since() != null) {
      dated(after, after.leading().since());
    }
  }

  /** Of some troubles it is known only later since when they are there. */
  private void dated(Concern concern, Instant since) {
    happenings
        .get("began " + concern.id())
        .filter(happening -> happening.at().isAfter(since))
        .map(happening ->
            new Happening(happening.id(), since, happening.severity(), happening.text()))
        .ifPresent(happenings::put);
  }

  private static @Nullable Concern cared(@Nullable Concern concern) {
    return concern != null && concern.severity().wantsCare() ? concern : null;
  }

  private void began(Concern concern) {
    Finding finding = concern.leading();
    noticed.put(concern.id(), clock.instant());
    tell(
        "began " + concern.id(),
        finding.since() == null ? clock.instant() : finding.since(),
        concern.severity(),
        Msg.happeningBegan(finding.text()));
  }

  private void ended(Concern concern) {
    if (isPassing(noticed.remove(concern.id()))) {
      happenings.remove("began " + concern.id());
    } else if (homelab.reading(teller(concern)).get().isLive()) {
      tell(
          "ended " + concern.id(),
          clock.instant(),
          Severity.FINE,
          Msg.happeningEnded(concern.leading().text()));
    }
  }

  /** Who must be heard for the end of a concern to be good news. */
  private static Source teller(Concern concern) {
    return switch (concern.id().split("/", 2)[0]) {
      case Groups.TAILNET -> Source.TAILNET;
      case "machine" ->
          switch (concern.leading().cause()) {
            case TailnetHealth.OFFLINE -> Source.TAILNET;
            case MachineHealth.DISK -> Source.GPU;
            default -> Source.GATEWAY;
          };
      case "gpu" -> Source.GPU;
      default -> Source.CLUSTER;
    };
  }

  private synchronized void heard(Source source, Reading<?> reading) {
    Freshness now = reading.freshness();
    Freshness before = heard.put(source, now);
    if (source == Source.CLUSTER && before != null && SourceHealth.isWaiting(reading)) {
      noticed.clear(); // another house from now on
      happenings.replaceAll(List.of());
      return;
    }
    if (before == Freshness.LIVE && now == Freshness.STALE) {
      lost(source);
    } else if (before == Freshness.STALE && now == Freshness.LIVE) {
      back(source);
    }
  }

  private void lost(Source source) {
    noticed.put("source/" + source.id(), clock.instant());
    tell(
        "heard " + source.id(),
        clock.instant(),
        Severity.UNKNOWN,
        Msg.happeningLost(source.title()));
  }

  private void back(Source source) {
    if (isPassing(noticed.remove("source/" + source.id()))) {
      happenings.remove("heard " + source.id());
    } else {
      tell(
          "heard " + source.id(),
          clock.instant(),
          Severity.FINE,
          Msg.happeningBack(source.title()));
    }
  }

  private boolean isPassing(@Nullable Instant since) {
    return since == null || since.plus(LASTING).isAfter(clock.instant());
  }

  private synchronized void pod(Table.Change<Pod> change) {
    Pod pod = change.after();
    if (pod == null || pod.lastRestart() == null) {
      return;
    }
    Pod before = change.before();
    if (before == null || !Objects.equals(before.lastRestart(), pod.lastRestart())) {
      String workload = Groups.of(pod);
      tell(
          "restart " + workload,
          pod.lastRestart(),
          Severity.NOTICE,
          Msg.happeningRestarted(Localized.verbatim(pod.workload().name())));
    }
  }

  private synchronized void node(Table.Change<Node> change) {
    Node node = change.after();
    Node before = change.before();
    if (node == null || node.readySince() == null) {
      return;
    }
    if (before != null && Objects.equals(before.ready(), node.ready())) {
      return;
    }
    boolean ready = Boolean.TRUE.equals(node.ready());
    tell(
        "node " + node.name(),
        node.readySince(),
        ready ? Severity.FINE : Severity.CRITICAL,
        ready ? Msg.happeningNodeUp(node.name()) : Msg.happeningNodeDown(node.name()));
  }

  private synchronized void workload(Table.Change<Workload> change) {
    Workload before = change.before();
    Workload after = change.after();
    if (before == null || after == null) {
      return;
    }
    if (!before.images().equals(after.images())) {
      tell("version " + change.uid(), clock.instant(), Severity.NOTICE, version(before, after));
    }
    Integer from = before.desired();
    Integer to = after.desired();
    if (from != null && to != null && !from.equals(to) && !after.kind().equals("DaemonSet")) {
      tell(
          "scale " + change.uid(),
          clock.instant(),
          Severity.NOTICE,
          Msg.happeningScaled(after.name(), from, to));
    }
  }

  private static Message version(Workload before, Workload after) {
    var added = new ArrayList<>(after.images());
    added.removeAll(before.images());
    return added.isEmpty()
        ? Msg.happeningChanged(after.name())
        : Msg.happeningVersion(after.name(), added.getFirst());
  }

  private void tell(String id, Instant at, Severity severity, Message text) {
    if (at.isBefore(clock.instant().minus(LATELY))) {
      return;
    }
    Happening before = happenings.get(id).orElse(null);
    if (before != null && before.at().isAfter(at)) {
      return; // of several pods the one that was restarted last counts
    }
    happenings.put(new Happening(id, at, severity, text));
    if (happenings.size() > MOST) {
      happenings.all().stream()
          .min(Comparator.comparing(Happening::at))
          .map(Happening::id)
          .ifPresent(happenings::remove);
    }
  }
}
