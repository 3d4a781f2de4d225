package net.pesulabs.console.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Cell;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.ClusterObjects;
import net.pesulabs.console.homelab.cluster.Coverage;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.Workload;
import net.pesulabs.console.i18n.Message;

/**
 * What wants care in the whole house, kept up per change: each changed object is judged anew, with
 * those it concerns. What merely takes its time is judged again every few seconds, for the moment
 * it takes too long. Rules run on the thread that writes the fact. Closed by the one who made it.
 */
public final class HouseHealth implements Subscription {

  private static final Duration TICK = Duration.ofSeconds(5);

  private final LiveHomelab homelab;
  private final Clock clock;

  /** Also the lock: facts are written by many threads. Under it no table or cell is locked. */
  private final Ledger ledger = new Ledger();

  private final ClusterHealth cluster;
  private final SurroundingsHealth surroundings;
  private final Meaning meaning;
  private final Chronicle chronicle;
  private final Map<Kind<?>, Coverage> known = new HashMap<>();
  private final List<Subscription> feeds = new ArrayList<>();
  private final Thread ticker;
  private Instant ticked;

  public HouseHealth(LiveHomelab homelab, Cell<Settings> settings, Clock clock) {
    this.homelab = homelab;
    this.clock = clock;
    this.ticked = clock.instant();
    cluster = new ClusterHealth(homelab, ledger, clock);
    surroundings = new SurroundingsHealth(homelab, settings, ledger);
    meaning = new Meaning(homelab, settings, cluster.facts());
    followCluster();
    chronicle = new Chronicle(homelab, ledger.concerns(), clock);
    feeds.add(chronicle);
    for (Source source : Source.values()) {
      feeds.add(homelab.reading(source).onChange(reading -> judgeSurroundings()));
    }
    feeds.add(homelab.ways().follow(change -> judgeSurroundings()));
    feeds.add(settings.onChange(chosen -> judgeSurroundings()));
    judgeSurroundings();
    ticker = Thread.ofVirtual().name("health-tick").start(this::tickUntilClosed);
  }

  /** What is to be mended now, unsorted. */
  public Table<Concern> concerns() {
    return ledger.concerns();
  }

  /** What is to be mended now, the worst first. */
  public List<Concern> sorted() {
    return ledger.sorted();
  }

  /** What was found of a pod itself, wherever it is folded. */
  public Optional<Finding> about(Pod pod) {
    return ledger.of(pod.uid()).stream().findFirst();
  }

  /** The last changes of the house, unsorted; of what happens again and again the last time. */
  public Table<Happening> lately() {
    return chronicle.happenings();
  }

  /**
   * What a concern means for the people of the house, as things stand; empty where that is not
   * known to mean anything to them.
   */
  public Optional<Message> meaning(Concern concern) {
    synchronized (ledger) {
      return meaning.of(concern);
    }
  }

  /** What was found of an object of the cluster itself, wherever it is folded; the worst first. */
  public List<Finding> about(ClusterObject object) {
    return Stream.of("", "#image", "#tls")
        .flatMap(part -> ledger.of(object.uid() + part).stream())
        .sorted(Comparator.comparing(Finding::severity, Comparator.reverseOrder()))
        .toList();
  }

  /** What was found of the graphics cards and of the machine that has them, the worst first. */
  public List<Finding> hardware() {
    return surroundings.hardwareFound();
  }

  @Override
  public void close() {
    ticker.interrupt();
    // The need of the kinds last: what is forgotten then is no news to anybody here.
    feeds.reversed().forEach(Subscription::close);
  }

  private void followCluster() {
    ClusterObjects objects = homelab.objects();
    feeds.add(objects.need(ClusterFacts.KINDS));
    for (Kind<Workload> kind : ClusterFacts.MAKERS) {
      follow(kind, cluster::maker);
    }
    follow(objects.secrets(), cluster::secret);
    follow(homelab.volumes(), cluster::volume);
    follow(Kind.NODES, cluster::node);
    follow(Kind.NODE_LEASES, cluster::lease);
    follow(Kind.NAMESPACES, cluster::namespace);
    follow(Kind.JOBS, cluster::job);
    follow(Kind.CRON_JOBS, cluster::cronJob);
    follow(Kind.SERVICES, cluster::service);
    follow(Kind.ENDPOINT_SLICES, cluster::slice);
    follow(Kind.INGRESSES, cluster::ingress);
    follow(Kind.VOLUME_CLAIMS, cluster::claim);
    follow(Kind.WARNINGS, cluster::warning);
    follow(Kind.PODS, cluster::pod);
    feeds.add(homelab.nodes().follow(change -> judgeSurroundings()));
    feeds.add(homelab.cluster().onChange(reading -> judgeAccess()));
    for (Kind<?> kind : ClusterFacts.KINDS) {
      feeds.add(objects.of(kind).coverage().onChange(reading -> covered(kind, reading)));
    }
    judgeAccess();
  }

  private <T extends ClusterObject> void follow(Kind<T> kind, Consumer<Table.Change<T>> judge) {
    follow(homelab.objects().of(kind).rows(), judge);
  }

  private <T> void follow(Table<T> rows, Consumer<Table.Change<T>> judge) {
    feeds.add(
        rows.follow(change -> {
          synchronized (ledger) {
            ledger.together(() -> judge.accept(change));
          }
        }));
  }

  private void judgeSurroundings() {
    synchronized (ledger) {
      ledger.together(surroundings::judge);
    }
  }

  private void judgeAccess() {
    synchronized (ledger) {
      cluster.access();
    }
  }

  /** While a kind is not followed, what was concluded of it stays, as old as its source is. */
  private void covered(Kind<?> kind, Reading<Coverage> reading) {
    synchronized (ledger) {
      if (!(reading instanceof Reading.Live<Coverage> live)) {
        known.remove(kind);
      } else if (!live.value().equals(known.put(kind, live.value()))) {
        if (kind.equals(Kind.NODE_LEASES)) {
          cluster.listenAnew();
        }
        ledger.together(cluster::coverage);
      }
    }
  }

  private void tickUntilClosed() {
    try {
      while (true) {
        Thread.sleep(TICK);
        tick();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** What nobody tells of any more gets neither better nor worse. */
  void tick() {
    synchronized (ledger) {
      Instant now = clock.instant();
      // This computer slept: what it did not hear meanwhile was perhaps said.
      if (now.isAfter(ticked.plus(TICK.multipliedBy(3)))) {
        cluster.listenAnew();
      }
      ticked = now;
      if (homelab.cluster().get().isLive()) {
        ledger.together(cluster::tick);
      }
    }
  }
}
