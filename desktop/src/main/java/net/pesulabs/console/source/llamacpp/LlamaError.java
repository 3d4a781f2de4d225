package net.pesulabs.console.source.llamacpp;

import com.fasterxml.jackson.databind.JsonNode;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http.Answer;
import net.pesulabs.console.source.Json;
import org.jspecify.annotations.Nullable;

/** What llama-server's refusals mean to one who wants to talk with it. */
final class LlamaError {

  private LlamaError() {}

  /** Why a request for an answer was refused. */
  static Message message(Answer answer) {
    if (LlamaApi.isLoading(answer.status(), answer.body())) {
      return Msg.chatServerLoading();
    }
    if (answer.status() == 401) {
      return Msg.modelSourceKey(answer.from());
    }
    JsonNode body = Json.object(answer.body()).orElse(null);
    if (body != null && body.path("error").isObject() && answer.status() != 404) {
      return message(body, answer.from());
    }
    if (answer.isWebPage()) {
      return Msg.modelSourceWebPage(answer.from());
    }
    try {
      answer.orFailure();
    } catch (Failure e) {
      return e.kind() == Failure.Kind.NOT_FOUND ? Msg.modelSourceNotLlama(answer.from()) : e.why();
    }
    return Msg.chatServerNotLlama(answer.from());
  }

  /** What an object with a field {@code error} says. */
  static Message message(JsonNode body, String from) {
    JsonNode error = body.path("error");
    Integer tokens = Json.integer(error, "n_prompt_tokens");
    Integer context = Json.integer(error, "n_ctx");
    if (error.path("type").asText().equals("exceed_context_size_error")
        && tokens != null
        && context != null) {
      return Msg.chatServerTooLong(Quantity.number(tokens, 0), Quantity.number(context, 0));
    }
    @Nullable String words = Json.text(error, "message");
    return words == null ? Msg.chatServerFailed(from) : Msg.chatServerSays(words);
  }
}
