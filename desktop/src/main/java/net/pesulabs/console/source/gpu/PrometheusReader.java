package net.pesulabs.console.source.gpu;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.cards.Dialect;
import net.pesulabs.console.source.nodeexporter.NodeExporter;
import net.pesulabs.console.source.prometheus.LastScrape;
import net.pesulabs.console.source.prometheus.PrometheusApi;
import net.pesulabs.console.source.prometheus.Whose;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a Prometheus was told last. It is asked no more often than it asks itself: until its
 * next scrape is due, the last one stands. For one thread.
 */
final class PrometheusReader {

  private static final Duration LEAST_PAUSE = Duration.ofSeconds(2);

  private final Whose whose;
  private final Clock clock;
  private final ScrapeClock moment = new ScrapeClock();
  private @Nullable Readers readers;
  private @Nullable Heard last;
  private Instant next = Instant.MIN;

  PrometheusReader(Whose whose, Clock clock) {
    this.whose = whose;
    this.clock = clock;
  }

  Heard ask(Http http, HttpUrl url, @Nullable Boolean modelIdle) throws Failure {
    Heard before = last;
    Instant now = clock.instant();
    if (before != null && now.isBefore(next)) {
      return before;
    }
    var api = new PrometheusApi(http, PrometheusApi.base(url));
    LastScrape scrape = LastScrape.ask(api, whose, clock);
    Instant due = scrape.at().plus(scrape.interval());
    next = due.isBefore(now.plus(LEAST_PAUSE)) ? now.plus(LEAST_PAUSE) : due;
    if (before != null && before.isOf(scrape.at())) {
      return before;
    }
    var heard =
        new Heard(
            read(scrape, modelIdle),
            Program.PROMETHEUS,
            new Heard.Scrape(scrape.at(), scrape.interval()));
    last = heard;
    return heard;
  }

  private GpuNode read(LastScrape scrape, @Nullable Boolean modelIdle) throws Failure {
    moment.is(scrape.at());
    if (readers == null) {
      readers = new Readers(scrape.host(), moment);
    }
    Samples samples = scrape.samples();
    Dialect dialect =
        Program.of(samples)
            .flatMap(readers::of)
            .orElseThrow(
                () -> new Failure(Failure.Kind.UNAVAILABLE, Msg.gpuSourcesPrometheusNoCards()));
    GpuNode node = dialect.read(samples, modelIdle);
    if (dialect == readers.nodeExporter() || !NodeExporter.isSpokenIn(samples)) {
      return node;
    }
    // Another program for the cards, and node_exporter for the machine around them.
    GpuNode machine = readers.nodeExporter().readMachine(samples);
    return Joined.of(node, machine);
  }

  void pause() {
    last = null;
    next = Instant.MIN;
    if (readers != null) {
      readers.pause();
    }
  }
}
