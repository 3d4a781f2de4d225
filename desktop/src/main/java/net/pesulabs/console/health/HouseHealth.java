package net.pesulabs.console.health;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/**
 * The findings of the whole house, kept up per change: each changed object is judged anew, and only
 * that one. What merely takes its time is judged again every few seconds, for the moment it takes
 * too long. Rules run on the thread that writes the fact. Closed by the one who made it.
 */
public final class HouseHealth implements Subscription {

  private static final Duration TICK = Duration.ofSeconds(5);

  private final LiveHomelab homelab;
  private final Cell<Settings> settings;
  private final Clock clock;
  private final Table<Finding> findings = new Table<>(HouseHealth::key);
  private final Map<String, String> keyByObject = new ConcurrentHashMap<>();

  /** Pods whose health may change with time alone. */
  private final Set<String> podsInTime = ConcurrentHashMap.newKeySet();

  private final List<Subscription> feeds = new ArrayList<>();
  private final Thread ticker;

  public HouseHealth(LiveHomelab homelab, Cell<Settings> settings, Clock clock) {
    this.homelab = homelab;
    this.settings = settings;
    this.clock = clock;
    feeds.add(homelab.pods().follow(this::judgePod));
    feeds.add(homelab.nodes().follow(this::judgeNode));
    for (Source source : Source.values()) {
      feeds.add(homelab.reading(source).onChange(reading -> judgeSource(source)));
    }
    feeds.add(settings.onChange(chosen -> judgeSource(Source.TAILNET)));
    ticker = Thread.ofVirtual().name("health-tick").start(this::tickUntilClosed);
  }

  /** What wants care now, unsorted; keyed by cause and object. */
  public Table<Finding> findings() {
    return findings;
  }

  /** What wants care now, the worst first. */
  public List<Finding> sorted() {
    return findings.all().stream()
        .sorted(Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::object))
        .toList();
  }

  @Override
  public void close() {
    ticker.interrupt();
    feeds.forEach(Subscription::close);
  }

  private void judgePod(Table.Change<Pod> change) {
    Pod pod = change.after();
    if (pod == null) {
      podsInTime.remove(change.uid());
      if (change.before() != null) {
        conclude(object(change.before()), null);
      }
      return;
    }
    Diagnosis diagnosis = PodHealth.diagnose(pod, clock.instant());
    if (diagnosis.severity() == Severity.BUSY || "crash-loop".equals(diagnosis.cause())) {
      podsInTime.add(change.uid());
    } else {
      podsInTime.remove(change.uid());
    }
    Message named = Msg.findingAbout(pod.workload().name(), diagnosis.text());
    conclude(object(pod), diagnosis.finding(object(pod), named));
  }

  private void judgeNode(Table.Change<Node> change) {
    Node node = change.after() != null ? change.after() : change.before();
    if (node == null) {
      return;
    }
    String object = "node/" + node.name();
    Diagnosis diagnosis = NodeHealth.diagnose(node);
    conclude(
        object,
        change.after() == null
            ? null
            : diagnosis.finding(object, Msg.findingAbout(node.name(), diagnosis.text())));
  }

  private void judgeSource(Source source) {
    Reading<?> reading = homelab.reading(source).get();
    String object = "source/" + source.id();
    Diagnosis diagnosis = SourceHealth.diagnose(reading);
    conclude(object, diagnosis.finding(object, Msg.findingAbout(source.title(), diagnosis.text())));
    switch (source) {
      case TAILNET -> judgeTailnet(homelab.tailnet().get());
      case GPU -> judgeCards();
      case CLUSTER, MODEL -> {}
    }
  }

  /** Only a live word counts: an old one says nothing of what is wrong now. */
  private void judgeTailnet(Reading<Tailnet> reading) {
    Tailnet tailnet = reading.isLive() ? reading.known().orElse(null) : null;
    Diagnosis state = tailnet == null ? null : TailnetHealth.diagnose(tailnet);
    conclude("tailnet", state == null ? null : state.finding("tailnet", state.text()));
    for (var machine : settings.get().profile().machines()) {
      String object = "machine/" + machine.name();
      Diagnosis presence = tailnet == null ? null : TailnetHealth.diagnose(tailnet, machine);
      conclude(
          object,
          presence == null
              ? null
              : presence.finding(object, Msg.findingAbout(machine.name(), presence.text())));
    }
  }

  private void judgeCards() {
    Reading<GpuNode> reading = homelab.gpu().get();
    for (GpuNode gpu : reading.known().stream().toList()) {
      for (Card card : gpu.cards()) {
        String object = "gpu/" + gpu.host() + "/" + card.id();
        Diagnosis diagnosis = GpuHealth.diagnose(card);
        conclude(object, reading.isLive() ? diagnosis.finding(object, diagnosis.text()) : null);
      }
    }
  }

  /** Replaces what was found about an object. */
  private synchronized void conclude(String object, @Nullable Finding finding) {
    String before = keyByObject.get(object);
    if (before != null && (finding == null || !before.equals(key(finding)))) {
      keyByObject.remove(object);
      findings.remove(before);
    }
    if (finding != null) {
      keyByObject.put(object, key(finding));
      findings.put(finding);
    }
  }

  private void tickUntilClosed() {
    try {
      while (true) {
        Thread.sleep(TICK);
        rejudgePodsInTime();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  void rejudgePodsInTime() {
    for (String uid : podsInTime) {
      homelab.pods().get(uid).ifPresent(pod -> judgePod(new Table.Change<>(uid, pod, pod)));
    }
  }

  private static String object(Pod pod) {
    return "pod/" + pod.qualifiedName();
  }

  private static String key(Finding finding) {
    return finding.cause() + " " + finding.object();
  }
}
