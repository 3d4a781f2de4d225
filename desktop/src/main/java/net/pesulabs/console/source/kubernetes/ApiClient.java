package net.pesulabs.console.source.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientImpl;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.HostnameVerifier;
import net.pesulabs.console.homelab.Subscription;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The API server over fabric8's transport. fabric8 puts the client together; the requests here go
 * to the OkHttp client inside it, because only an OkHttp call can be broken off from another thread
 * at any moment, and has a limit on silence.
 *
 * <p>There are two connections: one for lists and watches, and one for {@link Api.Pace#BEAT}, so
 * that a dead connection of the one is never taken for a dead server by the other.
 */
final class ApiClient implements Api, Subscription {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration PING = Duration.ofSeconds(15);

  private final Kubeconfig config;
  private final Credentials credentials;
  private final Answers answers;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Link link;
  private boolean closed;

  /** The clients of one client certificate: another certificate needs connections of its own. */
  private record Link(
      @Nullable ClientCertificate certificate,
      HttpClient fabric8,
      Map<Pace, OkHttpClient> clients) {

    void forgetIdle() {
      clients.values().forEach(client -> client.connectionPool().evictAll());
    }

    void close() {
      clients.values().forEach(client -> client.dispatcher().cancelAll());
      forgetIdle();
      fabric8.close();
    }
  }

  ApiClient(Kubeconfig config, Credentials credentials) {
    this.config = config;
    this.credentials = credentials;
    this.answers = new Answers(config.host());
  }

  @Override
  public Exchange exchange(Request request) {
    return new HttpExchange(request);
  }

  @Override
  public Trouble trouble(IOException failure) {
    return answers.trouble(failure);
  }

  @Override
  public ApiException failure(Request request, StatusBody told) {
    return answers.toldInside(request, told);
  }

  /** Connections that nobody uses now may be dead: the next request makes a new one. */
  void forgetIdle() {
    lock.lock();
    try {
      if (link != null) {
        link.forgetIdle();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (link != null) {
        link.close();
        link = null;
      }
    } finally {
      lock.unlock();
    }
  }

  private OkHttpClient client(Pace pace, @Nullable ClientCertificate certificate)
      throws IOException {
    lock.lock();
    try {
      if (closed) {
        throw new IOException("closed");
      }
      Link now = link;
      if (now == null || !Objects.equals(now.certificate, certificate)) {
        if (now != null) {
          now.close();
        }
        now = connect(certificate);
        link = now;
      }
      return Objects.requireNonNull(now.clients.get(pace));
    } finally {
      lock.unlock();
    }
  }

  private Link connect(@Nullable ClientCertificate certificate) {
    Config fabric8 =
        new ConfigBuilder(Config.empty())
            .withAutoConfigure(false)
            .withMasterUrl(config.server().toString())
            .withConnectionTimeout((int) CONNECT.toMillis())
            .withRequestRetryBackoffLimit(0)
            // OkHttp pings HTTP/2 connections too, and drops those that do not answer.
            .withWebsocketPingInterval(PING.toMillis())
            .build();
    HttpClient.Builder builder =
        new Transport(Tls.of(config.authorities(), certificate)).newBuilder(fabric8);
    HttpClient http = builder.build();
    OkHttpClient base = madeOutTo(config.serverName(), ((OkHttpClientImpl) http).getOkHttpClient());
    var clients = new EnumMap<Pace, OkHttpClient>(Pace.class);
    clients.put(
        Pace.BEAT,
        base.newBuilder()
            .connectionPool(new ConnectionPool(1, 1, TimeUnit.MINUTES))
            .readTimeout(Duration.ofSeconds(4))
            .callTimeout(Duration.ofSeconds(4))
            .build());
    clients.put(Pace.LIST, base.newBuilder().readTimeout(Duration.ofSeconds(30)).build());
    clients.put(Pace.WATCH, base.newBuilder().readTimeout(Duration.ofSeconds(90)).build());
    return new Link(certificate, http, clients);
  }

  /** A client that wants another name in the server's certificate than the one it connects to. */
  private static OkHttpClient madeOutTo(@Nullable String name, OkHttpClient client) {
    HostnameVerifier usual = client.hostnameVerifier();
    return name == null
        ? client
        : client
            .newBuilder()
            .hostnameVerifier((host, session) -> usual.verify(name, session))
            .build();
  }

  /** fabric8's factory, with our idea of whom to trust. */
  private final class Transport extends OkHttpClientFactory {
    private final Tls tls;

    Transport(Tls tls) {
      this.tls = tls;
    }

    @Override
    protected void additionalConfig(OkHttpClient.Builder builder) {
      builder.sslSocketFactory(tls.sockets(), tls.trust());
      builder.followRedirects(false); // a token must not follow a redirect elsewhere
      builder.followSslRedirects(false);
      if (config.proxy() != null) {
        builder.proxy(config.proxy());
      }
    }
  }

  private final class HttpExchange implements Exchange {
    private final Request request;
    private volatile boolean broken;
    private volatile @Nullable Call call;
    private @Nullable Response response;

    HttpExchange(Request request) {
      this.request = request;
    }

    @Override
    public InputStream send() throws IOException {
      try {
        Credentials.Held held = credentials.current();
        Response answer = send(held);
        if (answer.code() == 401) {
          answer.close();
          Credentials.Held fresh = credentials.renew(held);
          if (fresh == null) {
            throw answers.refused();
          }
          answer = send(fresh);
        }
        if (answer.code() != 200) {
          throw answers.failure(request, answer);
        }
        return answer.body().byteStream();
      } catch (KubeconfigProblem e) {
        throw new ApiException(Trouble.of(Trouble.Kind.REFUSED, e.sentence()));
      }
    }

    private Response send(Credentials.Held held) throws IOException {
      var http =
          new okhttp3.Request.Builder()
              .url(HttpUrl.get(config.server() + request.path()))
              .header("Accept", "application/json")
              .header("User-Agent", "homelab-console");
      config
          .impersonation()
          .forEach((name, values) -> values.forEach(value -> http.addHeader(name, value)));
      if (held.token() != null) {
        http.header("Authorization", "Bearer " + held.token());
      }
      if (request.pace() == Pace.WATCH) {
        http.header("Accept-Encoding", "identity"); // a packed stream could hold events back
      }
      Call next = client(request.pace(), held.certificate()).newCall(http.build());
      call = next;
      if (broken) {
        throw new IOException("closed");
      }
      Response answer = next.execute();
      response = answer;
      return answer;
    }

    @Override
    public void cut() {
      broken = true;
      if (call != null) {
        call.cancel();
      }
    }

    @Override
    public void close() {
      if (call != null) {
        call.cancel(); // else closing would read the rest, to use the connection again
      }
      if (response != null) {
        response.close();
      }
    }
  }
}
