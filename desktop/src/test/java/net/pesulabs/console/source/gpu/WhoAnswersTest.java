package net.pesulabs.console.source.gpu;

import static net.pesulabs.console.source.LoopbackServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Freshness;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.LoopbackServer;
import net.pesulabs.console.source.prometheus.FakePrometheus;
import net.pesulabs.console.source.prometheus.PrometheusServer;
import net.pesulabs.console.source.prometheus.Whose;
import net.pesulabs.console.source.reach.ApiProxy;
import net.pesulabs.console.source.reach.Doorway;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever answers is asked in its own way, and others in the place of one who cannot tell. */
class WhoAnswersTest {

  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final Whose OURS = new Whose(Set.of("pesubuntu"));

  private final LiveHomelab homelab = new LiveHomelab();
  private final Map<Integer, HttpUrl> neighbours = new HashMap<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private LoopbackServer server;
  private PrometheusServer house;

  @BeforeEach
  void serve() throws IOException {
    server = server("node/amd-normal.prom");
    homelab.attention().lookAt(Source.GPU);
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private LoopbackServer server(String capture) throws IOException {
    var made = new LoopbackServer((request, out) -> reply(out, 200, TEXT, Captures.text(capture)));
    open.add(made);
    return made;
  }

  private FakePrometheus prometheus(Instant... scrapes) throws IOException {
    var made = new FakePrometheus(Clock.systemUTC());
    open.add(made);
    made.knows(
        List.of(
            drm("memory_vram_size_bytes", 17_163_091_968L),
            drm("memory_vram_used_bytes", 12_884_901_888L),
            drm("gpu_busy_percent", 88),
            "node_hwmon_chip_names{chip=\"c\",chip_name=\"amdgpu\",instance=\"pesubuntu:9100\",job=\"node\"} 1",
            "node_hwmon_temp_celsius{chip=\"c\",sensor=\"temp1\",instance=\"pesubuntu:9100\",job=\"node\"} 60"),
        scrapes);
    return made;
  }

  private static String drm(String name, long value) {
    return "node_drm_%s{card=\"card1\",instance=\"pesubuntu:9100\",job=\"node\"} %d"
        .formatted(name, value);
  }

  private void start(String url) {
    Subscription source =
        GpuSource.start(
            Access.direct(Source.GPU, url),
            (way, port) -> Optional.ofNullable(neighbours.get(port)),
            house,
            OURS,
            homelab,
            Clock.systemUTC());
    open.add(source::close);
  }

  private void house(String url) {
    house =
        new PrometheusServer(
            List.of(new Origin(Source.GPU, Route.LAN, url)), new Doorway(ApiProxy.NONE));
    open.add(house::close);
  }

  private GpuNode live() {
    await().until(() -> homelab.gpu().get().isLive());
    return homelab.gpu().get().known().orElseThrow();
  }

  private static HttpUrl metrics(LoopbackServer of) {
    return HttpUrl.get(of.url() + "/metrics");
  }

  private void drmOff() {
    server.answerWith((request, out) -> {
      if (request.target().contains("drm")) {
        reply(out, 400, "text/plain", "couldn't create collector: disabled collector: drm");
      } else {
        String without =
            Captures.text("node/amd-normal.prom")
                .replaceAll("(?m)^(node_drm_.*|.*collector=\"drm\".*)\\n", "");
        reply(out, 200, TEXT, without);
      }
    });
  }

  @Test
  void anAllSmiIsReadAsOne() throws IOException {
    start(server("gpu/all-smi-0.25.prom").url() + "/metrics");
    assertThat(live().cards()).extracting(Card::busyPercent).containsExactly(37.0);
    assertThat(live().machine().cpuPercent()).isEqualTo(12.5);
  }

  @Test
  void aDeviceMetricsExporterIsReadAsOneAndItsMachineByAnother() throws IOException {
    neighbours.put(9100, metrics(server));
    start(server("gpu/device-metrics-instinct.prom").url() + "/metrics");
    GpuNode node = live();
    assertThat(node.cards()).extracting(Card::id).containsExactly("gpu0", "gpu1");
    assertThat(node.memory()).isNotNull();
  }

  @Test
  void aPrometheusIsReadAsOneAtWhateverAddressPeopleCopied() throws IOException {
    Instant now = Instant.now();
    FakePrometheus prometheus = prometheus(now.minusSeconds(35), now.minusSeconds(20));
    start(prometheus.url() + "/graph");
    var live = (Reading.Live<GpuNode>) await().until(() -> homelab.gpu().get(), Reading::isLive);
    assertThat(live.value().cards()).extracting(Card::busyPercent).containsExactly(88.0);
    assertThat(live.at()).isBetween(now.minusSeconds(22), now.minusSeconds(18));
  }

  @Test
  void whatWasScrapedLongAgoIsStale() throws IOException {
    Instant now = Instant.now();
    start(prometheus(now.minusSeconds(90), now.minusSeconds(60)).url());
    await().until(() -> homelab.gpu().get().freshness() == Freshness.STALE);
    Reading<GpuNode> reading = homelab.gpu().get();
    assertThat(reading.problem().orElseThrow().key()).isEqualTo("gpu-sources.prometheus-old");
    assertThat(reading.heardAt().orElseThrow()).isBefore(now.minusSeconds(58));
  }

  @Test
  void whoeverAnswersIsFoundOutAnew() {
    start(server.url() + "/metrics");
    assertThat(live().cards()).extracting(Card::id).containsExactly("card1");
    server.answerWith(
        (request, out) -> reply(out, 200, TEXT, Captures.text("gpu/all-smi-0.25.prom")));
    await()
        .untilAsserted(() ->
            assertThat(homelab.gpu().get().known().orElseThrow().cards())
                .extracting(Card::id)
                .containsExactly("gpu0"));
    server.answerWith(
        (request, out) -> reply(out, 200, TEXT, Captures.text("node/amd-normal.prom")));
    await()
        .untilAsserted(() ->
            assertThat(homelab.gpu().get().known().orElseThrow().cards())
                .extracting(Card::id)
                .containsExactly("card1"));
  }

  @Test
  void aNeighbourTellsOfTheCardsWhereTheCollectorIsOff() throws IOException {
    drmOff();
    LoopbackServer other = server("gpu/all-smi-0.25.prom");
    neighbours.put(9090, metrics(other));
    start(server.url() + "/metrics");
    GpuNode node = live();
    assertThat(node.cards()).extracting(Card::id).containsExactly("gpu0");
    assertThat(homelab.gpu().get().origin())
        .isEqualTo(new Origin(Source.GPU, Route.LOOPBACK, other.url() + "/metrics"));
    // The machine is the exporter's, which tells of it as before.
    long total =
        (long)
            Double.parseDouble(
                Captures.text("node/amd-normal.prom")
                    .replaceAll("(?s).*\\nnode_memory_MemTotal_bytes (\\S+).*", "$1"));
    assertThat(node.memory().totalBytes()).isEqualTo(total);
  }

  @Test
  void thePrometheusOfTheHouseComesFirst() throws IOException {
    drmOff();
    neighbours.put(9090, metrics(server("gpu/all-smi-0.25.prom")));
    Instant now = Instant.now();
    FakePrometheus prometheus = prometheus(now.minusSeconds(16), now.minusSeconds(1));
    house(prometheus.url());
    start(server.url() + "/metrics");
    assertThat(live().cards()).extracting(Card::id).containsExactly("card1");
    assertThat(homelab.gpu().get().origin().address()).isEqualTo(prometheus.url());
  }

  @Test
  void freshFiguresArePreferredToOldOnes() throws IOException {
    drmOff();
    neighbours.put(9090, metrics(server("gpu/all-smi-0.25.prom")));
    Instant now = Instant.now();
    house(prometheus(now.minusSeconds(315), now.minusSeconds(300)).url());
    start(server.url() + "/metrics");
    assertThat(live().cards()).extracting(Card::id).containsExactly("gpu0");
  }

  @Test
  void oldFiguresAreShownAsOldAndNotAskedForEachSecond() throws IOException {
    drmOff();
    Instant now = Instant.now();
    FakePrometheus prometheus = prometheus(now.minusSeconds(315), now.minusSeconds(300));
    house(prometheus.url());
    start(server.url() + "/metrics");
    await().until(() -> homelab.gpu().get().freshness() == Freshness.STALE);
    int polls = server.requests().size();
    await().until(() -> server.requests().size() >= polls + 3);
    assertThat(homelab.gpu().get().known().orElseThrow().cards())
        .extracting(Card::id)
        .containsExactly("card1");
    assertThat(homelab.gpu().get().heardAt().orElseThrow()).isBefore(now.minusSeconds(298));
    assertThat(prometheus.asked()).hasSize(3);
  }

  @Test
  void nobodyElseIsAskedWhileTheExporterTells() throws IOException {
    LoopbackServer other = server("gpu/all-smi-0.25.prom");
    neighbours.put(9090, metrics(other));
    neighbours.put(5000, metrics(other));
    start(server.url() + "/metrics");
    await().until(() -> server.requests().size() >= 3);
    assertThat(other.requests()).isEmpty();
  }

  @Test
  void whereNobodyTellsTheFirstReasonIsToldAndTheOthersAreLeftAlone() throws IOException {
    drmOff();
    LoopbackServer other = server("gpu/all-smi-0.25.prom");
    other.answerWith((request, out) -> reply(out, 404, "text/plain", "no"));
    neighbours.put(5000, metrics(other));
    start(server.url() + "/metrics");
    await().until(() -> server.requests().size() >= 3);
    assertThat(homelab.gpu().get().problem().orElseThrow().key()).isEqualTo("gpu-source.drm-off");
    // Once as node_exporter, once to see what it is, and once whether it is a Prometheus.
    assertThat(other.requests()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void onlyMachinesOfTheHouseHaveNeighbours() {
    Neighbours ours = Neighbours.of(Profile.example());
    Profile.Machine machine = Profile.example().machine(Profile.Role.COMPUTE).orElseThrow();
    String home = "http://" + machine.lanAddress() + ":9100/metrics";

    assertThat(ours.at(new Origin(Source.GPU, Route.LAN, home), 5000))
        .contains(HttpUrl.get("http://" + machine.lanAddress() + ":5000/metrics"));
    assertThat(ours.at(new Origin(Source.GPU, Route.LAN, home), 9100)).isEmpty();
    for (Route route : List.of(Route.LOOPBACK, Route.OTHER, Route.INGRESS, Route.API_PROXY)) {
      assertThat(ours.at(new Origin(Source.GPU, route, home), 5000)).isEmpty();
    }
    assertThat(ours.at(new Origin(Source.GPU, Route.LAN, "http://192.168.8.77:9100/metrics"), 5000))
        .isEmpty();
  }
}
