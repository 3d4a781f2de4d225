package net.pesulabs.console.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** llama-server with one model and two slots. */
final class PretendLlama implements HttpHandler {

  static final String MODEL = "llama-3.1-8b-demo";
  static final String BUILD = "b6972-de3ff81";

  private static final String JSON = "application/json; charset=utf-8";

  /** Tokens a second on a card that has the whole model, and on one that has not. */
  private static final double USUAL = 60;

  private static final double SLOW = 7;
  private static final Duration RESUMABLE = Duration.ofMinutes(5);
  private static final byte[] PING = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final Slots slots = new Slots();
  private final LlamaCounters counters = new LlamaCounters();
  private final Map<String, Reply> conversations = new ConcurrentHashMap<>();
  private final Set<Reply> running = ConcurrentHashMap.newKeySet();
  private final JsonNode props;
  private final JsonNode models;
  private final OtherPeople others;
  private final Faults faults;
  private final Clock clock;

  PretendLlama(Faults faults, Clock clock) {
    this.faults = faults;
    this.clock = clock;
    this.others = new OtherPeople(faults, counters, clock);
    try {
      props = Json.MAPPER.readTree(Json.resource("props.json"));
      models = Json.MAPPER.readTree(Json.resource("models.json"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isGenerating() {
    return slots.busy() > 0 || others.areTalking();
  }

  /** Ends every reply, as the end of the process would. */
  void stop() {
    running.forEach(Reply::cancel);
    conversations.clear();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var call = new Call(exchange);
      call.set("Server", "llama.cpp");
      call.set("Access-Control-Allow-Origin", "");
      try {
        answer(call);
      } catch (LlamaFailure e) {
        call.set("Connection", "close");
        call.send(e.status(), JSON, Json.bytes(e.body()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // the server is closing
      }
    }
  }

  private void answer(Call call) throws IOException, LlamaFailure, InterruptedException {
    if (faults.has(Fault.LLM_LOADING)) {
      throw LlamaFailure.loading();
    }
    if (faults.has(Fault.LLM_BROKEN)) {
      throw LlamaFailure.broken();
    }
    // These alone are open to all (server.cpp, public_endpoints).
    boolean open = call.path().matches("(/v1)?/(health|models)");
    if (faults.has(Fault.LLM_KEY) && !open) {
      throw LlamaFailure.keyWanted();
    }
    switch (call.method() + " " + call.path()) {
      case "GET /health", "GET /v1/health" -> json(call, Json.object("status", "ok"));
      case "GET /props" -> json(call, props(call));
      case "GET /models", "GET /v1/models" ->
          json(call, isRouter() ? PretendModels.list(models) : models);
      case "GET /slots" -> json(call, slots.toJson());
      case "GET /metrics" -> metrics(call);
      case "POST /v1/chat/completions", "POST /chat/completions" -> chat(call);
      case "POST /v1/chat/completions/input_tokens" -> {
        int tokens = ChatRequest.of(call.body()).promptTokens();
        json(call, Json.object("input_tokens", tokens, "object", "response.input_tokens"));
      }
      case "GET /v1/stream" -> resume(call);
      case "DELETE /v1/stream" -> {
        Reply reply = conversations.get(call.query("conv_id"));
        if (reply != null) {
          reply.cancel();
        }
        call.empty(204);
      }
      case "POST /v1/streams/lookup" -> lookup(call);
      default -> throw LlamaFailure.notFound();
    }
  }

  private boolean isRouter() {
    return faults.has(Fault.LLM_ROUTER);
  }

  private JsonNode props(Call call) throws LlamaFailure {
    if (isRouter() && !isOfLoadedModel(call)) {
      return PretendModels.props();
    }
    ObjectNode told = props.deepCopy();
    return told.put("endpoint_metrics", !faults.has(Fault.LLM_METRICS_OFF));
  }

  /** Whether a question to the router is about the model in memory; about another is refused. */
  private static boolean isOfLoadedModel(Call call) throws LlamaFailure {
    String model = call.query("model");
    if (!model.isEmpty() && !model.equals(MODEL)) {
      throw LlamaFailure.invalid("model is not loaded");
    }
    return !model.isEmpty();
  }

  private void metrics(Call call) throws IOException, LlamaFailure {
    if (faults.has(Fault.LLM_METRICS_OFF)) {
      throw LlamaFailure.metricsOff();
    }
    if (isRouter() && !isOfLoadedModel(call)) {
      throw LlamaFailure.invalid("model name is missing from the request");
    }
    int busy = slots.busy() + others.look(tokensPerSecond());
    call.text(200, "text/plain; version=0.0.4", counters.render(busy, slots.waiting()));
  }

  private double tokensPerSecond() {
    return faults.has(Fault.LLM_SLOW) || faults.has(Fault.GPU_SPILLING) ? SLOW : USUAL;
  }

  private void chat(Call call) throws IOException, LlamaFailure, InterruptedException {
    ChatRequest request = ChatRequest.of(call.body());
    if (request.promptTokens() >= Slots.CONTEXT) {
      throw LlamaFailure.tooLong(request.promptTokens());
    }
    var reply = new Reply(clock);
    String conversation = call.header("X-Conversation-Id");
    if (!conversation.isEmpty()) {
      conversations.values().removeIf(old -> old.isOlderThan(clock.instant().minus(RESUMABLE)));
      conversations.put(conversation, reply);
    }
    var generation =
        new Generation(
            request,
            reply,
            counters,
            slots,
            clock.instant().getEpochSecond(),
            this::tokensPerSecond);
    running.add(reply);
    try {
      slots.enter(generation); // no header goes out before
    } catch (InterruptedException e) {
      running.remove(reply);
      throw e;
    }
    Thread.ofVirtual()
        .name("demo-generation")
        .start(() -> {
          generation.run();
          running.remove(reply);
        });
    if (request.stream()) {
      // With a conversation id the reply goes on without its reader, to be resumed.
      stream(call, reply, 0, request.pingSeconds(), conversation.isEmpty());
    } else {
      while (!reply.isComplete()) {
        reply.after(Integer.MAX_VALUE, Duration.ofSeconds(1));
      }
      json(call, generation.whole());
    }
  }

  private void resume(Call call) throws IOException, LlamaFailure, InterruptedException {
    Reply reply = conversations.get(call.query("conv_id"));
    if (reply == null) {
      throw LlamaFailure.notFound();
    }
    String from = call.query("from");
    if (!from.matches("[0-9]{0,9}")) {
      throw LlamaFailure.invalid("'from' must be a number");
    }
    stream(call, reply, from.isEmpty() ? 0 : Integer.parseInt(from), 30, false);
  }

  private static void stream(Call call, Reply reply, int from, int pingSeconds, boolean owner)
      throws IOException, InterruptedException {
    call.set("X-Accel-Buffering", "no");
    call.set("Connection", "close"); // the real one closes after each stream, without a word
    Duration ping = Duration.ofSeconds(Math.max(1, pingSeconds));
    boolean whole = false;
    try (OutputStream out = call.stream(200, "text/event-stream")) {
      out.flush();
      for (int offset = from; !reply.endsAt(offset); ) {
        byte[] more = reply.after(offset, ping);
        if (more.length == 0 && !reply.endsAt(offset)) {
          out.write(PING);
        }
        out.write(more);
        out.flush();
        offset += more.length;
      }
      whole = true;
    } finally {
      if (owner && !whole) {
        reply.cancel();
      }
    }
  }

  private void lookup(Call call) throws IOException, LlamaFailure {
    ArrayNode found = Json.array();
    try {
      for (JsonNode id : Json.MAPPER.readTree(call.body()).path("conversation_ids")) {
        Reply reply = conversations.get(id.asText());
        if (reply != null) {
          found.add(reply.toJson(id.asText()));
        }
      }
    } catch (JsonProcessingException e) {
      throw LlamaFailure.badJson(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
    json(call, found);
  }

  private static void json(Call call, JsonNode body) throws IOException {
    call.set("Keep-Alive", "timeout=5, max=100");
    call.send(200, JSON, Json.bytes(body));
  }
}
