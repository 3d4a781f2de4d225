package net.pesulabs.console.source.llamacpp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import net.pesulabs.console.homelab.chat.Turn;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/chat/completions}. Sampling is left to the server's settings. */
final class ChatRequest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ChatRequest() {}

  /**
   * @param model which of a router's models; null for a server with one
   */
  static String body(List<Turn> conversation, @Nullable String model) {
    ObjectNode body = MAPPER.createObjectNode();
    if (model != null) {
      body.put("model", model);
    }
    ArrayNode messages = body.putArray("messages");
    for (Turn turn : conversation) {
      messages
          .addObject()
          .put("role", turn.role().name().toLowerCase(Locale.ROOT))
          .put("content", turn.text());
    }
    body.put("stream", true);
    body.putObject("stream_options").put("include_usage", true);
    body.put("timings_per_token", true);
    body.put("return_progress", true);
    body.put("sse_ping_interval", 1); // seconds; what the watchdog listens for
    return body.toString();
  }
}
