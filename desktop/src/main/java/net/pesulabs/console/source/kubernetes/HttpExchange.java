package net.pesulabs.console.source.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import okhttp3.Call;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A request over HTTP, sent again once with a new credential where the first one is refused. */
final class HttpExchange implements Api.Exchange {

  private final ApiClient client;
  private final Api.Request request;

  private volatile boolean broken;
  private volatile @Nullable Call call;
  private volatile @Nullable Response response;
  private @Nullable FutureTask<InputStream> ahead;

  HttpExchange(ApiClient client, Api.Request request) {
    this.client = client;
    this.request = request;
  }

  @Override
  public void begin() {
    var task = new FutureTask<>(this::perform);
    ahead = task;
    Thread.ofVirtual().name("cluster-ahead").start(task);
  }

  @Override
  public InputStream send() throws IOException {
    FutureTask<InputStream> begun = ahead;
    if (begun == null) {
      return perform();
    }
    try {
      return begun.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private InputStream perform() throws IOException {
    try {
      Credentials credentials = client.credentials();
      Credentials.Held held = credentials.current();
      Response answer = send(held);
      if (answer.code() == 401) {
        answer.close();
        Credentials.Held fresh = credentials.renew(held);
        if (fresh == null) {
          throw client.answers().refused();
        }
        answer = send(fresh);
      }
      if (answer.code() != 200) {
        throw client.answers().failure(request, answer);
      }
      return answer.body().byteStream();
    } catch (KubeconfigProblem e) {
      throw new ApiException(Trouble.of(Trouble.Kind.REFUSED, e.sentence()));
    }
  }

  private Response send(Credentials.Held held) throws IOException {
    Kubeconfig config = client.config();
    var http =
        new okhttp3.Request.Builder()
            .url(HttpUrl.get(client.server() + request.path()))
            .header("Accept", request.accept())
            .header("User-Agent", "homelab-console");
    config
        .impersonation()
        .forEach((name, values) -> values.forEach(value -> http.addHeader(name, value)));
    if (held.token() != null) {
      http.header("Authorization", "Bearer " + held.token());
    }
    if (request.pace() == Api.Pace.WATCH) {
      // A packed stream could hold events back. A list is packed even where there is no wire: a
      // tenth of the bytes has to be decrypted.
      http.header("Accept-Encoding", "identity");
    }
    Call next = client.client(request.pace(), held.certificate()).newCall(http.build());
    call = next;
    if (broken) {
      throw new IOException("closed");
    }
    Response answer = next.execute();
    response = answer;
    if (broken) { // closed while nobody waited for it yet
      answer.close();
    }
    return answer;
  }

  @Override
  public Api.Head head() {
    Response answer = response;
    if (answer == null) {
      return new Api.Head(null, List.of());
    }
    Date date = answer.headers().getDate("Date");
    Handshake handshake = answer.handshake();
    List<X509Certificate> shown =
        handshake == null
            ? List.of()
            : handshake.peerCertificates().stream()
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .toList();
    Instant told = date == null ? null : date.toInstant();
    return new Api.Head(told, shown);
  }

  @Override
  public void cut() {
    broken = true;
    Call now = call;
    if (now != null) {
      now.cancel();
    }
  }

  @Override
  public void close() {
    cut(); // else closing would read the rest, to use the connection again
    Response answer = response;
    if (answer != null) {
      answer.close();
    }
  }
}
