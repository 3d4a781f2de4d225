package net.pesulabs.console.source.llamacpp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import net.pesulabs.console.homelab.chat.ReplyEvent;
import net.pesulabs.console.homelab.chat.ReplyEvent.End;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.source.Json;
import org.jspecify.annotations.Nullable;

/** Turns the chunks of one streamed answer into events. For one thread. */
final class ReplyReader {

  private final Consumer<ReplyEvent> listener;
  private final String from;
  private final @Nullable Integer context;
  private @Nullable String finishReason;
  private @Nullable Message failure;
  private int contextUsed;
  private boolean done;

  /**
   * @param from the server's host and port
   * @param context tokens a conversation may hold; null if that is not known
   */
  ReplyReader(Consumer<ReplyEvent> listener, String from, @Nullable Integer context) {
    this.listener = listener;
    this.from = from;
    this.context = context;
  }

  /** Takes the data of one event; false once there is nothing more to expect. */
  boolean take(String data) {
    if (data.equals("[DONE]")) {
      done = true;
      return false;
    }
    JsonNode chunk = Json.object(data).orElse(null);
    if (chunk == null) {
      failure = Msg.chatServerNotLlama(from);
      return false;
    }
    if (chunk.has("error")) {
      failure = LlamaError.message(chunk, from);
      return false;
    }
    progress(chunk);
    JsonNode choice = chunk.path("choices").path(0);
    JsonNode delta = choice.path("delta");
    String thought = Json.text(delta, "reasoning_content");
    if (thought != null) {
      listener.accept(new ReplyEvent.Thought(thought));
    }
    String text = Json.text(delta, "content");
    if (text != null) {
      listener.accept(new ReplyEvent.Text(text));
    }
    String reason = Json.text(choice, "finish_reason");
    finishReason = reason == null ? finishReason : reason;
    contextUsed = chunk.path("usage").path("total_tokens").asInt(contextUsed);
    return true;
  }

  /** How it ended, once no more chunks come. A stream without a reason to end was cut off. */
  ReplyEvent.Ended ended() {
    if (failure != null) {
      return new ReplyEvent.Ended(End.FAILED, failure);
    }
    if (finishReason == null) {
      return new ReplyEvent.Ended(
          End.FAILED, done ? Msg.chatServerNoReason(from) : Msg.chatServerLinkLost(from));
    }
    if (!finishReason.equals("length")) {
      return new ReplyEvent.Ended(End.COMPLETE, null);
    }
    // The server gives the same reason for both limits.
    return context != null && contextUsed >= context
        ? new ReplyEvent.Ended(
            End.CONTEXT_FULL, Msg.chatServerContextFull(Quantity.number(context, 0)))
        : new ReplyEvent.Ended(End.LENGTH, Msg.chatServerLength());
  }

  private void progress(JsonNode chunk) {
    JsonNode prompt = chunk.path("prompt_progress");
    if (prompt.isObject()) {
      double cached = prompt.path("cache").asDouble();
      double toRead = prompt.path("total").asDouble() - cached;
      double read = prompt.path("processed").asDouble() - cached;
      double share = toRead <= 0 ? 1 : Math.clamp(read / toRead, 0, 1);
      listener.accept(new ReplyEvent.PromptProgress(share));
    }
    JsonNode timings = chunk.path("timings");
    int tokens = timings.path("predicted_n").asInt();
    if (tokens > 0) {
      contextUsed = timings.path("cache_n").asInt() + timings.path("prompt_n").asInt() + tokens;
      double perSecond = timings.path("predicted_per_second").asDouble();
      if (perSecond > 0) { // the first token comes without a speed
        listener.accept(new ReplyEvent.Progress(tokens, perSecond, contextUsed));
      }
    }
  }
}
