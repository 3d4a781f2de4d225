package net.pesulabs.console.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * As many pods as a large cluster has, beside the household's: no controller knows them, they are
 * made at once and change only as {@link #change} has them do. Safe for any thread.
 */
final class Crowd {

  private static final List<String> APPS =
      List.of("api", "web", "worker", "cache", "gateway", "scheduler", "search", "mailer");
  private static final int REPLICAS = 5;
  private static final int SEED = 4711;

  private final ObjectStore store;
  private final Names names = new Names(SEED);
  private final Random random = new Random(SEED);
  private final CrowdNodes nodes;
  private final List<CrowdPod> pods = new ArrayList<>();
  private int made;
  private int namespaces;
  private int machines;
  private long changes;

  Crowd(ObjectStore store) {
    this.store = store;
    this.nodes = new CrowdNodes(store);
  }

  /** Moves in, some minutes to months ago. */
  synchronized void settle(int count, Instant now) {
    if (count <= 0) {
      return;
    }
    namespaces = Math.clamp(count / 100, 1, 50);
    machines = Math.clamp(count / 125, 1, 40);
    Instant founded = now.minus(Duration.ofDays(400));
    nodes.add(machines, names, founded, now);
    for (int i = 0; i < namespaces; i++) {
      var key = new ObjectStore.Key(Resource.NAMESPACES, "", namespace(i));
      store.putInCrowd(
          key, new Stored.Tree(Household.namespace(namespace(i), names.uid(), founded)));
    }
    for (int i = 0; i < count; i++) {
      CrowdState state = first(random.nextInt(1000));
      Instant created = now.minusSeconds(600 + random.nextInt(7_000_000));
      CrowdPod pod = make(created);
      Instant since = created.plusSeconds(30);
      int restarts = state == CrowdState.CRASHING ? 5 + random.nextInt(200) : 0;
      CrowdPod settled = pod.become(state, restarts, since);
      add(state == CrowdState.PENDING ? settled.on("") : settled);
    }
    changes = 0;
    store.forget();
  }

  private static CrowdState first(int perMille) {
    if (perMille < 930) {
      return CrowdState.READY;
    } else if (perMille < 970) {
      return CrowdState.DONE;
    } else if (perMille < 980) {
      return CrowdState.CRASHING;
    } else if (perMille < 987) {
      return CrowdState.PENDING;
    } else {
      return perMille < 993 ? CrowdState.NO_IMAGE : CrowdState.NOT_READY;
    }
  }

  private static String namespace(int number) {
    return "team-%02d".formatted(number + 1);
  }

  private CrowdPod make(Instant created) {
    int number = made++;
    int app = number / REPLICAS;
    String name = APPS.get(app % APPS.size()) + "-" + app;
    String hash = "%09x".formatted(0x9e3779b9L * (app + 1) & 0xfffffffffL);
    return new CrowdPod(
        number,
        namespace(app % namespaces),
        name,
        name + "-" + hash + "-" + names.suffix(),
        names.uid(),
        CrowdNodes.name(1 + number % machines),
        CrowdState.NOT_READY,
        0,
        created,
        created,
        0);
  }

  private void add(CrowdPod pod) {
    pods.add((CrowdPod) store.putInCrowd(pod.key(), pod));
    changes++;
  }

  /** Does one change; where a pod goes, the one in its place comes with the next. */
  synchronized void change(Instant now) {
    if (pods.isEmpty()) {
      return;
    }
    int at = random.nextInt(pods.size());
    CrowdPod pod = pods.get(at);
    int kind = random.nextInt(100);
    if (pod.state() == CrowdState.DONE || kind < 5) {
      pods.set(at, pods.getLast());
      pods.removeLast();
      store.remove(pod.key());
      changes++;
      add(make(now));
    } else {
      replace(at, next(pod, kind, now));
    }
  }

  /** Restarts one pod, so that whoever looks can wait for it; it is returned. */
  synchronized CrowdPod touch(Instant now) {
    if (pods.isEmpty()) {
      throw new IllegalStateException("there is no crowd");
    }
    int at = random.nextInt(pods.size());
    CrowdPod pod = pods.get(at);
    replace(at, pod.become(pod.state(), pod.restarts() + 1, now));
    return pods.get(at);
  }

  private static CrowdPod next(CrowdPod pod, int kind, Instant now) {
    return switch (pod.state()) {
      case READY ->
          kind < 70
              ? pod.become(CrowdState.NOT_READY, pod.restarts(), now)
              : pod.become(
                  kind < 90 ? CrowdState.READY : CrowdState.CRASHING, pod.restarts() + 1, now);
      case CRASHING -> pod.become(CrowdState.NOT_READY, pod.restarts() + 1, now);
      case PENDING -> pod.on(CrowdNodes.name(1)).become(CrowdState.NOT_READY, 0, now);
      case NOT_READY, NO_IMAGE, DONE -> pod.become(CrowdState.READY, pod.restarts(), now);
    };
  }

  private void replace(int at, CrowdPod pod) {
    pods.set(at, (CrowdPod) store.putInCrowd(pod.key(), pod));
    changes++;
  }

  /** The heartbeats of its machines. Called about once a second. */
  void tick(Instant now) {
    nodes.tick(now);
  }

  /** How many changes there were: a pod that comes in the place of another counts as two. */
  synchronized long changes() {
    return changes;
  }
}
