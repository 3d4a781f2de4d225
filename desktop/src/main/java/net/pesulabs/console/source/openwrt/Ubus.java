package net.pesulabs.console.source.openwrt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.Json;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * ubus over HTTP, as OpenWRT's uhttpd serves it: JSON-RPC, several calls in one request. Only what
 * reads can be asked at all.
 *
 * @see <a href="https://openwrt.org/docs/techref/ubus#access_to_ubus_over_http">ubus over HTTP</a>
 */
final class Ubus {

  /** What may be asked of it; none of these changes anything. */
  enum Call {
    BOARD("system", "board"),
    INFO("system", "info"),
    INTERFACES("network.interface", "dump"),
    LEASES("luci-rpc", "getDHCPLeases");

    private final String object;
    private final String method;

    Call(String object, String method) {
      this.object = object;
      this.method = method;
    }

    /** As the list of rights on the router names it. */
    String title() {
      return object + " " + method;
    }
  }

  /**
   * What came of a call.
   *
   * @param denied whether this session may not: it has ended, or its user has no right to it
   * @param data missing where there is none
   */
  record Outcome(boolean denied, JsonNode data) {}

  private static final String NO_SESSION = "0".repeat(32);
  private static final int LOGIN_ID = 1000;
  private static final int OK = 0;

  /** UBUS_STATUS_PERMISSION_DENIED of libubus. */
  private static final int NO_PERMISSION = 6;

  /** Of uhttpd: no such session, a session that has ended, and no right, are all the same. */
  private static final int ACCESS_DENIED = -32002;

  private static final int NO_OBJECT = -32000;

  private static final MediaType JSON = MediaType.get("application/json");

  private final ObjectMapper mapper = new ObjectMapper();
  private final Http http;
  private final HttpUrl url;

  Ubus(Http http, HttpUrl url) {
    this.http = http;
    this.url = url;
  }

  /**
   * Logs in.
   *
   * @return the session's id; empty where user or password is wrong
   * @throws Failure where that cannot be told
   */
  Optional<String> login(String user, String password) throws Failure {
    ObjectNode who = mapper.createObjectNode().put("username", user).put("password", password);
    Http.Answer answer = post(request(LOGIN_ID, NO_SESSION, "session", "login", who));
    JsonNode reply = Json.object(answer.body()).orElseThrow(() -> notUbus(answer));
    if (reply.path("error").path("code").asInt() == NO_OBJECT) {
      throw new Failure(Failure.Kind.UNAVAILABLE, Msg.gatewaySourceNoRpcd(answer.from()));
    }
    JsonNode result = reply.path("result");
    String session = Json.text(result.path(1), "ubus_rpc_session");
    if (result.path(0).asInt(-1) == OK && session != null) {
      return Optional.of(session);
    }
    if (result.path(0).asInt(-1) == NO_PERMISSION) {
      return Optional.empty();
    }
    throw notUbus(answer);
  }

  /** Makes these calls, in one request; of one that was not answered nothing is known. */
  Map<Call, Outcome> call(String session, List<Call> calls) throws Failure {
    ArrayNode batch = mapper.createArrayNode();
    for (Call call : calls) {
      batch.add(
          request(call.ordinal(), session, call.object, call.method, mapper.createObjectNode()));
    }
    Http.Answer answer = post(batch);
    JsonNode replies = Json.array(answer.body()).orElseThrow(() -> notUbus(answer));
    var outcomes = new LinkedHashMap<Call, Outcome>();
    for (JsonNode reply : replies) {
      JsonNode id = reply.path("id");
      for (Call call : calls) {
        if (id.isIntegralNumber() && id.asInt(-1) == call.ordinal()) {
          outcomes.put(call, outcome(reply));
        }
      }
    }
    if (outcomes.isEmpty()) {
      throw notUbus(answer);
    }
    return outcomes;
  }

  private static Outcome outcome(JsonNode reply) {
    JsonNode result = reply.path("result");
    int status = result.path(0).asInt(-1);
    boolean denied =
        status == NO_PERMISSION || reply.path("error").path("code").asInt() == ACCESS_DENIED;
    JsonNode data = result.path(1);
    return new Outcome(denied, status == OK && data.isObject() ? data : MissingNode.getInstance());
  }

  private ObjectNode request(
      int id, String session, String object, String method, ObjectNode arguments) {
    ObjectNode request = mapper.createObjectNode();
    request.put("jsonrpc", "2.0").put("id", id).put("method", "call");
    request.putArray("params").add(session).add(object).add(method).add(arguments);
    return request;
  }

  private Http.Answer post(JsonNode body) throws Failure {
    Request request =
        new Request.Builder()
            .url(url)
            // uhttpd of OpenWRT 21.02 gets out of step on a connection once it was sent an error.
            .header("Connection", "close")
            .post(RequestBody.create(body.toString(), JSON))
            .build();
    Http.Answer answer = send(request);
    if (answer.isWebPage()) {
      throw notUbus(answer);
    }
    return answer.orFailure();
  }

  /** A router signs its own certificate, which proves nothing to who has not seen it before. */
  private Http.Answer send(Request request) throws Failure {
    try {
      return http.send(request);
    } catch (Failure e) {
      throw e.kind() == Failure.Kind.TLS_UNTRUSTED
          ? new Failure(e.kind(), Msg.gatewaySourceSelfSigned(url.host()))
          : e;
    }
  }

  private static Failure notUbus(Http.Answer answer) {
    return new Failure(Failure.Kind.NOT_UNDERSTOOD, Msg.gatewaySourceNotUbus(answer.from()));
  }
}
