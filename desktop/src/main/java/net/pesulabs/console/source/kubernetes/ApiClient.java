package net.pesulabs.console.source.kubernetes;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.reach.ApiProxy;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The API server over fabric8's transport. fabric8 puts the client together; the requests here go
 * to the OkHttp client inside it, because only an OkHttp call can be broken off from another thread
 * at any moment, and has a limit on silence.
 */
final class ApiClient implements Api, Subscription {

  /** One of the addresses of the server. */
  private record Place(URI server, Answers answers) {
    static Place at(URI server) {
      return new Place(server, new Answers(Kubeconfig.host(server)));
    }
  }

  private final Kubeconfig config;
  private final Credentials credentials;
  private volatile Place place;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Link link;
  private boolean closed;

  ApiClient(Kubeconfig config, Credentials credentials) {
    this.config = config;
    this.credentials = credentials;
    this.place = Place.at(config.server());
  }

  @Override
  public Exchange exchange(Request request) {
    return new HttpExchange(this, request);
  }

  @Override
  public Trouble trouble(IOException failure) {
    return place.answers.trouble(failure);
  }

  @Override
  public ApiException failure(Request request, StatusBody told) {
    return place.answers.toldInside(request, told);
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

  /**
   * Another address of the same server, from now on; or the same over new connections. What is open
   * is broken off.
   */
  void moveTo(URI server) {
    lock.lock();
    try {
      place = Place.at(server);
      Link old = link;
      link = null;
      if (old != null) {
        Thread.ofVirtual().name("cluster-leave").start(old::close);
      }
    } finally {
      lock.unlock();
    }
  }

  /** What is lent to those who ask a Service through this server. */
  ApiProxy.Gate gate() throws Failure {
    try {
      return new ApiProxy.Gate(
          HttpUrl.get(place.server), link(credentials.current().certificate()).lent());
    } catch (KubeconfigProblem e) {
      throw new Failure(Failure.Kind.UNAUTHORIZED, e.sentence());
    } catch (IOException e) {
      throw new Failure(Failure.Kind.NO_ROUTE, Msg.reachNoCluster());
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
    return link(certificate).client(pace);
  }

  private Link link(@Nullable ClientCertificate certificate) throws IOException {
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
        now = new Link(config, certificate, new Login(credentials, config.impersonation()));
        link = now;
      }
      return now;
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
    return place.answers;
  }

  /** Where the server is asked now. */
  URI server() {
    return place.server;
  }
}
