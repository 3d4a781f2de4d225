package net.pesulabs.console.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One reply being made: the prompt batch by batch, then token by token at the speed of its card,
 * written to its {@link Reply} in the order that llama-server has.
 */
final class Generation {

  private static final double PROMPT_TOKENS_PER_SECOND = 1500;
  private static final int BATCH = 512;
  private static final AtomicInteger TASKS = new AtomicInteger(1200);
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final ChatRequest request;
  private final Reply reply;
  private final LlamaCounters counters;
  private final Slots slots;
  private final long created;
  private final DoubleSupplier tokensPerSecond;
  private final String id = "chatcmpl-" + random(32);
  private final int task = TASKS.addAndGet(3);
  private final StringBuilder said = new StringBuilder();
  private double promptMillis;
  private final AtomicInteger predicted = new AtomicInteger();
  private double predictedMillis;

  Generation(
      ChatRequest request,
      Reply reply,
      LlamaCounters counters,
      Slots slots,
      long createdSeconds,
      DoubleSupplier tokensPerSecond) {
    this.request = request;
    this.reply = reply;
    this.counters = counters;
    this.slots = slots;
    this.created = createdSeconds;
    this.tokensPerSecond = tokensPerSecond;
  }

  /** Works until it is done or nobody wants it; then frees its slot. */
  void run() {
    try {
      readPrompt();
      String finish = speak();
      if (!reply.isCancelled()) {
        end(finish);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      slots.leave(this);
      reply.complete();
    }
  }

  private void readPrompt() throws InterruptedException {
    int total = request.promptTokens();
    int cached = request.cachedTokens();
    long begun = System.nanoTime();
    for (int done = cached; done <= total && !reply.isCancelled(); ) {
      if (request.progress()) {
        ObjectNode progress =
            Json.object()
                .with("total", total)
                .with("cache", cached)
                .with("processed", done)
                .with("time_ms", Math.round(millisSince(begun)));
        ObjectNode chunk = chunk(null, role(), timings(done - cached));
        chunk.set("prompt_progress", progress);
        send(chunk);
      }
      if (done == total) {
        break;
      }
      int batch = Math.min(BATCH, total - done);
      pause(batch / PROMPT_TOKENS_PER_SECOND, System.nanoTime());
      done += batch;
      promptMillis = millisSince(begun);
    }
    counters.prompt(total - cached, cached, promptMillis / 1000);
    send(chunk(null, role(), null));
  }

  /** The reason for the end. */
  private String speak() throws InterruptedException {
    List<String> tokens = Answers.tokens(Answers.to(request.lastUserText()));
    int room = Slots.CONTEXT - request.promptTokens();
    int limit = request.maxTokens() < 0 ? room : Math.min(room, request.maxTokens());
    long begun = System.nanoTime();
    long due = begun;
    for (String token : tokens) {
      if (predicted.get() >= limit) {
        return "length";
      }
      double seconds =
          ThreadLocalRandom.current().nextDouble(0.7, 1.3) / tokensPerSecond.getAsDouble();
      pause(seconds, due);
      due += Math.round(seconds * 1e9);
      if (reply.isCancelled()) {
        return "stop";
      }
      double before = predictedMillis;
      predictedMillis = millisSince(begun);
      predicted.incrementAndGet();
      said.append(token);
      int sequence = request.promptTokens() + predicted.get();
      counters.token((predictedMillis - before) / 1000, sequence, slots.busy());
      send(chunk(null, Json.object("content", token), timings(promptTokens())));
    }
    return "stop";
  }

  private void end(String finish) {
    ObjectNode all = timingsOf(promptTokens());
    send(chunk(finish, Json.object(), request.usage() ? null : all));
    if (request.usage()) {
      ObjectNode last = envelope("chat.completion.chunk"); // of no choices
      last.set("usage", usage());
      last.set("timings", all);
      send(last);
    }
    reply.append("data: [DONE]\n\n");
  }

  /** The whole reply as one document, for who did not ask for a stream. */
  ObjectNode whole() {
    ObjectNode message = Json.object("role", "assistant", "content", said.toString());
    ObjectNode choice =
        Json.object()
            .with("finish_reason", finishOfWhole())
            .with("index", 0)
            .with("message", message);
    ObjectNode document = envelope("chat.completion");
    document.set("choices", Json.array(choice));
    document.set("usage", usage());
    document.set("timings", timingsOf(promptTokens()));
    return document;
  }

  /** The fields of {@code /slots} about the work of a slot. */
  ObjectNode toSlot(boolean processing) {
    try {
      ObjectNode params = (ObjectNode) Json.MAPPER.readTree(Json.resource("slot_params.json"));
      params.put("max_tokens", request.maxTokens()).put("n_predict", request.maxTokens());
      params.put("stream", request.stream()).put("timings_per_token", request.timings());
      return Json.object()
          .with("id_task", task)
          .with("n_prompt_tokens", request.promptTokens() + predicted.get())
          .with("n_prompt_tokens_processed", processing ? promptTokens() : 0)
          .with("n_prompt_tokens_cache", processing ? request.cachedTokens() : 0)
          .with("params", params)
          .with(
              "next_token",
              Json.array(
                  Json.object()
                      .with("has_next_token", processing)
                      .with("has_new_line", false)
                      .with(
                          "n_remain",
                          processing && request.maxTokens() >= 0
                              ? request.maxTokens() - predicted.get()
                              : -1)
                      .with("n_decoded", processing ? predicted.get() : 0)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String finishOfWhole() {
    return request.maxTokens() >= 0 && predicted.get() >= request.maxTokens() ? "length" : "stop";
  }

  private int promptTokens() {
    return request.promptTokens() - request.cachedTokens();
  }

  private static ObjectNode role() {
    return Json.object("role", "assistant", "content", NullNode.instance);
  }

  private ObjectNode chunk(
      @Nullable String finish, ObjectNode delta, @Nullable ObjectNode timings) {
    Object reason = finish == null ? NullNode.instance : finish;
    ObjectNode choice =
        Json.object().with("finish_reason", reason).with("index", 0).with("delta", delta);
    ObjectNode chunk = envelope("chat.completion.chunk");
    chunk.set("choices", Json.array(choice));
    if (timings != null) {
      chunk.set("timings", timings);
    }
    return chunk;
  }

  private ObjectNode envelope(String object) {
    return Json.object()
        .with("choices", Json.array())
        .with("created", created)
        .with("id", id)
        .with("model", PretendLlama.MODEL)
        .with("system_fingerprint", PretendLlama.BUILD)
        .with("object", object);
  }

  private @Nullable ObjectNode timings(int promptDone) {
    return request.timings() ? timingsOf(promptDone) : null;
  }

  private ObjectNode timingsOf(int promptDone) {
    return Json.object()
        .with("cache_n", request.cachedTokens())
        .with("prompt_n", promptDone)
        .with("prompt_ms", promptMillis)
        .with("prompt_per_token_ms", promptDone == 0 ? 0.0 : promptMillis / promptDone)
        .with("prompt_per_second", promptMillis == 0 ? 0.0 : 1000 * promptDone / promptMillis)
        .with("predicted_n", predicted.get())
        .with("predicted_ms", predictedMillis)
        .with(
            "predicted_per_token_ms",
            predicted.get() == 0 ? 0.0 : predictedMillis / predicted.get())
        .with(
            "predicted_per_second",
            predictedMillis == 0 ? 0.0 : 1000 * predicted.get() / predictedMillis);
  }

  private ObjectNode usage() {
    return Json.object()
        .with("completion_tokens", predicted.get())
        .with("prompt_tokens", request.promptTokens())
        .with("total_tokens", request.promptTokens() + predicted.get())
        .with("prompt_tokens_details", Json.object("cached_tokens", request.cachedTokens()));
  }

  private void send(ObjectNode chunk) {
    if (request.stream()) {
      reply.append("data: " + chunk + "\n\n");
    }
  }

  private static void pause(double seconds, long from) throws InterruptedException {
    long left = from + Math.round(seconds * 1e9) - System.nanoTime();
    if (left > 0) {
      Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
    }
  }

  private static double millisSince(long nanos) {
    return Math.floor((System.nanoTime() - nanos) / 1e3)
        / 1e3; // to the microsecond, as the real one
  }

  private static String random(int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
