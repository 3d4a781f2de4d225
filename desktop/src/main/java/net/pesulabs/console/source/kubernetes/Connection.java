package net.pesulabs.console.source.kubernetes;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.cluster.ClusterObjects;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that goes on with one API server: the kinds that somebody needs, what other kinds there are,
 * and the heartbeat.
 */
final class Connection implements Heartbeat.Listener, Subscription {

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  /** How long the other kinds wait for the first pods. */
  private static final Duration HEAD_START = Duration.ofMillis(500);

  private final ApiClient api;
  private final ClusterState state;
  private final ClusterObjects objects;
  private final KindFollower.Shared shared;
  private final Map<Kind<?>, KindFollower<?>> followers = new HashMap<>();
  private final Heartbeat heartbeat;
  private final Discovery discovery;
  private final SecretWatch secrets;
  private boolean closed;

  Connection(
      Kubeconfig config,
      Credentials.Again again,
      BooleanSupplier outdated,
      LiveHomelab homelab,
      Clock clock) {
    Origin origin = origin(config);
    api = new ApiClient(config, new Credentials(config.user(), again, clock));
    state = new ClusterState(homelab.cluster(), origin, Certificates.of(config), clock);
    objects = homelab.objects();
    var likely = new TreeSet<>(Set.of("default"));
    if (!config.namespace().isEmpty()) {
      likely.add(config.namespace());
    }
    shared = new KindFollower.Shared(api, state, objects, likely, clock);
    heartbeat = new Heartbeat(api, this, outdated, Pause.real(), clock);
    discovery = new Discovery(api, objects.catalogue(), origin, clock);
    secrets = new SecretWatch(api, objects);
  }

  static Origin origin(Kubeconfig config) {
    return new Origin(
        Source.CLUSTER, Route.to(config.server().getHost()), config.server().toString());
  }

  /** Follows the server until closed, or until its kubeconfig names another one. */
  void run() {
    try (Subscription needs = objects.onNeed(this::attend)) {
      Thread.ofVirtual().name("cluster-needs").start(this::attendAll);
      Thread.ofVirtual().name("cluster-discovery").start(discovery);
      Thread.ofVirtual().name("cluster-secrets").start(secrets);
      heartbeat.run();
    }
    close();
  }

  /** The pods first: they are what people look at, and all the others would be in their way. */
  private void attendAll() {
    var rows = new CountDownLatch(1);
    try (Subscription seen = objects.of(Kind.PODS).rows().follow(change -> rows.countDown())) {
      attend(Kind.PODS);
      boolean some = rows.await(HEAD_START.toMillis(), TimeUnit.MILLISECONDS);
      LOG.debug("pods {}", some ? "seen" : "not seen yet");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    objects.needed().forEach(this::attend);
  }

  /** Begins or ends to follow a kind, as somebody needs it or nobody does. */
  private void attend(Kind<?> kind) {
    KindFollower<?> ending = null;
    synchronized (this) {
      boolean needed = objects.isNeeded(kind);
      if (closed || needed == followers.containsKey(kind)) {
        return;
      }
      if (needed) {
        followers.put(kind, KindFollower.start(kind, shared));
      } else {
        ending = followers.remove(kind);
      }
    }
    if (ending != null) {
      ending.close();
      state.unfollow(kind);
    }
  }

  @Override
  public void beat(String version, Api.Head head) {
    state.beat(version, head);
  }

  @Override
  public void silent(Message why) {
    state.silent(why);
    api.renewConnections(Set.of(Api.Pace.BEAT)); // perhaps only this connection is dead
  }

  @Override
  public void distrust() {
    api.renewConnections(Set.of(Api.Pace.LIST, Api.Pace.WATCH));
    all().forEach(KindFollower::reconnect);
    discovery.again();
    secrets.again();
  }

  private synchronized Set<KindFollower<?>> all() {
    return Set.copyOf(followers.values());
  }

  /** Nothing is written to the homelab after this returns. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    state.close();
    all().forEach(KindFollower::close);
    discovery.close();
    secrets.close();
    heartbeat.close();
    Thread.ofVirtual().name("cluster-close").start(api::close);
  }
}
