package net.pesulabs.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.pesulabs.console.demo.TestClient.Answer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PretendLlamaTest {

  private static final String CHAT = "/v1/chat/completions";

  private static PretendHomelab homelab;
  private static TestClient client;

  @BeforeAll
  static void start() throws Exception {
    homelab = PretendHomelab.start(Set.of(), Clock.systemUTC());
    client = new TestClient(homelab.profile());
  }

  @AfterAll
  static void stop() {
    client.close();
    homelab.close();
  }

  @AfterEach
  void quiet() {
    homelab.cure(Fault.LLM_DOWN);
    homelab.cure(Fault.LLM_LOADING);
    await().untilAsserted(() -> assertThat(busy()).isZero());
  }

  @Test
  void itSaysWhatItIs() throws Exception {
    assertThat(client.ask(client.model("/health")).text()).isEqualTo("{\"status\":\"ok\"}");
    JsonNode props = client.ask(client.model("/props")).json();
    assertThat(props.path("total_slots").asInt()).isEqualTo(2);
    int context = props.at("/default_generation_settings/n_ctx").asInt();
    JsonNode models = client.ask(client.model("/v1/models")).json();
    assertThat(models.at("/data/0/meta/n_ctx").asInt()).isEqualTo(context).isEqualTo(Slots.CONTEXT);
    assertThat(models.at("/data/0/id")).isEqualTo(props.path("model_alias"));
    assertThat(client.ask(client.model("/slots")).json()).hasSize(2);
    assertThat(client.ask(client.model("/metrics")).text())
        .contains("# TYPE llamacpp:requests_deferred gauge\nllamacpp:requests_deferred 0\n");
    assertThat(client.ask(client.model("/nope")).json().at("/error/type").asText())
        .isEqualTo("not_found_error");
  }

  @Test
  void aStreamHasTheOrderOfTheRealOne() throws Exception {
    double before = metric("tokens_predicted_total");
    List<String> events =
        stream(
            chat(
                "Hola",
                ",\"max_tokens\":12,\"timings_per_token\":true,\"return_progress\":true,\"stream_options\":{\"include_usage\":true}"));
    assertThat(events.getLast()).isEqualTo("[DONE]");
    List<JsonNode> chunks = new ArrayList<>();
    for (String event : events.subList(0, events.size() - 1)) {
      chunks.add(Json.MAPPER.readTree(event));
    }
    JsonNode first = chunks.getFirst();
    assertThat(first.at("/choices/0/delta").toString())
        .isEqualTo("{\"role\":\"assistant\",\"content\":null}");
    assertThat(first.at("/prompt_progress/processed"))
        .isEqualTo(first.at("/prompt_progress/cache"));
    assertThat(first.at("/choices/0/finish_reason").isNull()).isTrue();
    JsonNode done = chunks.get(1).path("prompt_progress");
    assertThat(done.path("processed")).isEqualTo(done.path("total"));
    assertThat(chunks.get(2).has("prompt_progress")).isFalse();
    assertThat(chunks.subList(3, 15))
        .allMatch(c -> c.at("/choices/0/delta/content").isTextual() && c.has("timings"));
    JsonNode finish = chunks.get(15);
    assertThat(finish.at("/choices/0/finish_reason").asText()).isEqualTo("length");
    assertThat(finish.has("timings")).isFalse();
    JsonNode usage = chunks.get(16);
    assertThat(usage.path("choices")).isEmpty();
    assertThat(usage.at("/usage/completion_tokens").asInt()).isEqualTo(12);
    assertThat(usage.at("/timings/predicted_n").asInt()).isEqualTo(12);
    assertThat(usage.at("/timings/predicted_per_second").asDouble()).isBetween(15.0, 100.0);
    assertThat(chunks).hasSize(17);
    assertThat(metric("tokens_predicted_total")).isEqualTo(before + 12);
  }

  @Test
  void aPlainStreamHasTimingsAtItsEnd() throws Exception {
    List<String> events = stream(chat("Hello", ",\"max_tokens\":3"));
    assertThat(events).hasSize(1 + 3 + 1 + 1);
    JsonNode finish = Json.MAPPER.readTree(events.get(4));
    assertThat(finish.has("timings")).isTrue();
    assertThat(finish.has("usage")).isFalse();
  }

  @Test
  void itAnswersInTheLanguageAsked() throws Exception {
    assertThat(said(stream(chat("¿Cómo está la casa?", "")))).contains("modelo de mentira");
    assertThat(said(stream(chat("Hello!", "")))).contains("pretend model");
    assertThat(Answers.to("What is a pod?")).startsWith("A **pod**");
    assertThat(Answers.to("¿Qué es un pod?")).startsWith("Un **pod**");
    assertThat(Answers.to("Escribe un poema sobre el mar")).contains("de memoria");
    assertThat(String.join("", Answers.tokens(Answers.to("¿Qué es un pod?"))))
        .isEqualTo(Answers.to("¿Qué es un pod?"));
  }

  @Test
  void withoutAStreamTheWholeReplyComes() throws Exception {
    JsonNode answer =
        client
            .ask(
                chat("Hi", ",\"max_tokens\":5")
                    .build()
                    .newBuilder()
                    .post(
                        TestClient.body(
                            "application/json",
                            "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"max_tokens\":5}")))
            .json();
    assertThat(answer.at("/choices/0/message/content").asText()).isNotEmpty();
    assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("length");
    assertThat(answer.at("/usage/completion_tokens").asInt()).isEqualTo(5);
  }

  @Test
  void closingTheSocketFreesTheSlot() throws Exception {
    Call call = client.open(chat("What is a pod?", ""));
    try (Response response = call.execute()) {
      response.body().source().readUtf8LineStrict();
      assertThat(busy()).isEqualTo(1);
      call.cancel();
      await()
          .atMost(Duration.ofSeconds(1))
          .pollInterval(Duration.ofMillis(10))
          .untilAsserted(() -> assertThat(busy()).isZero());
    }
  }

  @Test
  void theThirdWaitsWithoutHeaders() throws Exception {
    Call one = client.open(chat("What is a pod?", ""));
    Call two = client.open(chat("What is a pod?", ""));
    try (Response first = one.execute();
        Response second = two.execute()) {
      assertThat(first.code() + second.code()).isEqualTo(400);
      CompletableFuture<Integer> third = later(client.open(chat("Hi", ",\"max_tokens\":2")));
      await().untilAsserted(() -> assertThat(metric("requests_deferred")).isEqualTo(1));
      assertThat(third).isNotDone();
      assertThat(metric("requests_processing")).isEqualTo(2);
      one.cancel();
      await().untilAsserted(() -> assertThat(third).isCompletedWithValue(200));
      two.cancel();
    }
  }

  @Test
  void aConversationGoesOnWithoutItsReaderUntilItIsDeleted() throws Exception {
    Call call = client.open(chat("What is a pod?", "").header("X-Conversation-Id", "c1"));
    try (Response response = call.execute()) {
      response.body().source().readUtf8LineStrict();
      call.cancel();
    }
    long length = looked("c1").path("total_bytes").asLong();
    await()
        .untilAsserted(() ->
            assertThat(looked("c1").path("total_bytes").asLong()).isGreaterThan(length + 2000));
    assertThat(busy()).isEqualTo(1);

    Answer answer = client.ask(client.model("/v1/stream?conv_id=c1").delete());

    assertThat(answer.code()).isEqualTo(204);
    await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(busy()).isZero());
  }

  @Test
  void aReplyCanBeResumedByteByByte() throws Exception {
    byte[] whole; // more of them than letters, as it waves a hand
    try (Response response =
        client
            .open(chat("Hello", ",\"max_tokens\":20").header("X-Conversation-Id", "c2"))
            .execute()) {
      whole = response.body().bytes();
    }
    Answer rest = client.ask(client.model("/v1/stream?conv_id=c2&from=1000"));
    assertThat(rest.text())
        .isEqualTo(new String(whole, 1000, whole.length - 1000, StandardCharsets.UTF_8));
    assertThat(looked("c2").path("is_done").asBoolean()).isTrue();
    assertThat(client.ask(client.model("/v1/stream?conv_id=unknown")).code()).isEqualTo(404);
  }

  @Test
  void tooLongAPromptIsRefusedWithItsLength() throws Exception {
    Answer answer = client.ask(chat("word ".repeat(20_000), ""));
    assertThat(answer.code()).isEqualTo(400);
    JsonNode error = answer.json().path("error");
    assertThat(error.path("type").asText()).isEqualTo("exceed_context_size_error");
    assertThat(error.path("n_prompt_tokens").asInt()).isGreaterThan(20_000);
    assertThat(error.path("n_ctx").asInt()).isEqualTo(Slots.CONTEXT);
  }

  @Test
  void malformedRequestsAreRefused() throws Exception {
    Answer cut =
        client.ask(client.model(CHAT).post(TestClient.body("application/json", "{\"messages\":[")));
    assertThat(cut.code()).isEqualTo(500);
    assertThat(cut.json().at("/error/type").asText()).isEqualTo("server_error");
    Answer typed =
        client.ask(
            client
                .model(CHAT)
                .post(
                    TestClient.body(
                        "application/json", "{\"messages\":[],\"temperature\":\"hot\"}")));
    assertThat(typed.code()).isEqualTo(400);
    assertThat(typed.json().at("/error/type").asText()).isEqualTo("invalid_request_error");
  }

  @Test
  void whileLoadingEveryEndpointSaysSo() throws Exception {
    homelab.inject(Fault.LLM_LOADING);
    for (String path : List.of("/health", "/props", "/metrics", "/v1/models")) {
      Answer answer = client.ask(client.model(path));
      assertThat(answer.code()).as(path).isEqualTo(503);
      assertThat(answer.json().at("/error/message").asText()).isEqualTo("Loading model");
    }
  }

  @Test
  void whenItFallsItsReplyBreaksOff() throws Exception {
    try (Response response = client.open(chat("What is a pod?", "")).execute()) {
      response.body().source().readUtf8LineStrict();
      homelab.inject(Fault.LLM_DOWN);
      assertThatThrownBy(() -> response.body().string()).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> client.ask(client.model("/health"))).isInstanceOf(IOException.class);
    homelab.cure(Fault.LLM_DOWN);
    assertThat(client.ask(client.model("/health")).code()).isEqualTo(200);
  }

  private static Request.Builder chat(String text, String more) {
    String body =
        "{\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":%s}]%s}"
            .formatted(Json.node(text), more);
    return client.model(CHAT).post(TestClient.body("application/json", body));
  }

  private static List<String> stream(Request.Builder request) throws IOException {
    Answer answer = client.ask(request);
    assertThat(answer.type()).isEqualTo("text/event-stream");
    return answer
        .text()
        .lines()
        .filter(line -> line.startsWith("data: "))
        .map(line -> line.substring(6))
        .toList();
  }

  private static String said(List<String> events) throws IOException {
    var said = new StringBuilder();
    for (String event : events) {
      if (!event.equals("[DONE]")) {
        said.append(Json.MAPPER.readTree(event).at("/choices/0/delta/content").asText(""));
      }
    }
    return said.toString();
  }

  private static JsonNode looked(String conversation) throws IOException {
    String body = "{\"conversation_ids\":[\"" + conversation + "\"]}";
    return client
        .ask(client.model("/v1/streams/lookup").post(TestClient.body("application/json", body)))
        .json()
        .path(0);
  }

  private static long busy() throws IOException {
    return client
        .ask(client.model("/slots"))
        .json()
        .valueStream()
        .filter(s -> s.path("is_processing").asBoolean())
        .count();
  }

  private static double metric(String name) throws IOException {
    return client
        .ask(client.model("/metrics"))
        .text()
        .lines()
        .filter(line -> line.startsWith("llamacpp:" + name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  private static CompletableFuture<Integer> later(Call call) {
    var code = new CompletableFuture<Integer>();
    call.enqueue(
        new Callback() {
          @Override
          public void onFailure(Call failed, IOException e) {
            code.completeExceptionally(e);
          }

          @Override
          public void onResponse(Call answered, Response response) {
            code.complete(response.code());
            response.close();
          }
        });
    return code;
  }
}
