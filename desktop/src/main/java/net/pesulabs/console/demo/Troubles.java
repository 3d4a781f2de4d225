package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The faults of the cluster itself: each is brought about by a change of its objects, as somebody
 * would have made it, and undone by another. What follows from it, the controllers write. Those
 * that no object can bring about are {@link Ailments}.
 */
final class Troubles {

  static final Set<Fault> KINDS =
      EnumSet.of(
          Fault.NODE_DOWN,
          Fault.DISK_PRESSURE,
          Fault.UNSCHEDULABLE,
          Fault.VOLUME_UNBOUND,
          Fault.CONFIG_MISSING,
          Fault.PROBE_FAILING,
          Fault.OOM,
          Fault.JOB_FAILED,
          Fault.ROLLOUT_STUCK,
          Fault.SERVICE_EMPTY,
          Fault.INGRESS_BROKEN);

  private static final String LACKING_CLASS = "nfs-csi";
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(15); // of the volume controller

  private static final ObjectStore.Key HOST = new ObjectStore.Key(Resource.NODES, "", Nodes.ASUNA);
  private static final ObjectStore.Key CLAIM =
      new ObjectStore.Key(Resource.CLAIMS, "media", "photoprism-originals");
  private static final ObjectStore.Key BROKER =
      new ObjectStore.Key(Resource.SERVICES, "home", "mosquitto");
  private static final ObjectStore.Key SECRET =
      new ObjectStore.Key(Resource.SECRETS, "apps", "n8n-secrets");
  private static final ObjectStore.Key ZIGBEE =
      new ObjectStore.Key(Resource.DEPLOYMENTS, "home", "zigbee2mqtt");

  private final ObjectStore store;
  private final Names names;
  private final Happenings happenings;
  private final Faults faults;
  private final Set<Fault> begun = EnumSet.noneOf(Fault.class);
  private JsonNode password = Json.MAPPER.missingNode();
  private JsonNode template = Json.MAPPER.missingNode();

  Troubles(ObjectStore store, Names names, Happenings happenings, Faults faults) {
    this.store = store;
    this.names = names;
    this.happenings = happenings;
    this.faults = faults;
  }

  /** Brings about and undoes what is due since the last time. */
  void follow(Instant now) {
    for (Fault fault : KINDS) {
      if (faults.has(fault) && begun.add(fault)) {
        begin(fault, now);
      } else if (!faults.has(fault) && begun.remove(fault)) {
        end(fault, now);
      }
    }
    if (begun.contains(Fault.VOLUME_UNBOUND)) {
      String message = "storageclass.storage.k8s.io \"%s\" not found".formatted(LACKING_CLASS);
      store
          .get(CLAIM)
          .ifPresent(claim ->
              happenings.repeat(
                  Resource.CLAIMS,
                  claim,
                  "persistentvolume-controller",
                  "ProvisioningFailed",
                  message,
                  now,
                  BETWEEN_TRIES));
    }
  }

  private void begin(Fault fault, Instant now) {
    switch (fault) {
      case DISK_PRESSURE -> fillDisk(now);
      case UNSCHEDULABLE ->
          add(
              Workload.deployment("apps", "transcriber", "")
                  .image("ghcr.io/speaches-ai/speaches:0.8.3-cpu")
                  .port(8000)
                  .memory("48Gi", "48Gi"),
              now);
      case VOLUME_UNBOUND -> {
        ObjectNode labels = Json.object("app.kubernetes.io/name", "photoprism");
        String media = CLAIM.namespace();
        store.put(
            Resource.CLAIMS,
            Storage.claim(names, media, CLAIM.name(), LACKING_CLASS, "800Gi", labels, now));
        add(
            Workload.deployment(media, "photoprism", Nodes.PESUBUNTU)
                .image("docker.io/photoprism/photoprism:250707")
                .port(2342)
                .claim("originals", CLAIM.name(), "/photoprism/originals"),
            now);
      }
      case CONFIG_MISSING -> {
        change(SECRET, secret -> password = secret.withObject("/data").remove("DB_PASSWORD"));
        restart("apps", "n8n", now);
      }
      case JOB_FAILED -> FailedJob.write(store, names, happenings, now);
      case ROLLOUT_STUCK ->
          change(
              ZIGBEE,
              deployment -> {
                template = deployment.at("/spec/template").deepCopy();
                ObjectNode container =
                    (ObjectNode) deployment.at("/spec/template/spec/containers/0");
                container.put("image", "ghcr.io/koenkk/zigbee2mqtt:2.7.0");
                ((ObjectNode) container.at("/readinessProbe/httpGet"))
                    .put("path", Probes.WRONG_PATH);
                deployment.withObject("/spec").put("progressDeadlineSeconds", 60);
              });
      case SERVICE_EMPTY ->
          change(
              BROKER,
              service ->
                  service
                      .withObject("/spec/selector")
                      .put("app.kubernetes.io/name", "mosquitto-broker"));
      case INGRESS_BROKEN ->
          store.put(
              Resource.INGRESSES,
              Ways.ingress(names, "media", "navidrome", "musica", "navidrome", now));
      default -> {} // what the fault does is asked for where it matters
    }
  }

