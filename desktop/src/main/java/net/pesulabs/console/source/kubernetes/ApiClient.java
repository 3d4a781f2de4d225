package net.pesulabs.console.source.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import net.pesulabs.console.homelab.Subscription;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The API server over fabric8's transport. fabric8 puts the client together; the requests here go
 * to the OkHttp client inside it, because only an OkHttp call can be broken off from another thread
 * at any moment, and has a limit on silence.
 */
final class ApiClient implements Api, Subscription {

  private final Kubeconfig config;
  private final Credentials credentials;
  private final Answers answers;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Link link;
  private boolean closed;

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

  /** What is asked from now on goes over new connections: the present ones may be dead. */
  void renewConnections(Set<Pace> paces) {
    lock.lock();
    try {
      if (link != null) {
        link.renew(paces);
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
      if (now == null || !now.isOf(certificate)) {
        if (now != null) {
          now.close();
        }
        now = new Link(config, certificate);
        link = now;
      }
      return now.client(pace);
    } finally {
      lock.unlock();
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
