package net.pesulabs.console.source.kubernetes;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.ClusterObjects;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Namespace;
import net.pesulabs.console.homelab.cluster.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the table of one kind equal to the server's objects: all of them by one list and one watch;
 * where the login may not see all, namespace by namespace, as far as it may. The whole list is
 * tried again from time to time meanwhile. Safe for any thread.
 */
final class KindFollower<T extends ClusterObject> implements Subscription {

  /** What all followers of a connection have in common. */
  record Shared(
      Api api,
      ClusterState state,
      ClusterObjects objects,
      Set<String> likelyNamespaces,
      Clock clock) {}

  private final Objects<T> objects;
  private final Resource<T> resource;
  private final Shared shared;
  private final Map<String, Reflector<T>> reflectors = new HashMap<>();
  private @Nullable Subscription namespaces;
  private boolean closed;

  private KindFollower(Objects<T> objects, Shared shared) {
    this.objects = objects;
    this.shared = shared;
    this.resource =
        Resource.of(objects.kind(), columns -> shared.state().columns(objects.kind(), columns));
  }

  /** Follows a kind until closed. */
  static <T extends ClusterObject> KindFollower<T> start(Kind<T> kind, Shared shared) {
    var follower = new KindFollower<>(shared.objects().of(kind), shared);
    shared.state().follow(follower.objects);
    follower.reflect(KindState.EVERYWHERE);
    return follower;
  }

  /** Goes on over new connections. */
  synchronized void reconnect() {
    reflectors.values().forEach(Reflector::reconnect);
  }

  /** Nothing is written to the table after this returns. */
  @Override
  public void close() {
    Subscription feed;
    synchronized (this) {
      closed = true;
      reflectors.values().forEach(Reflector::close);
      feed = namespaces;
      namespaces = null;
    }
    if (feed != null) {
      feed.close();
    }
  }

  private synchronized void reflect(String namespace) {
    if (closed || reflectors.containsKey(namespace)) {
      return;
    }
    Reflector.Listener state = shared.state().scope(objects.kind(), namespace);
    var reflector =
        new Reflector<>(
            resource,
            namespace,
            shared.api(),
            objects.rows(),
            namespace.equals(KindState.EVERYWHERE) ? new Narrowing(state) : state,
            RandomGenerator.getDefault(),
            Pause.real(),
            shared.clock());
    reflectors.put(namespace, reflector);
    Thread.ofVirtual().name("cluster-reflector").start(reflector);
  }

  private synchronized void drop(String namespace) {
    Reflector<T> gone = reflectors.remove(namespace);
    if (gone != null) {
      gone.close();
      shared.state().dropScope(objects.kind(), namespace);
    }
  }

  /** Goes through the namespaces, those that come later too. */
  private void narrow() {
    synchronized (this) {
      if (closed || namespaces != null || !objects.kind().namespaced()) {
        return;
      }
      namespaces = shared.objects().need(Kind.NAMESPACES);
    }
    Subscription feed = shared.objects().of(Kind.NAMESPACES).rows().follow(this::namespaceChanged);
    shared.likelyNamespaces().forEach(this::reflect); // if it may not list the namespaces either
    synchronized (this) {
      Subscription need = namespaces;
      if (need == null) {
        feed.close();
      } else {
        namespaces =
            () -> {
              feed.close();
              need.close();
            };
      }
    }
  }

  private void namespaceChanged(Table.Change<Namespace> change) {
    if (change.after() != null) {
      reflect(change.after().name());
    } else if (change.before() != null
        && !shared.likelyNamespaces().contains(change.before().name())) {
      drop(change.before().name());
    }
  }

  /** The whole list may be seen after all. */
  private void widen() {
    Subscription feed;
    synchronized (this) {
      feed = namespaces;
      namespaces = null;
      Set.copyOf(reflectors.keySet()).stream()
          .filter(namespace -> !namespace.equals(KindState.EVERYWHERE))
          .forEach(this::drop);
    }
    if (feed != null) {
      feed.close();
    }
  }

  /** Hears the list of everything. */
  private final class Narrowing implements Reflector.Listener {
    private final Reflector.Listener state;

    Narrowing(Reflector.Listener state) {
      this.state = state;
    }

    @Override
    public void begun() {
      state.begun();
    }

    @Override
    public void listed() {
      widen();
      state.listed();
    }

    @Override
    public void current() {
      state.current();
    }

    @Override
    public void behind(Trouble trouble, boolean serious) {
      state.behind(trouble, serious);
      if (trouble.kind() == Trouble.Kind.FORBIDDEN) {
        narrow();
      }
    }
  }
}
