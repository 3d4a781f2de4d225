package net.pesulabs.console.source.kubernetes;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Subscription;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.ClusterObjects;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.SecretPresence;

/**
 * Asks whether the secrets are there that Ingresses and IngressRoutes name, one by one and for
 * their metadata only: to list secrets would show more of them than this program has any business
 * with. Where even that is not allowed, nothing is known. Safe for any thread.
 */
final class SecretWatch implements Runnable, Subscription {

  /** The name of a secret of a namespace. */
  private record Name(String namespace, String name) {}

  private static final Duration INTERVAL = Duration.ofMinutes(5);

  /** A missing one is likely to be on its way. */
  private static final Duration WHILE_MISSING = Duration.ofSeconds(20);

  private static final String METADATA =
      "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io";

  private final Api api;
  private final Table<SecretPresence> secrets;
  private final Pause pause = Pause.real();
  private final Map<String, Set<Name>> namedBy = new HashMap<>();
  private final List<Subscription> feeds;
  private volatile boolean closed;

  SecretWatch(Api api, ClusterObjects objects) {
    this.api = api;
    this.secrets = objects.secrets();
    this.feeds =
        List.of(
            objects.of(Kind.INGRESSES).rows().follow(change -> hear(change, SecretWatch::named)),
            objects
                .of(Kind.INGRESS_ROUTES)
                .rows()
                .follow(change -> hear(change, route -> Stream.of(route.secret()))));
  }

  private static Stream<String> named(Ingress ingress) {
    return ingress.tls().stream().map(Ingress.Tls::secret);
  }

  private <T extends ClusterObject> void hear(
      Table.Change<T> change, Function<T, Stream<String>> secretsOf) {
    synchronized (namedBy) {
      T after = change.after();
      if (after == null) {
        namedBy.remove(change.uid());
      } else {
        namedBy.put(
            change.uid(),
            secretsOf
                .apply(after)
                .filter(name -> !name.isEmpty())
                .map(name -> new Name(after.namespace(), name))
                .collect(Collectors.toSet()));
      }
    }
    pause.end();
  }

  /** Asks now and again until closed. */
  @Override
  public void run() {
    while (!closed) {
      pause.await(round());
    }
  }

  /** Asks anew at once. */
  void again() {
    pause.end();
  }

  /** Asks for each secret once; returns when to ask again. */
  Duration round() {
    Set<Name> wanted = new HashSet<>();
    synchronized (namedBy) {
      namedBy.values().forEach(wanted::addAll);
    }
    secrets.all().stream()
        .filter(known -> !wanted.contains(new Name(known.namespace(), known.name())))
        .map(SecretPresence::qualifiedName)
        .forEach(this::forget);
    boolean allThere = true;
    for (Name each : wanted) {
      allThere &= ask(each);
    }
    return allThere ? INTERVAL : WHILE_MISSING;
  }

  /** Whether there is no need to ask again soon. */
  private boolean ask(Name secret) {
    String path = "/api/v1/namespaces/" + secret.namespace + "/secrets/" + secret.name;
    var request = new Api.Request(path, METADATA, "get", "secrets", Api.Pace.LIST);
    try (Api.Exchange exchange = api.exchange(request)) {
      exchange.send(); // that there is an answer is all that counts
      tell(new SecretPresence(secret.namespace, secret.name, true));
      return true;
    } catch (IOException e) {
      switch (api.trouble(e).kind()) {
        case ABSENT -> tell(new SecretPresence(secret.namespace, secret.name, false));
        case FORBIDDEN, REFUSED -> {
          forget(secret.namespace + "/" + secret.name);
          return true;
        }
        case LINK, GONE, BUSY -> {} // what was known stays, as old as the cluster's reading
      }
      return false;
    }
  }

  private synchronized void tell(SecretPresence presence) {
    if (!closed) {
      secrets.put(presence);
    }
  }

  private synchronized void forget(String key) {
    if (!closed) {
      secrets.remove(key);
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    feeds.forEach(Subscription::close);
    pause.end();
  }
}
