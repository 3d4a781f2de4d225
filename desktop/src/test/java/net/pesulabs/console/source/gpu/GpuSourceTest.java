package net.pesulabs.console.source.gpu;

import static net.pesulabs.console.source.LoopbackServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import net.pesulabs.console.Rows;
import net.pesulabs.console.homelab.Freshness;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.LoopbackServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GpuSourceTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final LiveHomelab homelab = new LiveHomelab();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private LoopbackServer server;
  private Subscription source = () -> {};

  @BeforeEach
  void serve() throws IOException {
    server = new LoopbackServer((request, out) -> scrape(out, "amd-normal"));
  }

  @AfterEach
  void end() throws IOException {
    source.close();
    server.close();
  }

  @Test
  void tellsTheCards() {
    start();
    await().until(() -> homelab.gpu().get().isLive());
    var live = (Reading.Live<GpuNode>) homelab.gpu().get();
    assertThat(live.at()).isEqualTo(NOW);
    assertThat(live.origin())
        .isEqualTo(new Origin(Source.GPU, Route.LOOPBACK, server.url() + "/metrics"));
    assertThat(live.value().cards().getFirst().busyPercent()).isEqualTo(37);
  }

  @Test
  void asksEachSecondWhileSomebodyLooks() {
    homelab.attention().lookAt(Source.GPU);
    start();
    await().until(() -> server.requests().size() >= 3);
  }

  @Test
  void saysHowToSwitchTheGpuCollectorOn() {
    server.answerWith((request, out) ->
        reply(
            out,
            400,
            "text/plain",
            "Couldn't create filtered metrics handler: disabled collector: drm"));
    assertThat(problem()).isEqualTo("gpu-source.drm-off");
    assertThat(homelab.gpu().get().problem().orElseThrow().in(Language.ES))
        .contains("--collector.drm");
  }

  @Test
  void knowsAScrapeWithoutTheGpuCollector() {
    server.answerWith(
        (request, out) -> reply(out, 200, TEXT, without("node_drm_.*|.*collector=\"drm\".*")));
    assertThat(problem()).isEqualTo("gpu-source.drm-off");
  }

  @Test
  void aFailedCollectorIsNotZeros() {
    server.answerWith((request, out) ->
        reply(
            out,
            200,
            TEXT,
            without("node_drm_.*")
                .replace("success{collector=\"drm\"} 1", "success{collector=\"drm\"} 0")));
    assertThat(problem()).isEqualTo("gpu-source.drm-failed");
  }

  @Test
  void aMachineWithoutAnAmdCardHasNoCards() {
    server.answerWith((request, out) -> reply(out, 200, TEXT, without("node_drm_.*")));
    start();
    await().until(() -> homelab.gpu().get().isLive());
    assertThat(homelab.gpu().get().known().orElseThrow().cards()).isEmpty();
  }

  @Test
  void knowsAWebPageAndOtherPrograms() {
    server.answerWith((request, out) -> reply(out, 200, "text/html", "<html>Node Exporter</html>"));
    assertThat(problem()).isEqualTo("gpu-source.web-page");
    source.close();
    server.answerWith((request, out) -> reply(out, 200, TEXT, "llamacpp:requests_processing 0\n"));
    assertThat(problem()).isEqualTo("gpu-source.not-exporter");
    source.close();
    server.answerWith((request, out) -> reply(out, 200, "application/json", "{}"));
    assertThat(problem()).isEqualTo("gpu-source.not-exporter");
  }

  @Test
  void aScrapeThatWasCutChangesNothingButTheAge() {
    homelab.attention().lookAt(Source.GPU);
    start();
    await().until(() -> homelab.gpu().get().isLive());
    GpuNode whole = homelab.gpu().get().known().orElseThrow();
    server.answerWith((request, out) -> {
      String text = Captures.text("node/amd-hot-vram-spill.prom");
      // As a proxy sends it that closes with no length told.
      out.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n".getBytes("US-ASCII"));
      int cut = text.indexOf("vram_used_bytes{card=\"card1\"} 1.7") + 33;
      out.write(text.substring(0, cut).getBytes(StandardCharsets.UTF_8));
    });
    await().until(() -> homelab.gpu().get().freshness() == Freshness.STALE);
    assertThat(homelab.gpu().get().known()).contains(whole);
    assertThat(homelab.gpu().get().problem().orElseThrow().key()).isEqualTo("failure.cut-off");
  }

  @Test
  void comesBackByItself() {
    server.answerWith((request, out) -> reply(out, 500, "text/plain", "no"));
    assertThat(problem()).isEqualTo("failure.server-error");
    server.answerWith((request, out) -> scrape(out, "amd-normal"));
    await().until(() -> homelab.gpu().get().isLive());
  }

  @Test
  void believesTheModelServerThatItRests() {
    var idle = Rows.server(ModelServer.State.READY).name("m").context(4096, 2).work(0, 0).build();
    var origin = new Origin(Source.MODEL, Route.LOOPBACK, "");
    homelab.model().set(new Reading.Live<>(idle, origin, NOW));
    server.answerWith((request, out) -> scrape(out, "amd-phantom-busy"));
    homelab.attention().lookAt(Source.GPU);
    start();
    await().until(() -> state() == CardState.PHANTOM_BUSY);
    var busy = Rows.server(ModelServer.State.READY).name("m").context(4096, 2).work(1, 0).build();
    homelab.model().set(new Reading.Live<>(busy, origin, NOW));
    await().until(() -> state() == CardState.BUSY);
  }

  @Test
  void aBadAddressIsToldInTheReading() {
    source = GpuSource.start(Access.direct(Source.GPU, "100.86.122.109:9100"), homelab, clock);
    await()
        .until(() -> !homelab.gpu().get().problem().orElseThrow().key().equals("reading.waiting"));
    assertThat(homelab.gpu().get().problem().orElseThrow().key()).isEqualTo("url.scheme");
  }

  @Test
  void saysNothingMoreOnceClosed() throws InterruptedException {
    var asked = new CountDownLatch(1);
    var left = new CountDownLatch(1);
    server.answerWith((request, out) -> {
      out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      asked.countDown();
      try {
        while (true) { // until the client leaves
          out.write("# \n".getBytes(StandardCharsets.US_ASCII));
        }
      } catch (IOException e) {
        left.countDown();
        throw e;
      }
    });
    start();
    asked.await();
    source.close();
    left.await();
    Reading<GpuNode> before = homelab.gpu().get();
    assertThat(before.problem().orElseThrow().key()).isEqualTo("reading.waiting");
  }

  private void start() {
    source = GpuSource.start(Access.direct(Source.GPU, server.url() + "/metrics"), homelab, clock);
  }

  /** Starts anew and waits for the reason that there is no value. */
  private String problem() {
    start();
    await()
        .until(() -> !homelab.gpu().get().problem().orElseThrow().key().equals("reading.waiting"));
    assertThat(homelab.gpu().get().freshness()).isEqualTo(Freshness.UNKNOWN);
    return homelab.gpu().get().problem().orElseThrow().key();
  }

  private CardState state() {
    return homelab.gpu().get().known().map(node -> node.cards().getFirst().state()).orElse(null);
  }

  private static String without(String lines) {
    return Captures.text("node/amd-normal.prom").replaceAll("(?m)^(" + lines + ")\\n", "");
  }

  private static void scrape(OutputStream out, String capture) throws IOException {
    reply(out, 200, TEXT, Captures.bytes("node/" + capture + ".prom"));
  }
}
