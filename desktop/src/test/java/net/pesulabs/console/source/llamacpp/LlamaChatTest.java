package net.pesulabs.console.source.llamacpp;

import static net.pesulabs.console.source.LoopbackServer.chunk;
import static net.pesulabs.console.source.LoopbackServer.endChunks;
import static net.pesulabs.console.source.LoopbackServer.replay;
import static net.pesulabs.console.source.LoopbackServer.reply;
import static net.pesulabs.console.source.LoopbackServer.startChunked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.chat.ReplyEvent;
import net.pesulabs.console.homelab.chat.ReplyEvent.End;
import net.pesulabs.console.homelab.chat.ReplyEvent.Ended;
import net.pesulabs.console.homelab.chat.Turn;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.source.Access;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.LoopbackServer;
import net.pesulabs.console.source.LoopbackServer.Handler;
import net.pesulabs.console.source.LoopbackServer.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LlamaChatTest {

  private static final String SSE = "text/event-stream";
  private static final List<Turn> CONVERSATION =
      List.of(
          new Turn(Turn.Role.USER, "Hola"),
          new Turn(Turn.Role.ASSISTANT, "Hola, ¿qué tal?"),
          new Turn(Turn.Role.USER, "Dame un «resumen» 🙂"));

  private final BlockingQueue<ReplyEvent> events = new LinkedBlockingQueue<>();
  private LoopbackServer server;

  @BeforeEach
  void serve() throws IOException {
    server = new LoopbackServer((request, out) -> replay(out, "llama/err_404.http"));
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  @Test
  void asksForEverythingItShows() throws Exception {
    answerWith(stream(Captures.body("llama/chat_stream_full.http"), 4096));
    ask();
    ended();
    Request request = posted();
    JsonNode body = new ObjectMapper().readTree(request.body());
    assertThat(body.path("messages"))
        .hasToString(
            """
            [{"role":"user","content":"Hola"},\
            {"role":"assistant","content":"Hola, ¿qué tal?"},\
            {"role":"user","content":"Dame un «resumen» 🙂"}]\
            """);
    assertThat(body.path("stream").asBoolean()).isTrue();
    assertThat(body.path("stream_options").path("include_usage").asBoolean()).isTrue();
    assertThat(body.path("timings_per_token").asBoolean()).isTrue();
    assertThat(body.path("return_progress").asBoolean()).isTrue();
    assertThat(body.path("sse_ping_interval").asInt()).isEqualTo(1);
    assertThat(body.has("model")).isFalse();
    assertThat(request.headers()).containsEntry("accept-encoding", "identity");
    assertThat(request.headers().get("x-conversation-id")).hasSize(36);
  }

  @Test
  void usesAFreshIdForEachAnswer() {
    answerWith(stream(Captures.body("llama/chat_stream_full.http"), 4096));
    ask();
    ended();
    ask();
    ended();
    assertThat(server.requests().stream().filter(r -> r.method().equals("POST")))
        .extracting(request -> request.headers().get("x-conversation-id"))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void tellsProgressThenTextThenFigures() {
    answerWith(stream(Captures.body("llama/chat_stream_full.http"), 4096));
    ask();
    assertThat(ended().end()).isEqualTo(End.LENGTH);
    assertThat(events.stream().filter(ReplyEvent.PromptProgress.class::isInstance))
        .containsExactly(new ReplyEvent.PromptProgress(0), new ReplyEvent.PromptProgress(1));
    List<ReplyEvent.Progress> figures = of(ReplyEvent.Progress.class);
    assertThat(figures.getFirst().tokens()).as("the first has no speed yet").isEqualTo(2);
    assertThat(figures).allMatch(figure -> figure.tokensPerSecond() > 0);
    assertThat(figures.getLast().tokens()).isEqualTo(24);
    assertThat(figures.getLast().contextUsed()).isEqualTo(41);
    assertThat(figures.getLast().tokensPerSecond()).isBetween(1699.0, 1860.0);
    assertThat(text()).startsWith("vik Tirkap").endsWith(" alleg");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000, 1 << 20})
  void readsTheSameHoweverTheNetworkCutsIt(int size) {
    byte[] body = Captures.body("llama/scripted_es_stream.http");
    // The smallest cuts fall inside each character of more than one byte; a part is enough for
    // them.
    byte[] part = size > 3 ? body : java.util.Arrays.copyOf(body, endOfEvent(body, 12_000));
    answerWith(stream(part, size));
    ask();
    ended();
    assertThat(text()).isEqualTo(contentOf(part)).containsPattern("[áéíóúñ]");
  }

  @Test
  void tellsThoughtsFromTheAnswer() {
    answerWith(stream(Captures.body("llama/reasoning_stream.http"), 4096));
    ask();
    assertThat(ended()).isEqualTo(new Ended(End.COMPLETE, null));
    String thoughts =
        of(ReplyEvent.Thought.class).stream()
            .map(ReplyEvent.Thought::text)
            .collect(Collectors.joining());
    assertThat(thoughts).isNotBlank().doesNotContain("|");
    assertThat(text()).contains("|").contains("- [");
  }

  @Test
  void aFullContextIsNotJustAnyLength() {
    answerWith(stream(Captures.body("llama/context_full_during_generation.http.gz"), 4096));
    ask();
    Ended ended = ended();
    assertThat(ended.end()).isEqualTo(End.CONTEXT_FULL);
    assertThat(ended.why().in(Language.ES)).contains("4.096");
  }

  @Test
  void pingsAloneAreNoSilence() throws Exception {
    String raw = new String(Captures.body("llama/prefill_pings_only.http"), StandardCharsets.UTF_8);
    server.answerWith((request, out) -> {
      if (request.path().equals("/props")) {
        reply(out, 200, "application/json", "{\"model_alias\":\"of 32k\"}");
        return;
      }
      startChunked(out, SSE);
      var pause = new CountDownLatch(1);
      for (int i = 0; i < 8; i++) {
        write(out, ":\n\n");
        pause.await(100, java.util.concurrent.TimeUnit.MILLISECONDS);
      }
      write(out, raw.substring(raw.indexOf("data:")).replaceAll("(?m)^[0-9a-f]+\\r\\n", ""));
      endChunks(out);
    });
    new LlamaChat(Access.direct(Source.MODEL, server.url()), Duration.ofMillis(400))
        .ask(CONVERSATION, events::add);
    assertThat(ended().end()).isEqualTo(End.LENGTH);
    assertThat(text()).isEqualTo("tack haut");
  }

  @Test
  void silenceAfterTheHeadersIsALostLink() {
    answerWith((request, out) -> {
      startChunked(out, SSE);
      write(out, "data: {\"choices\":[{\"delta\":{\"content\":\"Hola\"}}]}\n\n");
      new CountDownLatch(1).await();
    });
    new LlamaChat(Access.direct(Source.MODEL, server.url()), Duration.ofMillis(200))
        .ask(CONVERSATION, events::add);
    Ended ended = ended();
    assertThat(ended.end()).isEqualTo(End.FAILED);
    assertThat(ended.why().key()).isEqualTo("failure.timed-out");
    assertThat(text()).as("what came stays").isEqualTo("Hola");
    await().untilAsserted(this::assertServerWasToldToStop);
  }

  @Test
  void waitsWithoutLimitForASlot() throws Exception {
    answerWith((request, out) -> {
      // Longer than the silence allowed later.
      new CountDownLatch(1).await(600, java.util.concurrent.TimeUnit.MILLISECONDS);
      stream(Captures.body("llama/chat_stream_full.http"), 4096).answer(request, out);
    });
    new LlamaChat(Access.direct(Source.MODEL, server.url()), Duration.ofMillis(200))
        .ask(CONVERSATION, events::add);
    assertThat(ended().end()).isEqualTo(End.LENGTH);
  }

  @Test
  void anErrorInTheStreamIsAFailureAndTheTextStays() {
    answerWith(stream(Captures.bytes("llama/err_mid_stream.sse"), 4096));
    ask();
    Ended ended = ended();
    assertThat(ended.end()).isEqualTo(End.FAILED);
    assertThat(ended.why().in(Language.ES)).contains("empty grammar stack");
    assertThat(of(ReplyEvent.Thought.class)).isNotEmpty();
  }

  @Test
  void anEndWithoutAReasonIsAFailure() {
    String whole = Captures.bodyText("llama/chat_stream_full.http");
    int finish = whole.indexOf("data: {\"choices\":[{\"finish_reason\":\"length\"");
    answerWith(stream(whole.substring(0, finish).getBytes(StandardCharsets.UTF_8), 4096));
    ask();
    assertThat(ended().why().key()).isEqualTo("chat-server.link-lost");
    assertThat(text()).endsWith(" alleg");
    answerWith(
        stream(
            (whole.substring(0, finish) + "data: [DONE]\n\n").getBytes(StandardCharsets.UTF_8), 9));
    events.clear();
    ask();
    assertThat(ended().why().key()).isEqualTo("chat-server.no-reason");
  }

  @Test
  void aMissingDoneAfterTheReasonDoesNoHarm() {
    String whole = Captures.bodyText("llama/reasoning_stream.http");
    String cut = whole.substring(0, whole.indexOf("data: [DONE]"));
    answerWith((request, out) -> {
      startChunked(out, SSE);
      write(out, cut); // and the connection breaks without a last chunk
    });
    ask();
    assertThat(ended()).isEqualTo(new Ended(End.COMPLETE, null));
  }

  @Test
  void aBrokenConnectionIsToldAsSuch() {
    answerWith((request, out) -> {
      startChunked(out, SSE);
      write(out, "data: {\"choices\":[{\"delta\":{\"content\":\"Hola\"}}]}\n\ndata: {\"cho");
    });
    ask();
    assertThat(ended().why().key()).isEqualTo("chat-server.link-lost");
    assertThat(text()).isEqualTo("Hola");
  }

  @ParameterizedTest
  @CsvSource({
    "err_401_wrong,model-source.key",
    "err_404,model-source.not-llama",
    "err_bad_json,chat-server.says",
    "err_bad_param,chat-server.says",
    "err_context_overflow,chat-server.too-long",
    "loading_503_health,chat-server.loading"
  })
  void saysRefusalsInPlainWords(String capture, String key) {
    answerWith((request, out) -> replay(out, "llama/" + capture + ".http"));
    ask();
    Ended ended = ended();
    assertThat(ended.end()).isEqualTo(End.FAILED);
    assertThat(ended.why().key()).isEqualTo(key);
    assertThat(ended.why().in(Language.ES)).isNotEqualTo(ended.why().in(Language.EN));
  }

  @Test
  void namesBothNumbersOfAPromptThatIsTooLong() {
    answerWith((request, out) -> replay(out, "llama/err_context_overflow.http"));
    ask();
    assertThat(ended().why().in(Language.EN)).contains("12,010").contains("4,096");
  }

  @Test
  void aPageInPlaceOfAStreamIsAFailure() {
    answerWith((request, out) -> reply(out, 200, "text/html", "<html>Sign in</html>"));
    ask();
    assertThat(ended().why().key()).isEqualTo("model-source.web-page");
  }

  @Test
  void aServerThatLoadsOrIsNotThereIsToldBeforeAsking() throws Exception {
    server.answerWith((request, out) -> replay(out, "llama/loading_503_health.http"));
    ask();
    assertThat(ended().why().key()).isEqualTo("chat-server.loading");
    server.close();
    events.clear();
    ask();
    assertThat(ended().why().key()).isEqualTo("failure.refused");
    events.clear();
    new LlamaChat(Access.direct(Source.MODEL, "box")).ask(CONVERSATION, events::add);
    assertThat(ended().why().key()).isEqualTo("url.scheme");
  }

  @Test
  void asksARouterForItsReadiestModel() throws Exception {
    server.answerWith((request, out) -> {
      switch (request.path()) {
        case "/props" -> replay(out, "llama/router_props.http");
        case "/models" -> replay(out, "llama/router_models_sleeping.http");
        default -> stream(Captures.body("llama/chat_stream_full.http"), 99).answer(request, out);
      }
    });
    ask();
    ended();
    assertThat(new ObjectMapper().readTree(posted().body()).path("model").asText())
        .isEqualTo("tiny-qwen");
  }

  @Test
  void closingStopsTheServerBeforeItSaysSo() throws Exception {
    var left = new CountDownLatch(1);
    answerWith((request, out) -> {
      startChunked(out, SSE);
      try {
        while (true) {
          write(out, "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n");
        }
      } catch (IOException e) {
        left.countDown();
        throw e;
      }
    });
    Subscription answer = ask();
    await().until(() -> !of(ReplyEvent.Text.class).isEmpty());
    answer.close();
    answer.close();
    assertThat(ended().end()).isEqualTo(End.STOPPED);
    assertServerWasToldToStop();
    left.await();
    assertThat(of(Ended.class)).hasSize(1);
    assertThat(List.copyOf(events).getLast()).isInstanceOf(Ended.class);
  }

  @Test
  void closingWhileInTheQueueStopsToo() throws Exception {
    var queued = new CountDownLatch(1);
    answerWith((request, out) -> {
      queued.countDown();
      new CountDownLatch(1).await();
    });
    Subscription answer = ask();
    queued.await();
    answer.close();
    assertThat(ended().end()).isEqualTo(End.STOPPED);
    assertServerWasToldToStop();
  }

  @Test
  void manyAnswersInARowNeedNoLuck() {
    answerWith(stream(Captures.body("llama/chat_stream_full.http"), 4096));
    var chat = new LlamaChat(Access.direct(Source.MODEL, server.url()));
    for (int i = 0; i < 50; i++) {
      events.clear();
      chat.ask(CONVERSATION, events::add);
      assertThat(ended().end()).isEqualTo(End.LENGTH);
    }
  }

  private Subscription ask() {
    return new LlamaChat(Access.direct(Source.MODEL, server.url())).ask(CONVERSATION, events::add);
  }

  /** Answers chat requests so, and the other questions as a server with 4,096 tokens does. */
  private void answerWith(Handler chat) {
    server.answerWith((request, out) -> {
      switch (request.path()) {
        case "/props" -> replay(out, "llama/props.http");
        case "/v1/stream" -> reply(out, 204, "text/plain", "");
        default -> chat.answer(request, out);
      }
    });
  }

  private static Handler stream(byte[] body, int pieces) {
    return (request, out) -> {
      startChunked(out, SSE);
      for (int at = 0; at < body.length; at += pieces) {
        chunk(out, body, at, Math.min(at + pieces, body.length));
      }
      endChunks(out);
    };
  }

  private static void write(java.io.OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    chunk(out, bytes, 0, bytes.length);
  }

  private static int endOfEvent(byte[] body, int from) {
    return new String(body, StandardCharsets.ISO_8859_1).indexOf("\n\n", from) + 2;
  }

  /** The answer's text, read out of a stream in another way than the program does. */
  private static String contentOf(byte[] body) {
    var mapper = new ObjectMapper();
    return Stream.of(new String(body, StandardCharsets.UTF_8).split("\n"))
        .filter(line -> line.startsWith("data: {"))
        .map(line -> {
          try {
            return mapper.readTree(line.substring(6)).at("/choices/0/delta/content").asText("");
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        })
        .filter(text -> !text.equals("null"))
        .collect(Collectors.joining());
  }

  private Ended ended() {
    await().until(() -> !of(Ended.class).isEmpty());
    return of(Ended.class).getFirst();
  }

  private String text() {
    return of(ReplyEvent.Text.class).stream()
        .map(ReplyEvent.Text::text)
        .collect(Collectors.joining());
  }

  private <T> List<T> of(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private Request posted() {
    return server.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private void assertServerWasToldToStop() {
    String id = posted().headers().get("x-conversation-id");
    assertThat(server.requests())
        .anyMatch(request ->
            request.method().equals("DELETE")
                && request.target().equals("/v1/stream?conv_id=" + id));
  }
}
