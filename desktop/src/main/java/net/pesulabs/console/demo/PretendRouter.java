package net.pesulabs.console.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The web side of a GL-MT2500 with OpenWRT 24.10: the maker's page, ubus with an account that may
 * only read, and the exporter, all on one port.
 */
final class PretendRouter implements HttpHandler {

  static final String USER = "console";

  /** Of nobody: it opens this pretend router and no other. */
  static final String PASSWORD = "pretend-" + UUID.randomUUID();

  private static final List<String> RIGHTS =
      List.of("system board", "system info", "network.interface dump", "luci-rpc getDHCPLeases");

  private final RouterFacts facts;
  private final List<String> sessions = new CopyOnWriteArrayList<>();

  PretendRouter(Faults faults, Clock clock) {
    this.facts = new RouterFacts(faults, clock);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var call = new Call(exchange);
      switch (call.path()) {
        case "/metrics" -> call.text(200, "text/plain; version=0.0.4", facts.metrics());
        case "/ubus" -> ubus(call);
        default -> call.text(200, "text/html", "<!DOCTYPE html><title>GL.iNet</title>\n");
      }
    }
  }

  private void ubus(Call call) throws IOException {
    if (!call.method().equals("POST")) {
      call.empty(404);
      return;
    }
    JsonNode request;
    try {
      request = Json.MAPPER.readTree(new String(call.body(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      request = Json.object();
    }
    if (request.isArray()) {
      ArrayNode answers = Json.array();
      request.forEach(each -> answers.add(answer(each)));
      call.json(200, answers);
    } else {
      call.json(200, answer(request));
    }
  }

  private Obj answer(JsonNode request) {
    JsonNode params = request.path("params");
    if (!request.path("method").asText().equals("call") || params.size() != 4) {
      return error(request, -32700, "Parse error");
    }
    String title = params.path(1).asText() + " " + params.path(2).asText();
    if (title.equals("session login")) {
      return login(request, params.path(3));
    }
    if (!sessions.contains(params.path(0).asText()) || !RIGHTS.contains(title)) {
      return error(request, -32002, "Access denied");
    }
    return result(
        request,
        switch (title) {
          case "system board" -> facts.board();
          case "system info" -> facts.info();
          case "network.interface dump" -> facts.interfaces();
          default -> facts.leases();
        });
  }

  private Obj login(JsonNode request, JsonNode who) {
    if (!who.path("username").asText().equals(USER)
        || !who.path("password").asText().equals(PASSWORD)) {
      return reply(request).with("result", Json.array(6));
    }
    String session = UUID.randomUUID().toString().replace("-", "");
    sessions.add(session);
    return result(
        request, Json.object("ubus_rpc_session", session, "timeout", 300).with("expires", 300));
  }

  private static Obj result(JsonNode request, JsonNode data) {
    return reply(request).with("result", Json.array(0, data));
  }

  private static Obj error(JsonNode request, int code, String message) {
    return reply(request).with("error", Json.object("code", code, "message", message));
  }

  private static Obj reply(JsonNode request) {
    return Json.object("jsonrpc", "2.0", "id", request.get("id"));
  }
}
