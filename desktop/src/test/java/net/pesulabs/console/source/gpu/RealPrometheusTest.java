package net.pesulabs.console.source.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Buckets;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.Series;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.prometheus.PrometheusApi;
import net.pesulabs.console.source.prometheus.PrometheusApi.Point;
import net.pesulabs.console.source.prometheus.PrometheusPast;
import net.pesulabs.console.source.prometheus.PrometheusServer;
import net.pesulabs.console.source.prometheus.Whose;
import net.pesulabs.console.source.reach.ApiProxy;
import net.pesulabs.console.source.reach.Doorway;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Against the Prometheus of {@code HOMELAB_TEST_PROMETHEUS_URL}, which scrapes the node_exporter of
 * {@code HOMELAB_TEST_EXPORTER_URL} with one card; of both it only reads.
 */
@Tag("prometheus")
class RealPrometheusTest {

  private static final Whose WHOSE = new Whose(Set.of("127.0.0.1"));

  private String prometheus;
  private String exporter;

  @BeforeEach
  void find() {
    prometheus = System.getenv("HOMELAB_TEST_PROMETHEUS_URL");
    exporter = System.getenv("HOMELAB_TEST_EXPORTER_URL");
    assumeThat(prometheus).as("no real Prometheus to test against").isNotBlank();
    assumeThat(exporter).as("no real exporter to test against").isNotBlank();
  }

  @Test
  void tellsWhatTheExporterTells() throws Exception {
    var http = new Http();
    try {
      GpuNode direct =
          new Talker(WHOSE, Clock.systemUTC())
              .ask(http, HttpUrl.get(exporter), Interest.FULL)
              .node();
      Heard heard =
          new Talker(WHOSE, Clock.systemUTC()).ask(http, HttpUrl.get(prometheus), Interest.FULL);

      assertThat(heard.by()).isEqualTo(Program.PROMETHEUS);
      Card there = heard.node().cards().getFirst();
      Card here = direct.cards().getFirst();
      assertThat(heard.node().host()).isEqualTo(direct.host());
      assertThat(there.id()).isEqualTo(here.id());
      assertThat(there.vram()).isEqualTo(here.vram());
      assertThat(there.power()).isEqualTo(here.power());
      assertThat(there.fan()).isEqualTo(here.fan());
      assertThat(there.clocks()).isEqualTo(here.clocks());
      assertThat(there.junction().limitCelsius()).isEqualTo(here.junction().limitCelsius());
      assertThat(heard.node().memory().totalBytes()).isEqualTo(direct.memory().totalBytes());
      Duration age = Duration.between(heard.scrape().at(), Instant.now());
      assertThat(age).isBetween(Duration.ofSeconds(-1), heard.scrape().interval().multipliedBy(2));
    } finally {
      http.close();
    }
  }

  @Test
  void itsPastIsThatOfItsSamples() throws Exception {
    var http = new Http();
    try (var server =
        new PrometheusServer(
            List.of(new Origin(Source.GPU, Route.LOOPBACK, prometheus)),
            new Doorway(ApiProxy.NONE))) {
      var past = new PrometheusPast(server, WHOSE, Clock.systemUTC());
      Instant to = Instant.now();
      Instant from = to.minus(Duration.ofMinutes(10));
      var api = new PrometheusApi(http, PrometheusApi.base(HttpUrl.get(prometheus)));
      compare(past, api, Figure.BUSY, "node_drm_gpu_busy_percent{card=\"card1\"}", from, to);
      compare(
          past,
          api,
          Figure.JUNCTION,
          "node_hwmon_temp_celsius{sensor=\"temp2\"} and on(chip) node_hwmon_chip_names{chip_name=\"amdgpu\"}",
          from,
          to);
      for (Figure figure : List.of(Figure.MACHINE_CPU, Figure.MACHINE_MEMORY_USED)) {
        Buckets buckets = past.query(Series.ofMachine("host", figure), from, to, 20);
        assertThat(buckets.buckets()).as("%s", figure).hasSizeGreaterThan(10);
        assertThat(buckets.buckets()).allMatch(b -> b.min() <= b.mean() && b.mean() <= b.max());
      }
    } finally {
      http.close();
    }
  }

  private static void compare(
      PrometheusPast past,
      PrometheusApi api,
      Figure figure,
      String selector,
      Instant from,
      Instant to)
      throws Exception {
    String metric = selector.replaceFirst(" and .*", "");
    List<Point> samples =
        api.query(metric + "[15m]", to).stream()
            .filter(strip -> !strip.labels().getOrDefault("chip", "").contains("coretemp"))
            .findFirst()
            .orElseThrow()
            .points();
    Buckets buckets = past.query(Series.ofCard("host", "card1", figure), from, to, 20);
    assertThat(buckets.buckets()).as("%s", figure).hasSizeGreaterThan(15);
    for (Bucket bucket : buckets.buckets()) {
      Instant end = bucket.at().plus(buckets.width());
      if (bucket.at().isBefore(from) || end.isAfter(to)) {
        continue;
      }
      var of =
          samples.stream()
              .filter(point -> !point.at().isBefore(bucket.at()) && point.at().isBefore(end))
              .mapToDouble(Point::value)
              .summaryStatistics();
      assertThat(bucket.count()).isEqualTo(of.getCount());
      assertThat(bucket.min()).isEqualTo(of.getMin());
      assertThat(bucket.max()).isEqualTo(of.getMax());
      assertThat(bucket.mean()).isCloseTo(of.getAverage(), within(1e-6));
    }
  }
}