  private void end(Fault fault, Instant now) {
    switch (fault) {
      case DISK_PRESSURE -> freeDisk(now);
      case UNSCHEDULABLE -> drop(Resource.DEPLOYMENTS, "apps", "transcriber");
      case VOLUME_UNBOUND -> {
        drop(Resource.DEPLOYMENTS, "media", "photoprism");
        store.remove(CLAIM);
      }
      case CONFIG_MISSING ->
          change(SECRET, secret -> secret.withObject("/data").set("DB_PASSWORD", password));
      case JOB_FAILED -> drop(Resource.JOBS, FailedJob.NAMESPACE, FailedJob.NAME);
      case ROLLOUT_STUCK ->
          change(
              ZIGBEE,
              deployment ->
                  deployment
                      .withObject("/spec")
                      .put("progressDeadlineSeconds", 600)
                      .set("template", template));
      case SERVICE_EMPTY ->
          change(
              BROKER,
              service ->
                  service.withObject("/spec/selector").put("app.kubernetes.io/name", "mosquitto"));
      case INGRESS_BROKEN -> drop(Resource.INGRESSES, "media", "navidrome");
      default -> {}
    }
  }

  private void fillDisk(Instant now) {
    change(
        HOST,
        node -> {
          NodeConditions.set(
              node,
              "DiskPressure",
              "True",
              "KubeletHasDiskPressure",
              "kubelet has disk pressure",
              now);
          NodeConditions.taint(node, "node.kubernetes.io/disk-pressure", "NoSchedule", now);
        });
    store
        .get(HOST)
        .ifPresent(node -> {
          tell(
              node,
              "Warning",
              "EvictionThresholdMet",
              "Attempting to reclaim ephemeral-storage",
              now);
          String message = "Node %s status is now: NodeHasDiskPressure".formatted(HOST.name());
          tell(node, "Normal", "NodeHasDiskPressure", message, now);
        });
    // K3s evicts at 5 % of the disk.
    String message =
        "The node was low on resource: ephemeral-storage. Threshold quantity: 24528850534,"
            + " available: 21893128Ki. Container homepage was using 412Mi, request is 0, has larger"
            + " consumption of ephemeral-storage. ";
    for (ObjectNode pod : store.all(Resource.PODS)) {
      if (Meta.isOf(pod, "apps", "homepage") && Pods.isRunning(pod)) {
        change(
            ObjectStore.Key.of(Resource.PODS, pod), copy -> PodStatus.evicted(copy, message, now));
        happenings.tell(pod, "Warning", "Evicted", message, now);
      }
    }
  }

  private void freeDisk(Instant now) {
    change(
        HOST,
        node -> {
          NodeConditions.restore(node, "DiskPressure", now);
          NodeConditions.untaint(node, "node.kubernetes.io/disk-pressure", "NoSchedule");
        });
    for (ObjectNode pod : store.all(Resource.PODS)) {
      if (pod.at("/status/reason").asText().equals("Evicted")) {
        store.remove(ObjectStore.Key.of(Resource.PODS, pod));
      }
    }
  }

  private void tell(ObjectNode node, String type, String reason, String message, Instant now) {
    happenings.tell(Resource.NODES, node, "kubelet", type, reason, message, now);
  }

  private void add(Workload workload, Instant now) {
    store.put(workload.kind(), workload.toObject(names, now));
  }

  private void drop(Resource kind, String namespace, String name) {
    store.remove(new ObjectStore.Key(kind, namespace, name));
  }

  private void restart(String namespace, String workload, Instant now) {
    for (ObjectNode pod : store.all(Resource.PODS)) {
      if (Meta.isOf(pod, namespace, workload)) {
        Pods.end(store, ObjectStore.Key.of(Resource.PODS, pod), now, 30);
      }
    }
  }

  /** Changes an object as a user would: another spec is another generation. */
  private void change(ObjectStore.Key key, Consumer<ObjectNode> what) {
    store.update(
        key,
        copy -> {
          JsonNode spec = copy.path("spec").deepCopy();
          what.accept(copy);
          ObjectNode metadata = copy.withObject("/metadata");
          if (metadata.has("generation") && !spec.equals(copy.path("spec"))) {
            metadata.put("generation", metadata.path("generation").asInt() + 1);
          }
          return copy;
        });
  }
}
