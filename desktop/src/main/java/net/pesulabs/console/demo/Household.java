package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What runs in the pretend cluster, and the time that passes in it. */
final class Household {

  /** An image tag that was never pushed: see {@link ImagePull}. */
  static final String MISSING_TAG = ":v9.9.9-rocm";

  /** A host name that nobody has, for that service is called postgresql: see {@link CrashLoop}. */
  static final String WRONG_HOST = "postgres";

  private static final String ASUNA = Nodes.ASUNA;
  private static final String PESUBUNTU = Nodes.PESUBUNTU;

  private static final List<Workload> WORKLOADS =
      List.of(
          Workload.deployment("kube-system", "coredns", ASUNA)
              .image("rancher/mirrored-coredns-coredns:1.12.3")
              .port(53)
              .daysOld(210),
          Workload.deployment("kube-system", "traefik", ASUNA)
              .image("rancher/mirrored-library-traefik:3.3.6")
              .port(443)
              .exposed()
              .daysOld(210),
          Workload.deployment("kube-system", "metrics-server", ASUNA)
              .image("rancher/mirrored-metrics-server:v0.8.0")
              .port(10250)
              .daysOld(210),
          Workload.deployment("kube-system", "local-path-provisioner", ASUNA)
              .image("rancher/local-path-provisioner:v0.0.31")
              .daysOld(210),
          Workload.daemonSet("kube-system", "svclb-traefik-3d0c1b7a", "")
              .image("lb-tcp-80", "rancher/klipper-lb:v0.4.13")
              .image("lb-tcp-443", "rancher/klipper-lb:v0.4.13")
              .daysOld(210),
          Workload.daemonSet("kube-system", "amdgpu-device-plugin", PESUBUNTU)
              .image("docker.io/rocm/k8s-device-plugin:1.31.0.8")
              .daysOld(180),
          Workload.deployment("flux-system", "source-controller", ASUNA)
              .image("manager", "ghcr.io/fluxcd/source-controller:v1.6.2")
              .port(9090)
              .daysOld(120),
          Workload.deployment("flux-system", "kustomize-controller", ASUNA)
              .image("manager", "ghcr.io/fluxcd/kustomize-controller:v1.6.1")
              .daysOld(120),
          Workload.deployment("sealed-secrets", "sealed-secrets-controller", ASUNA)
              .image("docker.io/bitnami/sealed-secrets-controller:0.32.2")
              .port(8080)
              .daysOld(160),
          Workload.statefulSet("databases", "postgresql", ASUNA)
              .image("docker.io/library/postgres:17.6")
              .port(5432)
              .daysOld(200),
          Workload.statefulSet("databases", "redis", ASUNA)
              .image("docker.io/library/redis:8.2.2")
              .port(6379)
              .daysOld(200),
          Workload.deployment("apps", "n8n", ASUNA)
              .image("docker.n8n.io/n8nio/n8n:1.115.3")
              .port(5678)
              .image("runners", "docker.n8n.io/n8nio/runners:1.115.3")
              .daysOld(34),
          Workload.statefulSet("apps", "qdrant", ASUNA)
              .image("docker.io/qdrant/qdrant:v1.15.5")
              .port(6333)
              .daysOld(88),
          Workload.deployment("apps", "mem0", ASUNA)
              .init("wait-for-database", "docker.io/library/busybox:1.37")
              .image("docker.io/mem0/mem0-api-server:latest")
              .port(8000)
              .daysOld(60),
          Workload.deployment("apps", "agentstack-api", PESUBUNTU)
              .partOf("agentstack", "api")
              .image("ghcr.io/i-am-bee/agentstack/agentstack-server:0.4.2")
              .port(8333)
              .daysOld(21),
          Workload.deployment("apps", "agentstack-worker", PESUBUNTU)
              .partOf("agentstack", "worker")
              .image("ghcr.io/i-am-bee/agentstack/agentstack-server:0.4.2")
              .replicas(2)
              .daysOld(21),
          Workload.deployment("apps", "authentik-server", ASUNA)
              .partOf("authentik", "server")
              .image("ghcr.io/goauthentik/server:2025.10.1")
              .port(9000)
              .daysOld(75),
          Workload.deployment("apps", "authentik-worker", ASUNA)
              .partOf("authentik", "worker")
              .image("ghcr.io/goauthentik/server:2025.10.1")
              .daysOld(75),
          Workload.deployment("apps", "homepage", ASUNA)
              .image("ghcr.io/gethomepage/homepage:v1.5.0")
              .port(3000)
              .daysOld(40),
          Workload.deployment("home", "home-assistant", ASUNA)
              .image("ghcr.io/home-assistant/home-assistant:2025.11.2")
              .port(8123)
              .hostNetwork()
              .daysOld(18),
          Workload.deployment("home", "mosquitto", ASUNA)
              .image("docker.io/library/eclipse-mosquitto:2.0.22")
              .port(1883)
              .daysOld(150),
          Workload.deployment("home", "zigbee2mqtt", ASUNA)
              .image("ghcr.io/koenkk/zigbee2mqtt:2.6.3")
              .port(8080)
              .daysOld(45),
          Workload.deployment("media", "jellyfin", PESUBUNTU)
              .image("docker.io/jellyfin/jellyfin:10.11.3")
              .port(8096)
              .daysOld(52),
          Workload.deployment("media", "immich-server", PESUBUNTU)
              .partOf("immich", "server")
              .image("ghcr.io/immich-app/immich-server:v2.2.3")
              .port(2283)
              .daysOld(9),
          Workload.deployment("media", "immich-machine-learning", PESUBUNTU)
              .partOf("immich", "machine-learning")
              .image("ghcr.io/immich-app/immich-machine-learning" + MISSING_TAG)
              .port(3003)
              .daysOld(1),
          Workload.deployment("media", "paperless", ASUNA)
              .image("ghcr.io/paperless-ngx/paperless-ngx:2.19.5")
              .port(8000)
              .env("PAPERLESS_DBHOST", WRONG_HOST)
              .daysOld(2));

