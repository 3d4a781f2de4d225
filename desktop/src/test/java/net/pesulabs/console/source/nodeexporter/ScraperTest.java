package net.pesulabs.console.source.nodeexporter;

import static net.pesulabs.console.source.LoopbackServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.LoopbackServer;
import net.pesulabs.console.source.LoopbackServer.Request;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an exporter is asked for, and what comes of its refusals, over a real socket. */
class ScraperTest {

  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String REFUSAL =
      "Couldn't create filtered metrics handler: couldn't create collector: %s collector: %s";

  private final Http http = new Http();
  private final NodeExporter exporter = new NodeExporter(new MovableClock());
  private LoopbackServer server;
  private String capture = "amd-normal-1.11.1";

  @BeforeEach
  void serve() throws IOException {
    server = new LoopbackServer((request, out) -> scrape(out));
  }

  @AfterEach
  void end() throws IOException {
    http.close();
    server.close();
  }

  @Test
  void asksOnlyForWhatIsRead() throws Failure {
    ask(true);
    assertThat(collectors())
        .containsExactlyInAnyOrder(
            "drm",
            "hwmon",
            "cpu",
            "meminfo",
            "loadavg",
            "stat",
            "time",
            "filesystem",
            "netdev",
            "uname");
  }

  @Test
  void asksNoSensorsOfACardAtRestWhileNobodyLooks() throws Failure {
    capture = "node_exporter-1.11.1-idle";
    ask(false);
    assertThat(collectors()).as("the first time").contains("hwmon");
    GpuNode node = ask(false);
    assertThat(collectors()).contains("drm", "cpu", "filesystem").doesNotContain("hwmon");
    assertThat(node.cards().getFirst().state()).as("what it was").isEqualTo(CardState.IDLE);
    assertThat(node.cards().getFirst().busyPercent()).isZero();
    assertThat(node.cards().getFirst().edge().celsius()).isNull();
    ask(true);
    assertThat(collectors()).contains("hwmon");
  }

  @Test
  void aSleepingCardStaysAsleepWhileItsSensorsAreNotAsked() throws Failure {
    capture = "amd-asleep";
    ask(false);
    assertThat(ask(false).cards().getFirst().state()).isEqualTo(CardState.ASLEEP);
    assertThat(collectors()).doesNotContain("hwmon");
  }

  @Test
  void asksTheSensorsOfACardThatWorksForTheyTellWhetherItIsTooHot() throws Failure {
    ask(false);
    ask(false);
    assertThat(collectors()).contains("hwmon");
  }

  @Test
  void aCollectorThatIsOffCostsOnlyItsOwnFigures() throws Failure {
    lacks("disabled", Set.of("filesystem"));
    GpuNode node = ask(true);
    assertThat(server.requests()).hasSize(2);
    assertThat(collectors()).hasSize(9).contains("cpu", "hwmon").doesNotContain("filesystem");
    assertThat(node.machine().disks()).isEmpty();
    assertThat(node.machine().load1()).isEqualTo(0.84);
    assertThat(node.cards().getFirst().power().watts()).isEqualTo(145);
    ask(true);
    assertThat(server.requests()).as("it is not asked for again").hasSize(3);
  }

  @Test
  void severalThatAreMissingAreLeftOutOneByOne() throws Failure {
    lacks("missing", Set.of("netdev", "time", "stat", "cpu"));
    ask(true);
    assertThat(server.requests()).hasSize(5);
    assertThat(collectors()).hasSize(6);
  }

  @Test
  void afterAFailureItMayBeAnotherExporter() throws Failure {
    lacks("disabled", Set.of("netdev"));
    ask(true);
    exporter.forget();
    server.answerWith((request, out) -> scrape(out));
    ask(true);
    assertThat(collectors()).contains("netdev");
  }

  @Test
  void withoutSensorsAtAllACardAtZeroIsNotSaidToSleepForThat() throws Failure {
    lacks("disabled", Set.of("hwmon"));
    capture = "node_exporter-1.11.1-idle";
    assertThat(ask(true).cards().getFirst().state()).isEqualTo(CardState.IDLE);
  }

