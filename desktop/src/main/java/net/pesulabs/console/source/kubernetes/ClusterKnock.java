package net.pesulabs.console.source.kubernetes;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.NameCheck;
import net.pesulabs.console.source.reach.ConnectTimer;
import net.pesulabs.console.source.reach.Knock;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Tries whether the cluster of a kubeconfig answers at an address. That it is the same cluster is
 * told by its certificate: issued by the authority of the kubeconfig, and made out to that address.
 * Logs nobody in, so any answer will do; a server that refuses strangers is there too.
 */
final class ClusterKnock implements Knock {

  private final Kubeconfig config;
  private final OkHttpClient client;

  ClusterKnock(Kubeconfig config) {
    this.config = config;
    Tls tls = Tls.of(config.authorities(), null);
    var builder =
        new OkHttpClient.Builder()
            .sslSocketFactory(tls.sockets(), tls.trust())
            .followRedirects(false)
            .followSslRedirects(false);
    if (config.proxy() != null) {
      builder.proxy(config.proxy());
    }
    this.client = NameCheck.in(builder.build(), config.serverName());
  }

  @Override
  public Attempt by(Origin way, Duration limit) {
    var timer = new ConnectTimer();
    OkHttpClient own =
        client
            .newBuilder()
            .dispatcher(new Dispatcher()) // what is cancelled is cancelled for all who share it
            .connectionPool(new ConnectionPool())
            .eventListener(timer)
            .connectTimeout(limit)
            .readTimeout(limit)
            .callTimeout(limit)
            .build();
    return new Attempt() {
      private volatile boolean closed;

      @Override
      public Duration await() throws Failure {
        URI server = server(way.address());
        var request =
            new Request.Builder()
                .url(HttpUrl.get(server + "/version"))
                .header("User-Agent", "homelab-console")
                .build();
        Call call = own.newCall(request);
        if (closed) {
          call.cancel();
        }
        try (var answer = call.execute()) {
          return answer.code() > 0 ? timer.taken() : Duration.ZERO;
        } catch (IOException e) {
          throw failure(e, server);
        } finally {
          own.connectionPool().evictAll();
        }
      }

      @Override
      public void close() {
        closed = true;
        own.dispatcher().cancelAll();
      }
    };
  }

  private static Failure failure(IOException e, URI server) {
    String host = Kubeconfig.host(server);
    return new Failure(Failure.of(e, host).kind(), new Answers(host).trouble(e).why());
  }

  /** Whether it would be spoken to in plain text, and not within this computer. */
  static boolean isPlain(String url) {
    HttpUrl parsed = HttpUrl.parse(url.strip());
    return parsed != null && !parsed.isHttps() && Route.to(parsed.host()) != Route.LOOPBACK;
  }

  /** As strict as with the kubeconfig's own: never in plain text where that is encrypted. */
  private URI server(String address) throws Failure {
    try {
      URI uri = Kubeconfig.server(address);
      String scheme = String.valueOf(uri.getScheme());
      String host = uri.getHost();
      if (host != null && scheme.equals("https")) {
        return uri;
      }
      if (host != null && scheme.equals("http")) {
        if (config.server().getScheme().equals("http") && Route.to(host) == Route.LOOPBACK) {
          return uri;
        }
        throw new Failure(Failure.Kind.BAD_SETTING, Msg.reachPlainHttp(address));
      }
      throw new Failure(Failure.Kind.BAD_SETTING, Msg.urlMalformed(address));
    } catch (URISyntaxException e) {
      throw new Failure(Failure.Kind.BAD_SETTING, Msg.urlMalformed(address));
    }
  }
}
