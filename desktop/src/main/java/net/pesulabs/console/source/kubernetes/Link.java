package net.pesulabs.console.source.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientImpl;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.pesulabs.console.source.NameCheck;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP clients for one server and one client certificate: another certificate needs connections
 * of its own. There is one connection for lists and watches and one for {@link Api.Pace#BEAT}, so
 * that a dead connection of the one is never taken for a dead server by the other. Guarded by its
 * owner.
 */
final class Link {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration PING = Duration.ofSeconds(15);
  private static final Duration BEAT = Duration.ofSeconds(4);
  private static final Duration LIST = Duration.ofSeconds(30);
  private static final Duration WATCH = Duration.ofSeconds(90);

  /**
   * Longer than between two beats. What was cancelled becomes idle only after it was given up, and
   * would stay open for as long.
   */
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final Kubeconfig config;
  private final @Nullable ClientCertificate certificate;
  private final HttpClient fabric8;
  private final OkHttpClient lent;
  private final Map<Api.Pace, OkHttpClient> clients = new EnumMap<>(Api.Pace.class);

  Link(Kubeconfig config, @Nullable ClientCertificate certificate, Login login) {
    this.config = config;
    this.certificate = certificate;
    this.fabric8 = fabric8();
    OkHttpClient base =
        NameCheck.in(((OkHttpClientImpl) fabric8).getOkHttpClient(), config.serverName());
    lent = base.newBuilder().addInterceptor(login).build();
    clients.put(Api.Pace.BEAT, base.newBuilder().readTimeout(BEAT).callTimeout(BEAT).build());
    clients.put(Api.Pace.LIST, base.newBuilder().readTimeout(LIST).build());
    clients.put(Api.Pace.WATCH, base.newBuilder().readTimeout(WATCH).build());
    renew(Set.of(Api.Pace.LIST, Api.Pace.WATCH));
    renew(Set.of(Api.Pace.BEAT));
  }

  boolean isOf(@Nullable ClientCertificate other) {
    return Objects.equals(certificate, other);
  }

  OkHttpClient client(Api.Pace pace) {
    return Objects.requireNonNull(clients.get(pace));
  }

  /** For what goes through the API server to a Service, over connections of its own. */
  OkHttpClient lent() {
    return lent;
  }

  /** Gives some of the clients connections of their own. The old ones end with what they carry. */
  void renew(Set<Api.Pace> paces) {
    var pool = new ConnectionPool(5, IDLE.toSeconds(), TimeUnit.SECONDS);
    for (Api.Pace pace : paces) {
      OkHttpClient old = client(pace);
      clients.put(pace, old.newBuilder().connectionPool(pool).build());
      evict(old.connectionPool());
    }
  }

  /**
   * Closes what is idle, on a thread of its own: to close a TLS connection waits for the other end
   * to say good-bye, and of a dead one for as long as one waits for bytes.
   */
  private static void evict(ConnectionPool pool) {
    Thread.ofVirtual().name("cluster-evict").start(pool::evictAll);
  }

  void close() {
    for (OkHttpClient client : clients.values()) {
      client.dispatcher().cancelAll();
      evict(client.connectionPool());
    }
    fabric8.close();
  }

  private HttpClient fabric8() {
    Config fabric8 =
        new ConfigBuilder(Config.empty())
            .withAutoConfigure(false)
            .withMasterUrl(config.server().toString())
            .withConnectionTimeout((int) CONNECT.toMillis())
            .withRequestRetryBackoffLimit(0)
            // OkHttp pings HTTP/2 connections too, and drops those that do not answer.
            .withWebsocketPingInterval(PING.toMillis())
            .build();
    HttpClient.Builder builder = new Transport().newBuilder(fabric8);
    return builder.build();
  }

  /** fabric8's factory, with our idea of whom to trust. */
  private final class Transport extends OkHttpClientFactory {
    @Override
    protected void additionalConfig(OkHttpClient.Builder builder) {
      Tls tls = Tls.of(config.authorities(), certificate);
      builder.sslSocketFactory(tls.sockets(), tls.trust());
      builder.followRedirects(false); // a token must not follow a redirect elsewhere
      builder.followSslRedirects(false);
      if (config.proxy() != null) {
        builder.proxy(config.proxy());
      }
    }
  }
}
