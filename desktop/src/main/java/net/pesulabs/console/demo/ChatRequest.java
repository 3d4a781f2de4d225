package net.pesulabs.console.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a chat request asks for.
 *
 * @param lastUserText what the person said last
 * @param promptTokens of all messages
 * @param cachedTokens of them known from the turn before
 * @param maxTokens of the reply; -1 for no limit
 */
record ChatRequest(
    String lastUserText,
    int promptTokens,
    int cachedTokens,
    int maxTokens,
    boolean stream,
    boolean usage,
    boolean timings,
    boolean progress,
    int pingSeconds) {

  private static final int DEFAULT_PING = 30;

  static ChatRequest of(byte[] body) throws LlamaFailure {
    JsonNode request = parse(body);
    JsonNode messages = request.path("messages");
    if (!messages.isArray()) {
      throw LlamaFailure.invalid("'messages' is required");
    }
    if (request.has("temperature") && !request.path("temperature").isNumber()) {
      throw LlamaFailure.invalid(
          "Field 'temperature': [json.exception.type_error.302] type must be number, but is string");
    }
    int tokens = 6;
    int before = 0;
    String last = "";
    for (JsonNode message : messages) {
      String text = text(message.path("content"));
      if (message.path("role").asText().equals("user")) {
        last = text;
        before = tokens;
      }
      tokens += 5 + Answers.tokens(text).size();
    }
    int max = request.path("max_tokens").asInt(request.path("n_predict").asInt(-1));
    return new ChatRequest(
        last,
        tokens,
        messages.size() > 2 ? before : 0,
        max,
        request.path("stream").asBoolean(),
        request.at("/stream_options/include_usage").asBoolean(),
        request.path("timings_per_token").asBoolean(),
        request.path("return_progress").asBoolean(),
        request.path("sse_ping_interval").asInt(DEFAULT_PING));
  }

  private static JsonNode parse(byte[] body) throws LlamaFailure {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw LlamaFailure.badJson(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // reading from memory
    }
  }

  /** A message is one text, or parts of which some are texts. */
  private static String text(JsonNode content) {
    if (!content.isArray()) {
      return content.asText();
    }
    var text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText()));
    return text.toString();
  }
}
