package net.pesulabs.console.source.llamacpp;

import static net.pesulabs.console.source.LoopbackServer.replay;
import static net.pesulabs.console.source.LoopbackServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.pesulabs.console.Rows;
import net.pesulabs.console.homelab.Freshness;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.ModelServer.State;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.LoopbackServer;
import net.pesulabs.console.source.LoopbackServer.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelSourceTest {

  private static final String JSON = "application/json; charset=utf-8";

  private final LiveHomelab homelab = new LiveHomelab();
  private final Map<String, String> captures = new HashMap<>();
  private LoopbackServer server;
  private Subscription source = () -> {};

  @BeforeEach
  void serve() throws IOException {
    captures.put("/health", "health_ok");
    captures.put("/props", "props");
    captures.put("/v1/models", "models");
    captures.put("/metrics", "metrics");
    server = new LoopbackServer(this::fromCaptures);
  }

  @AfterEach
  void end() throws IOException {
    source.close();
    server.close();
  }

  @Test
  void tellsTheModelAndItsWork() {
    assertThat(live(State.READY))
        .isEqualTo(tiny().work(0, 0).longest(683).speculates(false).build());
    assertThat(paths()).containsExactlyInAnyOrder("/health", "/props", "/v1/models", "/metrics");
  }

  /** All that the captures tell but the work. */
  private static Rows.Server tiny() {
    return Rows.server(State.READY)
        .name("tiny-chat")
        .context(4096, 2)
        .weights(4_186_432, 8_373_504, "F32")
        .trained(32_768)
        .width(64, 32_064)
        .images(false)
        .version("b1-de3ff81");
  }

  @Test
  void withoutMetricsTheFiguresAreNotTold() {
    server.answerWith((request, out) -> {
      if (request.path().equals("/metrics")) {
        String body =
            """
            {"error":{"code":501,"message":"This server does not support metrics endpoint.",\
            "type":"not_supported_error"}}\
            """;
        reply(out, 501, JSON, body);
      } else {
        fromCaptures(request, out);
      }
    });
    assertThat(live(State.READY)).isEqualTo(tiny().switchedOff().build());
  }

  @Test
  void doesNotAskForFiguresThatTheServerSaysAreOff() {
    answerProps(
        Captures.bodyText("llama/props.http")
            .replace("\"endpoint_metrics\":true", "\"endpoint_metrics\":false"));
    assertThat(live(State.READY)).isEqualTo(tiny().switchedOff().build());
    assertThat(paths()).doesNotContain("/metrics");
  }

  @Test
  void anOlderServerTellsHowFullItsCacheIs() {
    answerMetrics("llamacpp:kv_cache_usage_ratio 0.25\nllamacpp:requests_processing NaN\n");
    assertThat(live(State.READY).work())
        .isEqualTo(new ModelServer.Work(null, null, null, null, null, 25.0, null, null, false));
  }

  @Test
  void figuresThatCannotBeAreNotTold() {
    answerMetrics(
        """
        llamacpp:kv_cache_usage_ratio 7
        llamacpp:requests_processing -1
        llamacpp:requests_deferred 1e300
        llamacpp:n_tokens_max +Inf
        llamacpp:tokens_predicted_total NaN
        """);
    assertThat(live(State.READY).work()).isEqualTo(ModelServer.Work.UNTOLD);
  }

  @Test
  void anotherModelUnderTheSameAddressIsSeen() {
    homelab.attention().lookAt(Source.MODEL);
    answerMetrics("llamacpp:tokens_predicted_total 500\n");
    live(State.READY);
    server.answerWith((request, out) -> {
      switch (request.path()) {
        case "/metrics" -> reply(out, 200, "text/plain", "llamacpp:tokens_predicted_total 3\n");
        case "/v1/models" ->
            reply(
                out,
                200,
                JSON,
                Captures.bodyText("llama/models.http").replace("4186432", "8030261248"));
        default -> fromCaptures(request, out);
      }
    });
    await().until(() -> Long.valueOf(8_030_261_248L).equals(known().model().parameters()));
  }

  @Test
  void takesTheNameFromTheListOrTheFileWhereTheServerIsOld() {
    answerProps("{\"total_slots\":1,\"default_generation_settings\":{\"n_ctx\":8192}}");
    assertThat(live(State.READY).name()).isEqualTo("tiny-chat");
    source.close();
    answerProps("{\"model_path\":\"/models/Qwen3-8B-Q4_K_M.gguf\",\"total_slots\":null}");
    assertThat(live(State.READY))
        .isEqualTo(
            Rows.server(State.READY)
                .name("Qwen3-8B-Q4_K_M")
                .stored("Q4_K_M")
                .work(0, 0)
                .longest(683)
                .speculates(false)
                .build());
    source.close();
    answerProps("{\"model_alias\":\"C:\\\\models\\\\gemma.gguf\"}");
    assertThat(live(State.READY).name()).isEqualTo("gemma");
    source.close();
    answerProps("{\"model_alias\":\"ggml-org/Qwen3-8B-GGUF:Q4_K_M\"}");
    assertThat(live(State.READY).name()).isEqualTo("ggml-org/Qwen3-8B-GGUF:Q4_K_M");
  }

  @Test
  void loadingIsAStateAndNoFailure() {
    captures.replaceAll((path, capture) -> "loading_503_health");
    assertThat(live(State.LOADING)).isEqualTo(Rows.server(State.LOADING).build());
    homelab.attention().lookAt(Source.MODEL);
    captures.put("/health", "health_ok");
    captures.put("/props", "props");
    captures.put("/v1/models", "models");
    captures.put("/metrics", "metrics");
    await().until(() -> known().state() == State.READY);
    captures.replaceAll((path, capture) -> "loading_503_health");
    await().until(() -> known().state() == State.LOADING);
    assertThat(known())
        .as("what was known of it stays, what it does now does not")
        .isEqualTo(
            new ModelServer(
                State.LOADING,
                tiny().build().model(),
                ModelServer.Work.UNTOLD,
                List.of(),
                "b1-de3ff81"));
  }

  @Test
  void a503OfAProxyIsNoLoading() {
    server.answerWith((request, out) -> reply(out, 503, "text/plain", "no available server\n"));
    assertThat(problem()).isEqualTo("failure.server-error");
  }

  @Test
  void aSleepingServerIsNotAskedForMore() {
    captures.put("/props", "sleep_props");
    ModelServer sleeping = live(State.SLEEPING);
    assertThat(sleeping.model()).isEqualTo(tiny().build().model());
    assertThat(sleeping.work()).isEqualTo(ModelServer.Work.UNTOLD);
    assertThat(paths()).doesNotContain("/metrics", "/slots");
  }

  @Test
  void aRouterIsAskedForNothingThatLoadsAModel() {
    captures.put("/props", "router_props");
    captures.put("/models", "router_models_loading");
    assertThat(live(State.LOADING).name()).isEqualTo("tiny-chat");
    source.close();
    captures.put("/models", "router_models_sleeping");
    assertThat(live(State.SLEEPING).name()).isEqualTo("tiny-qwen");
    assertThat(paths()).containsOnly("/health", "/props", "/models");
    source.close();
    server.answerWith(ModelSourceTest::routerWithALoadedModel);
    ModelServer ready = live(State.READY);
    assertThat(ready.model())
        .isEqualTo(
            Rows.server(State.READY)
                .name("big")
                .context(4096, 2)
                .stored("F32")
                .images(false)
                .build()
                .model());
    assertThat(ready.slotsBusy()).isZero();
    assertThat(ready.offers())
        .extracting(offer -> offer.model().name(), ModelServer.Offer::status)
        .containsExactly(
            tuple("tiny-chat", ModelServer.Offer.Status.LOADING),
            tuple("tiny-qwen", ModelServer.Offer.Status.UNLOADED),
            tuple("big", ModelServer.Offer.Status.LOADED));
    assertThat(server.requests())
        .filteredOn(request -> request.target().contains("model="))
        .isNotEmpty()
        .allMatch(request -> request.target().endsWith("?model=big&autoload=false"));
    assertThat(paths()).doesNotContain("/slots");
  }

  @Test
  void aSleepingModelOfARouterTellsItsSize() {
    captures.put("/props", "router_props");
    captures.put("/models", "router_models_sleeping");
    ModelServer.Model model = live(State.SLEEPING).model();
    assertThat(model.weightBytes()).isEqualTo(39_062_272);
    assertThat(model.quantisation()).isEqualTo("F32");
    assertThat(model.takesImages()).isFalse();
  }

  @Test
  void saysWhoElseAnswers() {
    server.answerWith((request, out) -> reply(out, 200, "text/html", "<html>router</html>"));
    assertThat(problem()).isEqualTo("model-source.web-page");
    source.close();
    server.answerWith((request, out) -> reply(out, 404, "text/plain", "404 page not found"));
    assertThat(problem()).isEqualTo("model-source.not-llama");
    source.close();
    server.answerWith((request, out) -> reply(out, 200, "text/plain", "Ollama is running"));
    assertThat(problem()).isEqualTo("model-source.not-llama");
  }

  @Test
  void saysThatAKeyIsWanted() {
    captures.put("/props", "err_401_wrong");
    assertThat(problem()).isEqualTo("model-source.key");
  }

  @Test
  void takesTheAddressThatOtherClientsWant() {
    source =
        ModelSource.start(
            Access.direct(Source.MODEL, server.url() + "/v1/"), homelab, Clock.systemUTC());
    await().until(() -> homelab.model().get().isLive());
    assertThat(paths()).contains("/health", "/props");
  }

  @Test
  void aServerThatWentAwayIsStaleAndComesBack() {
    homelab.attention().lookAt(Source.MODEL);
    live(State.READY);
    server.answerWith((request, out) -> {});
    await().until(() -> homelab.model().get().freshness() == Freshness.STALE);
    server.answerWith(this::fromCaptures);
    await().until(() -> homelab.model().get().isLive());
  }

  @Test
  void aBadAddressIsToldInTheReading() {
    source = ModelSource.start(Access.direct(Source.MODEL, ""), homelab, Clock.systemUTC());
    await().until(() -> reason().equals("url.empty"));
  }

  private void fromCaptures(Request request, OutputStream out) throws IOException {
    replay(out, "llama/" + captures.getOrDefault(request.path(), "err_404") + ".http");
  }

  private void answerProps(String body) {
    server.answerWith((request, out) -> {
      if (request.path().equals("/props")) {
        reply(out, 200, JSON, body);
      } else if (request.path().equals("/v1/models") && body.contains("Qwen3-8B-Q4_K_M.gguf")) {
        reply(out, 200, JSON, "{\"data\":[]}");
      } else {
        fromCaptures(request, out);
      }
    });
  }

  private void answerMetrics(String body) {
    server.answerWith((request, out) -> {
      if (request.path().equals("/metrics")) {
        reply(out, 200, "text/plain; version=0.0.4", body);
      } else {
        fromCaptures(request, out);
      }
    });
  }

  private static void routerWithALoadedModel(Request request, OutputStream out) throws IOException {
    boolean ofModel = request.target().contains("?");
    switch (request.path()) {
      case "/health" -> replay(out, "llama/health_ok.http");
      case "/props" -> replay(out, ofModel ? "llama/props.http" : "llama/router_props.http");
      case "/metrics" -> replay(out, ofModel ? "llama/metrics.http" : "llama/err_404.http");
      case "/models" ->
          reply(
              out,
              200,
              JSON,
              Captures.bodyText("llama/router_models_loading.http")
                  .replace("\"id\":\"tiny-spm\"", "\"id\":\"big\"")
                  .replaceFirst("(big.*?\"value\":\")unloaded", "$1loaded"));
      default -> replay(out, "llama/err_404.http");
    }
  }

  private ModelServer live(State state) {
    source =
        ModelSource.start(Access.direct(Source.MODEL, server.url()), homelab, Clock.systemUTC());
    await().until(() -> homelab.model().get().isLive());
    assertThat(known().state()).isEqualTo(state);
    return known();
  }

  private String problem() {
    source =
        ModelSource.start(Access.direct(Source.MODEL, server.url()), homelab, Clock.systemUTC());
    await().until(() -> !reason().equals("reading.waiting"));
    return reason();
  }

  private ModelServer known() {
    return homelab.model().get().known().orElseThrow();
  }

  private String reason() {
    return homelab.model().get().problem().orElseThrow().key();
  }

  private Set<String> paths() {
    return server.requests().stream().map(Request::path).collect(Collectors.toSet());
  }
}
