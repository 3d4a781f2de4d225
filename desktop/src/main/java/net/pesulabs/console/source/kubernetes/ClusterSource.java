package net.pesulabs.console.source.kubernetes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Routes;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Urls;
import net.pesulabs.console.source.reach.ApiProxy;
import net.pesulabs.console.source.reach.Network;
import net.pesulabs.console.source.reach.Pace;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the cluster's reading in a {@link LiveHomelab}, and those of its objects that somebody
 * needs, up to what a Kubernetes API server says, until closed. A kubeconfig that cannot be used is
 * no exception but the reading's reason, and is looked at again until it can.
 */
public final class ClusterSource implements ApiProxy, Subscription {

  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Profile profile;
  private final String path;
  private final String context;
  private final LiveHomelab homelab;
  private final Network network;
  private final Clock clock;
  private final Pace pace;
  private final Pause pause = Pause.real();
  private boolean closed;
  private @Nullable Connection connection;

  private ClusterSource(
      Profile profile, LiveHomelab homelab, Network network, Clock clock, Pace pace) {
    this.profile = profile;
    this.path = profile.kubeconfig();
    this.context = profile.context();
    this.homelab = homelab;
    this.network = network;
    this.clock = clock;
    this.pace = pace;
  }

  /**
   * Starts to follow a cluster; returns at once. The homelab must have no other cluster source
   * open.
   *
   * @param profile which kubeconfig, empty for {@code $KUBECONFIG} and without that for {@code
   *     ~/.kube/config}, and by which ways the cluster may be reached
   */
  public static ClusterSource start(
      Profile profile, LiveHomelab homelab, Network network, Clock clock) {
    return start(profile, homelab, network, clock, Pace.USUAL);
  }

  static ClusterSource start(
      Profile profile, LiveHomelab homelab, Network network, Clock clock, Pace pace) {
    var source = new ClusterSource(profile, homelab, network, clock, pace);
    Thread.ofVirtual().name("cluster").start(source::run);
    return source;
  }

  /**
   * What is wrong with a kubeconfig, without connecting; empty where nothing is. Reads files, so
   * not for the FX thread.
   */
  public static Optional<Message> check(String kubeconfigPath, String context) {
    try {
      KubeconfigReader.read(kubeconfigPath, context, Clock.system(ZoneId.systemDefault()));
      return Optional.empty();
    } catch (KubeconfigProblem e) {
      return Optional.of(e.sentence());
    }
  }

  /** What is wrong with a further address of an API server; empty where nothing is. */
  public static Optional<Message> checkWay(String url) {
    Optional<Message> offence = Urls.check(url);
    return offence.isPresent()
        ? offence
        : ClusterKnock.isPlain(url) ? Optional.of(Msg.reachPlainHttp(url)) : Optional.empty();
  }

  @Override
  public Gate open() throws Failure {
    Connection now;
    synchronized (this) {
      now = connection;
    }
    return now == null ? ApiProxy.NONE.open() : now.gate();
  }

  /** Nothing is written to the homelab after this returns; connections are closed behind it. */
  @Override
  public void close() {
    Connection now;
    synchronized (this) {
      closed = true;
      now = connection;
    }
    if (now != null) {
      now.close();
    }
    pause.end();
  }

  private void run() {
    forget();
    while (!isClosed()) {
      try {
        follow(read());
      } catch (KubeconfigProblem e) {
        say(e.sentence());
        pause.await(RETRY);
      }
    }
  }

  private Kubeconfig read() throws KubeconfigProblem {
    return KubeconfigReader.read(path, context, clock);
  }

  private void follow(Kubeconfig config) {
    Connection next;
    synchronized (this) {
      if (closed) {
        return;
      }
      next =
          new Connection(
              config, ways(config), this::read, new Moved(config), homelab, network, clock, pace);
      connection = next;
    }
    next.run();
  }

  /** A kubeconfig with a proxy means that there is no other way. */
  private List<Origin> ways(Kubeconfig config) {
    var routes = new Routes(profile);
    String server = config.server().toString();
    return config.proxy() == null
        ? routes.toCluster(server)
        : List.of(new Origin(Source.CLUSTER, routes.route(server), server));
  }

  /** What an earlier source has left is of another cluster, for all we know. */
  private synchronized void forget() {
    if (!closed) {
      homelab.cluster().set(new Reading.Unknown<>(unconnected(), Msg.readingWaiting()));
      homelab.objects().forget();
    }
  }

  private synchronized void say(Message problem) {
    if (!closed) {
      homelab
          .cluster()
          .update(reading ->
              reading.known().isPresent()
                  ? reading.lost(problem)
                  : new Reading.Unknown<>(unconnected(), problem));
    }
  }

  private Origin unconnected() {
    return new Origin(Source.CLUSTER, Route.LOCAL, path);
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Whether the kubeconfig has come to name another server, or another authority for it. */
  private final class Moved implements BooleanSupplier {
    private final Kubeconfig before;
    private Instant looked = clock.instant();

    Moved(Kubeconfig before) {
      this.before = before;
    }

    @Override
    public boolean getAsBoolean() {
      Instant now = clock.instant();
      if (now.isBefore(looked.plus(RETRY))) {
        return false;
      }
      looked = now;
      try {
        Kubeconfig after = read();
        return !after.server().equals(before.server())
            || !after.authorities().equals(before.authorities());
      } catch (KubeconfigProblem e) {
        return false; // what was read before may yet do
      }
    }
  }
}
