package net.pesulabs.console.source.kubernetes;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.cluster.ClusterObjects;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.reach.ApiProxy;
import net.pesulabs.console.source.reach.Network;
import net.pesulabs.console.source.reach.Pace;
import net.pesulabs.console.source.reach.Reach;
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
  private final Reach reach;
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
      List<Origin> ways,
      Credentials.Again again,
      BooleanSupplier outdated,
      LiveHomelab homelab,
      Network network,
      Clock clock,
      Pace pace) {
    api = new ApiClient(config, new Credentials(config.user(), again, clock));
    reach = Reach.start(ways, new ClusterKnock(config), homelab.ways(), network, clock, pace);
    state = new ClusterState(homelab.cluster(), reach.inUse(), Certificates.of(config), clock);
    objects = homelab.objects();
    var likely = new TreeSet<>(Set.of("default"));
    if (!config.namespace().isEmpty()) {
      likely.add(config.namespace());
    }
    shared = new KindFollower.Shared(api, state, objects, likely, clock);
    Duration interval = reach.hasChoice() ? Heartbeat.WITH_CHOICE : Heartbeat.USUAL;
    heartbeat = new Heartbeat(api, this, outdated, interval, Pause.real(), clock);
    discovery = new Discovery(api, objects.catalogue(), reach::inUse, clock);
    secrets = new SecretWatch(api, objects);
  }

  /** Follows the server until closed, or until its kubeconfig names another one. */
  void run() {
    try {
      reach.awaitFirst();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    use(reach.inUse());
    try (Subscription needs = objects.onNeed(this::attend);
        Subscription moves = reach.onMove(this::move)) {
      Thread.ofVirtual().name("cluster-needs").start(this::attendAll);
      Thread.ofVirtual().name("cluster-discovery").start(discovery);
      Thread.ofVirtual().name("cluster-secrets").start(secrets);
      heartbeat.run();
    }
    close();
  }

  private void use(Origin way) {
    api.moveTo(URI.create(way.address().replaceAll("/+$", "")));
    state.by(way);
  }

  /**
   * The same cluster by another way: every table keeps its rows, and each watch goes on from where
   * it was.
   */
  private void move(Origin way) {
    use(way);
    Thread.ofVirtual().name("cluster-move").start(this::takeUpAgain);
  }

  private void takeUpAgain() {
    heartbeat.again();
    all().forEach(KindFollower::reconnect);
    discovery.again();
    secrets.again();
  }

  /** What is lent to those who ask a Service through this server. */
  ApiProxy.Gate gate() throws Failure {
    return api.gate();
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
    reach.heard(reach.inUse());
    state.beat(version, head);
  }

  @Override
  public boolean silent(Message why) {
    try {
      if (reach.doubt(reach.inUse())) {
        return true; // as move() has been told
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    state.silent(why);
    api.renewConnections(Set.of(Api.Pace.BEAT)); // perhaps only this connection is dead
    return false;
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
    reach.close();
    state.close();
    all().forEach(KindFollower::close);
    discovery.close();
    secrets.close();
    heartbeat.close();
    Thread.ofVirtual().name("cluster-close").start(api::close);
  }
}
