package net.pesulabs.console.source.gpu;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.nodeexporter.NodeExporter;
import net.pesulabs.console.source.prometheus.PrometheusServer;
import net.pesulabs.console.source.prometheus.Whose;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who can tell what the one that was configured does not: the profile's Prometheus, and other
 * programs on the same machine. Found once, one is asked until it fails; where there is none, they
 * are looked for again half a minute later, and then less and less often. For one thread.
 */
final class StandIns implements Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(StandIns.class);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration WHOLE = Duration.ofSeconds(4);

  /** By the port first, for at the second a Prometheus may answer as well. */
  static final List<Program> PROGRAMS = List.of(Program.ALL_SMI, Program.DEVICE_METRICS);

  /** Who stands in now. */
  record Told(Heard heard, Origin origin) {}

  private final Http http = new Http(CONNECT, WHOLE);
  private final Neighbours neighbours;
  private final Optional<StandIn> house;
  private final Whose whose;
  private final Clock clock;
  private final Pauses search = new Pauses();
  private final Pauses machineSearch = new Pauses();
  private @Nullable StandIn current;
  private @Nullable Machine machine;

  private record Machine(HttpUrl url, NodeExporter exporter) {}

  /**
   * @param prometheus the profile's; null where it has none
   */
  StandIns(Neighbours neighbours, @Nullable PrometheusServer prometheus, Whose whose, Clock clock) {
    this.neighbours = neighbours;
    this.whose = whose;
    this.clock = clock;
    this.house =
        Optional.ofNullable(prometheus)
            .map(server -> new StandIn.House(server, new PrometheusReader(whose, clock)));
  }

  /** Whether somebody stands in already. */
  boolean isFound() {
    return current != null;
  }

  /**
   * Asks the one who stands in, or looks for one if it is time to.
   *
   * @param way that leads to the one who does not tell
   * @param onTheMachine whether others on that machine are asked too: not where it is out of reach
   */
  Optional<Told> ask(Origin way, boolean onTheMachine, Interest interest) {
    StandIn before = current;
    if (before != null) {
      try {
        Heard heard = before.ask(interest);
        if (!heard.isStale(clock.instant())) {
          return Optional.of(new Told(heard, before.origin()));
        }
      } catch (Failure e) {
        LOG.info("{} tells of the cards no more: {}", before.origin().address(), e.getMessage());
        before.pause();
      }
      current = null;
      search.answered();
    }
    if (!search.isOver(clock.instant())) {
      return Optional.empty();
    }
    Optional<Told> found = look(candidates(way, onTheMachine), interest);
    if (current == null) { // also where all that was found is old
      search.failed(clock.instant());
    }
    return found;
  }

  /** The first whose figures are fresh; else what was scraped some time ago. */
  private Optional<Told> look(List<StandIn> candidates, Interest interest) {
    Told old = null;
    for (StandIn candidate : candidates) {
      try {
        Heard heard = candidate.ask(interest);
        var told = new Told(heard, candidate.origin());
        boolean stale = heard.isStale(clock.instant());
        if (!stale) {
          LOG.info("{} tells of the cards instead", candidate.origin().address());
          current = candidate;
          return Optional.of(told);
        }
        old = told;
      } catch (Failure e) {
        LOG.debug("{}: {}", candidate.origin().address(), e.getMessage());
      }
    }
    return Optional.ofNullable(old);
  }

  private List<StandIn> candidates(Origin way, boolean onTheMachine) {
    var all = new ArrayList<StandIn>(house.stream().toList());
    if (onTheMachine) {
      PROGRAMS.stream().flatMap(program -> neighbour(way, program)).forEach(all::add);
    }
    return all;
  }

  private Stream<StandIn> neighbour(Origin way, Program program) {
    return neighbours
        .at(way, program.port())
        .map(url -> {
          var origin = new Origin(way.source(), way.route(), url.toString());
          return (StandIn) new StandIn.Neighbour(http, url, origin, new Talker(whose, clock));
        })
        .stream();
  }

  /** The machine around the cards, of one who tells only of these; empty where nobody tells. */
  Optional<GpuNode> machineAt(Origin way) {
    HttpUrl url = neighbours.at(way, Program.NODE_EXPORTER.port()).orElse(null);
    if (url == null || !machineSearch.isOver(clock.instant())) {
      return Optional.empty();
    }
    if (machine == null || !machine.url.equals(url)) {
      machine = new Machine(url, new NodeExporter(clock));
    }
    try {
      GpuNode told = machine.exporter.askMachine(http, url);
      machineSearch.answered();
      return Optional.of(told);
    } catch (Failure e) {
      LOG.debug("{}: {}", url, e.getMessage());
      machine.exporter.pause();
      machineSearch.failed(clock.instant());
      return Optional.empty();
    }
  }

  /** The one who was configured tells again. */
  void rest() {
    if (current != null) {
      current.pause();
      current = null;
    }
    search.answered();
  }

  @Override
  public void close() {
    http.close();
  }
}
