package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import net.pesulabs.console.doctor.Unanswered;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Json;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Single questions to an API server at any of its addresses, each within four seconds, with the
 * login and the trust that the real connections have. Safe for any thread.
 */
final class CheckupClient implements Subscription {

  private static final MediaType JSON = MediaType.get(Resource.JSON);
  private static final int MOST_BYTES = 8 << 20;

  /** An answer, whatever its status. */
  record Answer(String host, String path, int status, String body) {

    /** The object that a success holds. */
    JsonNode json() throws Unanswered {
      if (status / 100 != 2) {
        throw unexpected();
      }
      return Json.object(body)
          .orElseThrow(() -> new Unanswered(Msg.clusterSourceGarbled(host), false));
    }

    Unanswered unexpected() {
      String code = Integer.toString(status);
      return new Unanswered(
          switch (status) {
            case 401 -> Msg.clusterSourceUnauthorized();
            case 403 -> Msg.clusterSourceForbidden("get", path);
            case 404 -> Msg.clusterSourceNotFound(host, path);
            case 429, 503 -> Msg.clusterSourceBusy(code);
            default -> Msg.clusterSourceUnexpected(code, "–");
          },
          false);
    }
  }

  private final Credentials.Again read;
  private final Clock clock;
  private final Map<String, Link> links = new HashMap<>();
  private @Nullable Kubeconfig config;
  private @Nullable Credentials credentials;

  CheckupClient(Credentials.Again read, Clock clock) {
    this.read = read;
    this.clock = clock;
  }

  /** The kubeconfig, read once. */
  synchronized Kubeconfig config() throws KubeconfigProblem {
    Kubeconfig known = config;
    if (known == null) {
      known = read.read();
      config = known;
      credentials = new Credentials(known.user(), read, clock);
    }
    return known;
  }

  /** What to log in with; a plugin is run once. */
  Credentials.Held held() throws KubeconfigProblem {
    return credentials().current();
  }

  private synchronized Credentials credentials() throws KubeconfigProblem {
    Kubeconfig known = config();
    Credentials now = credentials;
    return now == null ? new Credentials(known.user(), read, clock) : now;
  }

  Answer get(String server, String path) throws Unanswered {
    return send(server, path, new Request.Builder());
  }

  Answer post(String server, String path, String body) throws Unanswered {
    return send(server, path, new Request.Builder().post(RequestBody.create(body, JSON)));
  }

  private Answer send(String server, String path, Request.Builder request) throws Unanswered {
    try {
      Kubeconfig config = at(server);
      Credentials.Held held = held();
      request.url(HttpUrl.get(server + path)).header("User-Agent", "homelab-console");
      config
          .impersonation()
          .forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
      if (held.token() != null) {
        request.header("Authorization", "Bearer " + held.token());
      }
      try (Response answer =
          client(config, held.certificate()).newCall(request.build()).execute()) {
        return new Answer(
            config.host(),
            path.replaceAll("[?].*", ""),
            answer.code(),
            answer.peekBody(MOST_BYTES).string());
      } catch (IOException e) {
        boolean silence = e instanceof java.io.InterruptedIOException;
        throw new Unanswered(new Answers(config.host()).trouble(e).why(), silence);
      }
    } catch (KubeconfigProblem e) {
      throw new Unanswered(e.sentence(), false);
    }
  }

  /** The kubeconfig, of the server at another of its addresses. */
  private Kubeconfig at(String server) throws KubeconfigProblem {
    Kubeconfig known = config();
    return new Kubeconfig(
        known.label(),
        URI.create(server),
        known.authorities(),
        known.serverName(),
        known.namespace(),
        known.proxy(),
        known.user(),
        known.impersonation());
  }

  private synchronized OkHttpClient client(
      Kubeconfig config, @Nullable ClientCertificate certificate) throws KubeconfigProblem {
    var login = new Login(credentials(), config.impersonation());
    return links
        .computeIfAbsent(config.server().toString(), any -> new Link(config, certificate, login))
        .client(Api.Pace.BEAT);
  }

  @Override
  public synchronized void close() {
    links.values().forEach(Link::close);
    links.clear();
  }
}
