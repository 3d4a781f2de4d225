package net.pesulabs.console.source.openwrt;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import net.pesulabs.console.source.Json;
import net.pesulabs.console.source.LoopbackServer;

/** Answers as uhttpd and rpcd were seen to, to one user. */
final class FakeUbus implements LoopbackServer.Handler {

  static final String DENIED = "\"error\":{\"code\":-32002,\"message\":\"Access denied\"}";
  static final String NO_OBJECT = "\"error\":{\"code\":-32000,\"message\":\"Object not found\"}";

  private static final String BOARD =
      "\"result\":[0,{\"model\":\"GL.iNet GL-MT2500\",\"hostname\":\"GL-MT2500\"}]";
  private static final String INFO =
      "\"result\":[0,{\"uptime\":60,\"load\":[65536,32768,0],\"memory\":{\"total\":1000}}]";
  private static final String DUMP =
      """
      "result":[0,{"interface":[{"interface":"wan","up":true,"uptime":5,
        "ipv4-address":[{"address":"203.0.113.7"}],"route":[{"target":"0.0.0.0","mask":0}]}]}]\
      """;
  private static final String LEASES =
      "\"result\":[0,{\"dhcp_leases\":[{\"expires\":false,\"ipaddr\":\"192.168.8.20\"}]}]";

  volatile String password = "right";

  /** What the user has no right to, such as {@code luci-rpc getDHCPLeases}. */
  final Set<String> withheld = ConcurrentHashMap.newKeySet();

  final List<String> logins = new CopyOnWriteArrayList<>();
  final List<String> calls = new CopyOnWriteArrayList<>();
  private final Set<String> sessions = ConcurrentHashMap.newKeySet();

  /** As rpcd does when it restarts, or after five minutes of silence. */
  void endSessions() {
    sessions.clear();
  }

  @Override
  public void answer(LoopbackServer.Request request, OutputStream out) throws IOException {
    LoopbackServer.reply(out, 200, "application/json", reply(request.body()));
  }

  private String reply(String body) {
    JsonNode batch = Json.array(body).orElse(null);
    if (batch == null) {
      return one(Json.object(body).orElseThrow());
    }
    var replies = new ArrayList<String>();
    batch.forEach(each -> replies.add(one(each)));
    return "[" + String.join(",", replies) + "]";
  }

  private String one(JsonNode request) {
    JsonNode params = request.path("params");
    String title = params.path(1).asText() + " " + params.path(2).asText();
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,%s}"
        .formatted(request.path("id").asInt(), result(title, params));
  }

  private String result(String title, JsonNode params) {
    if (title.equals("session login")) {
      String tried = params.path(3).path("password").asText();
      logins.add(tried);
      if (!tried.equals(password)) {
        return "\"result\":[6]";
      }
      String session = "session-" + logins.size();
      sessions.add(session);
      return "\"result\":[0,{\"ubus_rpc_session\":\"" + session + "\",\"timeout\":300}]";
    }
    calls.add(title);
    if (!sessions.contains(params.path(0).asText()) || withheld.contains(title)) {
      return DENIED;
    }
    return switch (title) {
      case "system board" -> BOARD;
      case "system info" -> INFO;
      case "network.interface dump" -> DUMP;
      case "luci-rpc getDHCPLeases" -> LEASES;
      default -> NO_OBJECT;
    };
  }
}
