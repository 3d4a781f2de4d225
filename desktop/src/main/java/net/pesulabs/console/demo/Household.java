package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What runs in the pretend cluster, and the time that passes in it. */
final class Household {

  private static final String ASUNA = Nodes.ASUNA;
  // Made and scheduled, being created, running, ready: see Kubelet.
  private static final int[] STEPS_TO_READY = {0, 1, 3, 5};

  // At these seconds of its troubles the household is looked at; the last one is now.
  private static final int[] TROUBLED = {
    0, 1, 2, 3, 5, 7, 9, 12, 16, 20, 30, 42, 54, 66, 78, 90, 110, 130, 150, 170, 190, 210, 225, 240
  };

  private static final String CERTIFICATE =
      "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n";

  private final ObjectStore store;
  private final Names names = new Names();
  private final Controllers controllers;
  private final CronRuns cronRuns;
  private final Nodes nodes;
  private final Kubelet kubelet;
  private final Happenings happenings;
  private final EndpointSlices slices;
  private final Troubles troubles;
  private final Faults faults;

  Household(ObjectStore store, Faults faults) {
    var ailments = new Ailments(faults);
    this.store = store;
    this.faults = faults;
    this.happenings = new Happenings(store);
    this.controllers = new Controllers(store, names);
    this.cronRuns = new CronRuns(store, names);
    this.nodes = new Nodes(store, happenings, ailments);
    this.kubelet = new Kubelet(store, names, happenings, ailments);
    this.slices = new EndpointSlices(store, names);
    this.troubles = new Troubles(store, names, happenings, faults);
  }

  /**
   * Moves in: everything there as if it had been for weeks. The faults that are on have been on for
   * a few minutes, so that what the cluster does about them has been done.
   */
  synchronized void settle(Instant now) {
    Instant founded = now.minus(Duration.ofDays(210)).minusSeconds(4000);
    boolean troubled = faults.hasAny(Troubles.KINDS);
    Instant start = troubled ? now.minusSeconds(TROUBLED[TROUBLED.length - 1]) : now;
    store.put(Resource.NODES, Nodes.asuna(names, founded, start));
    store.put(Resource.NODES, Nodes.pesubuntu(names, founded, start.minusSeconds(10)));
    for (ObjectNode node : store.all(Resource.NODES)) {
      store.put(Resource.LEASES, Leases.of(names, node, founded, start));
    }
    Stream.concat(
            Stream.of("default", "kube-node-lease", "kube-public"),
            Residents.ALL.stream().map(Workload::namespace))
        .distinct()
        .forEach(name -> {
          store.put(Resource.NAMESPACES, namespace(name, names.uid(), founded));
          store.put(
              Resource.CONFIGMAPS,
              Configs.map(names, name, "kube-root-ca.crt", founded, "ca.crt", CERTIFICATE));
        });
    Furniture.bring(store, names, founded, now);
    int service = 20;
    for (Workload workload :
        Residents.ALL.stream().sorted(Comparator.comparingInt(Workload::age).reversed()).toList()) {
      Instant then = now.minus(Duration.ofDays(workload.age())).minusSeconds(service * 137L);
      live(workload, then);
      ObjectNode door = workload.toService(names, "10.43.17." + service++, then);
      if (door != null) {
        store.put(Resource.SERVICES, door);
      }
      ObjectNode way = workload.toIngress(names, then);
      if (way != null) {
        store.put(Resource.INGRESSES, way);
      }
    }
    slices.tick(now);
    if (troubled) {
      for (int second : TROUBLED) {
        go(start.plusSeconds(second));
      }
    }
    History.write(store, happenings, now);
    store.put(Resource.CRONJOBS, flowsCheck(founded));
    HostServices.bring(store, names, founded);
    tick(now);
    store.forget(); // what came before the server started is nobody's to watch
  }

  /**
   * Takes a workload through its first seconds, in a cluster of its own, so that it costs little.
   */
  private void live(Workload workload, Instant then) {
    var alone = new ObjectStore(0, 0);
    store.all(Resource.NODES).forEach(node -> alone.put(Resource.NODES, node));
    Configs.all(store)
        .forEach((kind, objects) -> objects.forEach(object -> alone.put(kind, object)));
    alone.put(workload.kind(), workload.toObject(names, then));
    workload.toClaims(names, then).forEach(claim -> alone.put(Resource.CLAIMS, claim));
    var made = new Controllers(alone, names);
    var healthy = new Ailments(new Faults(Set.of()));
    var started = new Kubelet(alone, names, new Happenings(alone), healthy);
    for (int second : STEPS_TO_READY) {
      made.tick(then.plusSeconds(second));
      started.tick(then.plusSeconds(second));
    }
    made.tick(then.plusSeconds(6));
    for (Resource kind : Workload.KINDS) {
      alone.all(kind).forEach(object -> store.put(kind, object));
    }
  }

  /** What changes of itself, up to now. Called about once a second. */
  synchronized void tick(Instant now) {
    cronRuns.tick(now);
    go(now);
    happenings.tick(now);
  }

  private void go(Instant now) {
    troubles.follow(now);
    nodes.tick(now);
    controllers.tick(now);
    kubelet.tick(now);
    controllers.tick(now);
    slices.tick(now);
  }

  static ObjectNode namespace(String name, String uid, Instant created) {
    ObjectNode namespace =
        Json.object()
            .with(
                "metadata",
                Json.object()
                    .with("name", name)
                    .with("uid", uid)
                    .with("creationTimestamp", created)
                    .with("labels", Json.object("kubernetes.io/metadata.name", name)))
            .with("spec", Json.object("finalizers", List.of("kubernetes")))
            .with("status", Json.object("phase", "Active"));
    ManagedFields.addUsual(namespace, Resource.NAMESPACES, created);
    return namespace;
  }

  /** A small job each minute, so that there is always something that comes and goes. */
  private ObjectNode flowsCheck(Instant created) {
    ObjectNode pod =
        Workload.deployment("apps", "flows-check", ASUNA)
            .image("docker.io/curlimages/curl:8.16.0")
            .podSpec();
    pod.put("restartPolicy", "Never");
    ObjectNode template =
        Json.object()
            .with(
                "metadata",
                Json.object("labels", Json.object("app.kubernetes.io/name", "flows-check")))
            .with("spec", pod);
    ObjectNode cron =
        Json.object()
            .with(
                "metadata",
                Json.object()
                    .with("name", "flows-check")
                    .with("namespace", "apps")
                    .with("uid", names.uid())
                    .with("generation", 1)
                    .with("creationTimestamp", created))
            .with(
                "spec",
                Json.object()
                    .with("schedule", "* * * * *")
                    .with("concurrencyPolicy", "Forbid")
                    .with("suspend", false)
                    .with(
                        "jobTemplate",
                        Json.object()
                            .with("metadata", Json.object())
                            .with(
                                "spec",
                                Json.object()
                                    .with("backoffLimit", 2)
                                    .with("ttlSecondsAfterFinished", 30)
                                    .with("template", template)))
                    .with("successfulJobsHistoryLimit", 1)
                    .with("failedJobsHistoryLimit", 1))
            .with("status", Json.object());
    ManagedFields.addUsual(cron, Resource.CRONJOBS, created);
    return cron;
  }
}
