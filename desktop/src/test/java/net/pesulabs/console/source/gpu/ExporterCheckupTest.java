package net.pesulabs.console.source.gpu;

import static net.pesulabs.console.source.LoopbackServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.time.Clock;
import java.util.stream.Stream;
import net.pesulabs.console.doctor.ExporterProbe.Sight;
import net.pesulabs.console.doctor.ExporterProbe.State;
import net.pesulabs.console.doctor.Unanswered;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.LoopbackServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exporters, good and bad ones, over a real socket. */
class ExporterCheckupTest {

  private static final String TEXT = "text/plain; version=0.0.4";

  private static Sight look(LoopbackServer.Handler handler) throws IOException, Unanswered {
    try (var server = new LoopbackServer(handler)) {
      return new ExporterCheckup(Profile.example(), Clock.systemUTC())
          .look(server.url() + "/metrics");
    }
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        argumentSet("page for people", 200, "text/html", "<html>router</html>", State.NOT_EXPORTER),
        argumentSet("no such path", 404, "text/plain", "404 page not found", State.NOT_FOUND),
        argumentSet("password", 401, "text/plain", "Unauthorized", State.NEEDS_LOGIN),
        argumentSet("refused", 403, "text/plain", "Forbidden", State.OTHER),
        argumentSet("broken", 500, "text/plain", "oops", State.OTHER),
        argumentSet(
            "TLS behind http",
            400,
            "text/plain",
            "Client sent an HTTP request to an HTTPS server.",
            State.NEEDS_HTTPS),
        argumentSet("other metrics", 200, TEXT, "up 1\n", State.NOT_EXPORTER),
        argumentSet("collector off", 200, TEXT, "node_load1 1\n", State.COLLECTOR_OFF),
        argumentSet(
            "collector refused",
            400,
            "text/plain",
            "couldn't create collector: disabled collector: drm",
            State.COLLECTOR_OFF),
        argumentSet(
            "collector fails",
            200,
            TEXT,
            "node_load1 1\nnode_scrape_collector_success{collector=\"drm\"} 0\n",
            State.COLLECTOR_FAILED));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void tellsThemApart(int status, String type, String body, State expected) throws Exception {
    Sight sight = look((request, out) -> reply(out, status, type, body));

    assertThat(sight.state()).isEqualTo(expected);
    assertThat(sight.cards()).isNull();
  }

  @Test
  void seesTheCardsOfAMachine() throws Exception {
    Sight sight =
        look((request, out) -> reply(out, 200, TEXT, Captures.text("node/amd-normal.prom")));

    assertThat(sight.state()).isEqualTo(State.CARDS);
    assertThat(sight.cards().cards()).extracting(Card::id).hasSize(1);
  }

  @Test
  void aMachineWithoutACardHasNone() throws Exception {
    Sight sight =
        look((request, out) ->
            reply(
                out,
                200,
                TEXT,
                "node_load1 1\nnode_scrape_collector_success{collector=\"drm\"} 1\n"));

    assertThat(sight.state()).isEqualTo(State.CARDS);
    assertThat(sight.cards().cards()).isEmpty();
  }

  @Test
  void silenceIsNotKnown() {
    assertThatThrownBy(() -> look((request, out) -> Thread.sleep(Long.MAX_VALUE)))
        .isInstanceOfSatisfying(Unanswered.class, e -> assertThat(e.timedOut()).isTrue());
  }
}