  // Made and scheduled, being created, running, ready: see Kubelet.
  private static final int[] STEPS_TO_READY = {0, 1, 3, 5};

  private final ObjectStore store;
  private final Names names = new Names();
  private final Controllers controllers;
  private final CronRuns cronRuns;
  private final Nodes nodes;
  private final Kubelet kubelet;
  private final Happenings happenings;

  Household(ObjectStore store) {
    this.store = store;
    this.happenings = new Happenings(store);
    this.controllers = new Controllers(store, names);
    this.cronRuns = new CronRuns(store, names);
    this.nodes = new Nodes(store);
    this.kubelet = new Kubelet(store, names, happenings);
  }

  /** Moves in: everything there as if it had been for weeks. */
  void settle(Instant now) {
    Instant founded = now.minus(Duration.ofDays(210)).minusSeconds(4000);
    store.put(Resource.NODES, Nodes.asuna(names, founded, now));
    store.put(Resource.NODES, Nodes.pesubuntu(names, founded, now.minusSeconds(10)));
    Stream.concat(
            Stream.of("default", "kube-node-lease", "kube-public"),
            WORKLOADS.stream().map(Workload::namespace))
        .distinct()
        .forEach(name -> store.put(Resource.NAMESPACES, namespace(name, names.uid(), founded)));
    int service = 20;
    for (Workload workload :
        WORKLOADS.stream().sorted(Comparator.comparingInt(Workload::age).reversed()).toList()) {
      Instant then = now.minus(Duration.ofDays(workload.age())).minusSeconds(service * 137L);
      live(workload, then);
      ObjectNode door = workload.toService(names, "10.43.17." + service++, then);
      if (door != null) {
        store.put(Resource.SERVICES, door);
      }
    }
    History.write(store, now);
    store.put(Resource.CRONJOBS, flowsCheck(founded));
    tick(now);
    store.forget(); // what came before the server started is nobody's to watch
  }

  /**
   * Takes a workload through its first seconds, in a cluster of its own, so that it costs little.
   */
  private void live(Workload workload, Instant then) {
    var alone = new ObjectStore(0, 0);
    store.all(Resource.NODES).forEach(node -> alone.put(Resource.NODES, node));
    alone.put(workload.kind(), workload.toObject(names, then));
    var made = new Controllers(alone, names);
    var started = new Kubelet(alone, names, new Happenings(alone));
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
  void tick(Instant now) {
    cronRuns.tick(now);
    controllers.tick(now);
    kubelet.tick(now);
    controllers.tick(now);
    nodes.tick(now);
    happenings.tick(now);
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