  @Test
  void aRefusalThatNamesNobodyIsARefusalOfAskingForLess() throws Failure {
    server.answerWith((request, out) -> {
      if (request.target().contains("collect")) {
        reply(out, 400, "text/plain", "bad query");
      } else {
        scrape(out);
      }
    });
    ask(true);
    ask(true);
    assertThat(server.requests()).hasSize(3);
    assertThat(server.requests().getLast().target()).isEqualTo("/metrics");
  }

  @Test
  void aRefusalOfWhatWasNotAskedForDoesNotGoOnForEver() throws Failure {
    server.answerWith((request, out) -> {
      if (request.target().contains("collect")) {
        reply(out, 400, "text/plain", REFUSAL.formatted("missing", "zfs"));
      } else {
        scrape(out);
      }
    });
    ask(true);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void theRefusalOfTheCardsHasItsCure() {
    lacks("disabled", Set.of("drm"));
    assertThat(refused().why().key()).isEqualTo("gpu-source.drm-off");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aBadRequestForAnotherReasonIsThatReason() {
    server.answerWith((request, out) ->
        reply(out, 400, "text/plain", "Client sent an HTTP request to an HTTPS server.\n"));
    assertThat(refused().kind()).isEqualTo(Failure.Kind.TLS);
  }

  /** 64 MiB of zeros in 64 KiB. */
  @Test
  void whatUnpacksToTooMuchIsRefusedBeforeItIsUnpacked() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 64; i++) {
        zip.write(new byte[1 << 20]);
      }
    }
    byte[] bomb = packed.toByteArray();
    server.answerWith((request, out) -> reply(out, 200, TEXT + "\r\nContent-Encoding: gzip", bomb));
    assertThat(refused().why().key()).isEqualTo("failure.too-big");
  }

  @Test
  void bytesThatAreNoTextAreNoFigures() {
    byte[] noise = new byte[5000];
    new java.util.Random(1).nextBytes(noise);
    server.answerWith((request, out) -> reply(out, 200, TEXT, noise));
    assertThat(refused().kind()).isIn(Failure.Kind.NOT_UNDERSTOOD, Failure.Kind.CUT_OFF);
  }

  private GpuNode ask(boolean lookedAt) throws Failure {
    return exporter.ask(http, HttpUrl.get(server.url() + "/metrics"), lookedAt, null);
  }

  private Failure refused() {
    return catchThrowableOfType(Failure.class, () -> ask(true));
  }

  private void lacks(String how, Set<String> names) {
    server.answerWith((request, out) -> {
      var refused = collectors(request).stream().filter(names::contains).findFirst();
      if (refused.isPresent()) {
        reply(out, 400, "text/plain", REFUSAL.formatted(how, refused.get()));
      } else {
        scrape(out);
      }
    });
  }

  /** Which collectors were asked for last. */
  private List<String> collectors() {
    return collectors(server.requests().getLast());
  }

  private static List<String> collectors(Request request) {
    return Arrays.stream(request.target().replaceFirst("[^?]*\\??", "").split("&"))
        .map(part -> part.replaceFirst("collect%5B%5D=", ""))
        .toList();
  }

  /** Answers as node_exporter does: the collectors asked for. */
  private void scrape(OutputStream out) throws IOException {
    List<String> asked = collectors(server.requests().getLast());
    boolean idle = capture.endsWith("idle");
    String text = Captures.text("node/" + (idle ? "node_exporter-1.11.1-full" : capture) + ".prom");
    if (idle) {
      text = text.replaceAll("(gpu_busy_percent\\{card=\"card1\"}) .*", "$1 0");
    }
    if (!asked.contains("hwmon")) {
      text = text.replaceAll("(?m)^node_hwmon_.*\\n", "");
    }
    if (!asked.contains("filesystem")) {
      text = text.replaceAll("(?m)^node_filesystem_.*\\n", "");
    }
    reply(out, 200, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }
}
