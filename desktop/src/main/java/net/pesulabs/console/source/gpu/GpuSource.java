package net.pesulabs.console.source.gpu;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Poller;
import net.pesulabs.console.source.Reporter;
import net.pesulabs.console.source.nodeexporter.NodeExporter;
import net.pesulabs.console.source.prometheus.PrometheusServer;
import net.pesulabs.console.source.prometheus.Whose;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@link LiveHomelab#gpu()} up: once a second while somebody looks, once in five seconds
 * otherwise. Whatever answers at the configured address is asked in its own way; where it cannot
 * tell of the cards, those who can are asked in its place, and it again each half minute.
 */
public final class GpuSource implements Subscription {

  private static final Duration BEFORE_ASKING_AGAIN = Duration.ofSeconds(30);

  private final LiveHomelab homelab;
  private final Access access;
  private final Clock clock;
  private final Reporter<GpuNode> reporter;
  // All on the poller's thread only.
  private final Talker talker;
  private final StandIns standIns;
  private @Nullable NodeExporter machine; // of an exporter that does not read the cards
  private Instant askAgain = Instant.MIN;
  private @Nullable Instant lastScrape;

  private GpuSource(
      Access access,
      Neighbours neighbours,
      @Nullable PrometheusServer prometheus,
      Whose whose,
      LiveHomelab homelab,
      Clock clock) {
    this.homelab = homelab;
    this.access = access;
    this.clock = clock;
    this.reporter = new Reporter<>(homelab.gpu(), access.origin(), clock);
    this.talker = new Talker(whose, clock);
    this.standIns = new StandIns(neighbours, prometheus, whose, clock);
  }

  /** Starts to ask at one address, and nobody else. */
  public static Subscription start(Access access, LiveHomelab homelab, Clock clock) {
    return start(access, Neighbours.NONE, null, new Whose(Set.of()), homelab, clock);
  }

  /**
   * Starts to ask, and returns at once.
   *
   * @param access to the metrics address, or to a Prometheus; a bad one is told in the reading;
   *     closed by whoever opened it, as the Prometheus
   * @param neighbours where others on the same machine may be asked
   * @param prometheus that may be asked in its place; null for none
   * @param whose what a Prometheus may call the machine
   */
  public static Subscription start(
      Access access,
      Neighbours neighbours,
      @Nullable PrometheusServer prometheus,
      Whose whose,
      LiveHomelab homelab,
      Clock clock) {
    var source = new GpuSource(access, neighbours, prometheus, whose, homelab, clock);
    Poller poller =
        Poller.start(
            Source.GPU,
            homelab.attention(),
            Poller.Rhythm.remote(Duration.ofSeconds(1), Duration.ofSeconds(5)),
            source::ask,
            source::lost);
    Subscription moves = access.onMove(poller::askNow);
    return () -> {
      moves.close();
      source.close();
      poller.close();
    };
  }

  /** What tells one who may know the cards from anything else that answers there. */
  public static Access.Question<?> test() {
    return Talker::test;
  }

  private void ask() throws Failure, InterruptedException {
    if (standIns.isFound() && clock.instant().isBefore(askAgain)) {
      // Whoever stands in has told before which kind of trouble there is.
      Optional<StandIns.Told> told = standIn(machine != null);
      if (told.isPresent()) {
        tell(told.get());
        return;
      }
    }
    reporter.by(access.origin());
    try {
      Heard heard = access.ask((http, url) -> talker.ask(http, url, interest()));
      standIns.rest();
      machine = null;
      tell(new StandIns.Told(withMachine(heard), access.origin()));
    } catch (Failure why) {
      boolean lacks = why.kind() == Failure.Kind.UNAVAILABLE;
      if (lacks && machine == null) {
        machine = new NodeExporter(clock);
      } else if (!lacks) {
        machine = null;
      }
      askAgain = clock.instant().plus(BEFORE_ASKING_AGAIN);
      tell(standIn(lacks).orElseThrow(() -> why));
    }
  }

  private Optional<StandIns.Told> standIn(boolean onTheMachine) throws InterruptedException {
    Optional<StandIns.Told> told = standIns.ask(access.origin(), onTheMachine, interest());
    if (told.isEmpty() || machine == null) {
      return told;
    }
    NodeExporter exporter = machine;
    StandIns.Told cards = told.get();
    try {
      GpuNode around = access.ask(exporter::askMachine);
      Heard joined = cards.heard().with(Joined.of(cards.heard().node(), around));
      return Optional.of(new StandIns.Told(joined, cards.origin()));
    } catch (Failure e) {
      exporter.pause();
      return told; // the cards are told, which is what was asked for
    }
  }

  /** Who tells only of the cards has a node_exporter beside it, perhaps. */
  private Heard withMachine(Heard heard) {
    return heard.node().machine().equals(MachineFigures.UNKNOWN)
            && heard.by() == Program.DEVICE_METRICS
        ? standIns
            .machineAt(access.origin())
            .map(around -> heard.with(Joined.of(heard.node(), around)))
            .orElse(heard)
        : heard;
  }

  private void tell(StandIns.Told told) {
    reporter.by(told.origin());
    GpuNode node = told.heard().node();
    Heard.Scrape scrape = told.heard().scrape();
    Instant at = scrape == null ? clock.instant() : scrape.at();
    if (scrape != null && scrape.isStale(clock.instant())) {
      Duration age = Duration.between(at, clock.instant());
      reporter.old(node, at, Msg.gpuSourcesPrometheusOld(Quantity.duration(age)));
    } else if (!(at.equals(lastScrape) && homelab.gpu().get().isLive())) {
      reporter.heard(node, at);
    }
    lastScrape = scrape == null ? null : at;
  }

  private void lost(Message why) {
    talker.pause();
    lastScrape = null;
    reporter.by(access.origin());
    reporter.lost(why);
  }

  private Interest interest() {
    return new Interest(homelab.attention().isOn(Source.GPU), modelIdle());
  }

  /** Whether the model server is at rest; null where it does not tell just now. */
  private @Nullable Boolean modelIdle() {
    if (homelab.model().get() instanceof Reading.Live<ModelServer> live) {
      Integer busy = live.value().slotsBusy();
      return busy == null ? null : (Boolean) (busy == 0);
    }
    return null;
  }

  @Override
  public void close() {
    reporter.close();
    standIns.close();
  }
}
