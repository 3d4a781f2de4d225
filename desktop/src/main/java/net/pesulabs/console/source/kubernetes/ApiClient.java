package net.pesulabs.console.source.kubernetes;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import net.pesulabs.console.homelab.Subscription;
import okhttp3.OkHttpClient;
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
    return new HttpExchange(this, request);
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

  OkHttpClient client(Pace pace, @Nullable ClientCertificate certificate) throws IOException {
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

  Kubeconfig config() {
    return config;
  }

  Credentials credentials() {
    return credentials;
  }

  Answers answers() {
    return answers;
  }
}
