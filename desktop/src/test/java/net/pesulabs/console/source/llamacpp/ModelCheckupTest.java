package net.pesulabs.console.source.llamacpp;

import static net.pesulabs.console.source.LoopbackServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import net.pesulabs.console.doctor.ModelProbe.Sight;
import net.pesulabs.console.doctor.ModelProbe.State;
import net.pesulabs.console.doctor.Unanswered;
import net.pesulabs.console.source.LoopbackServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** llama-server in all its moods, over a real socket. */
class ModelCheckupTest {

  private static final String JSON = "application/json";

  private final Map<String, String> captures = new HashMap<>();
  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    captures.putAll(
        Map.of(
            "/health", "health_ok",
            "/props", "props",
            "/v1/models", "models",
            "/metrics", "metrics"));
    server =
        new LoopbackServer((request, out) ->
            LoopbackServer.replay(out, "llama/" + captures.get(request.path()) + ".http"));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private Sight look() throws Unanswered {
    return new ModelCheckup().look(server.url());
  }

  private void answer(int status, String type, String body) {
    server.answerWith((request, out) -> reply(out, status, type, body));
  }

  @Test
  void aLoadedModelIsReadyAndHasAName() throws Unanswered {
    assertThat(look()).isEqualTo(new Sight(State.READY, "tiny-chat", null));
  }

  @Test
  void loadingIsNotAFault() throws Unanswered {
    captures.put("/health", "loading_503_health");
    assertThat(look().state()).isEqualTo(State.LOADING);
  }

  @Test
  void aSleepingModelIsLeftAsleep() throws Unanswered {
    captures.put("/props", "sleep_props");
    assertThat(look().state()).isEqualTo(State.SLEEPING);
    assertThat(server.requests())
        .extracting(LoopbackServer.Request::path)
        .doesNotContain("/metrics", "/slots");
  }

  @Test
  void aKeyIsWantedForAllButHealth() throws Unanswered {
    server.answerWith((request, out) -> {
      if (request.path().equals("/health")) {
        reply(out, 200, JSON, "{\"status\":\"ok\"}");
      } else {
        reply(out, 401, JSON, "{\"error\":{\"code\":401,\"message\":\"Invalid API Key\"}}");
      }
    });
    assertThat(look().state()).isEqualTo(State.KEY_WANTED);
  }

  @Test
  void aProxyWithoutAServerIsAFault() throws Unanswered {
    answer(503, "text/plain", "no available server\n");
    assertThat(look().state()).isEqualTo(State.FAULTY);
  }

  @Test
  void anythingElseIsNotLlama() throws Unanswered {
    answer(200, "text/html", "<!DOCTYPE html><title>router</title>");
    assertThat(look().state()).isEqualTo(State.NOT_LLAMA);
    answer(404, "text/plain", "404 page not found");
    assertThat(look().state()).isEqualTo(State.NOT_LLAMA);
    answer(400, "text/plain", "Client sent an HTTP request to an HTTPS server.\n");
    assertThat(look().state()).isEqualTo(State.NEEDS_HTTPS);
  }

  @Test
  void silenceIsNotKnown() {
    server.answerWith((request, out) -> Thread.sleep(Long.MAX_VALUE));
    assertThatThrownBy(this::look)
        .isInstanceOfSatisfying(Unanswered.class, e -> assertThat(e.timedOut()).isTrue());
  }
}
