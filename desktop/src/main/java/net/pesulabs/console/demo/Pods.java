package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** What can be asked of a pod, and how it is made and ended. */
final class Pods {

  /** How a pod behaves once it has a node. */
  enum Temper {
    STEADY,
    /** Its program ends at once, again and again. */
    CRASHES,
    /** Its image does not exist. */
    CANNOT_PULL,
    /** It belongs to a job. */
    RUNS_ONCE,
    /** Its readiness probe asks for what its program does not have. */
    NEVER_READY,
    /** Its program takes more memory than its limit, again and again. */
    EATS_MEMORY
  }

  private static final Instant NEVER = Instant.EPOCH;

  private Pods() {}

  /** Told by what is written in the pod, so that a repair of its workload cures it. */
  static Temper temper(ObjectNode pod) {
    JsonNode container = pod.path("spec").path("containers").path(0);
    JsonNode owner = pod.path("metadata").path("ownerReferences").path(0);
    if (owner.path("kind").asText().equals("Job")) {
      return Temper.RUNS_ONCE;
    }
    if (container.path("image").asText().endsWith(Residents.MISSING_TAG)) {
      return Temper.CANNOT_PULL;
    }
    if (container.at("/readinessProbe/httpGet/path").asText().equals(Probes.WRONG_PATH)) {
      return Temper.NEVER_READY;
    }
    boolean wrongHost =
        container
            .path("env")
            .valueStream()
            .anyMatch(variable -> variable.path("value").asText().equals(Residents.WRONG_HOST));
    return wrongHost ? Temper.CRASHES : Temper.STEADY;
  }

  /** Asks a pod to end: it stays, marked, until its node has ended it. */
  static Optional<ObjectNode> end(
      ObjectStore store, ObjectStore.Key key, Instant now, int graceSeconds) {
    return store.update(
        key,
        pod -> {
          ObjectNode metadata = pod.withObject("/metadata");
          if (!metadata.has("deletionTimestamp")) {
            metadata.put("deletionTimestamp", Json.time(now.plusSeconds(graceSeconds)));
            metadata.put("deletionGracePeriodSeconds", graceSeconds);
          }
          return pod;
        });
  }

  static boolean isEnding(ObjectNode pod) {
    return pod.path("metadata").has("deletionTimestamp");
  }

  /** When its end was asked for. */
  static Instant endAsked(ObjectNode pod) {
    return Json.timeAt(pod, "/metadata/deletionTimestamp")
        .minusSeconds(pod.at("/metadata/deletionGracePeriodSeconds").asLong());
  }

  static boolean isReady(ObjectNode pod) {
    return PodStatus.condition(pod, "Ready").path("status").asText().equals("True");
  }

  static boolean isRunning(ObjectNode pod) {
    return !pod.at("/status/containerStatuses/0/state/running").isMissingNode();
  }

  /** Whether it has ended, well or not, and stays only to be read. */
  static boolean isOver(ObjectNode pod) {
    String phase = pod.path("status").path("phase").asText();
    return phase.equals("Succeeded") || phase.equals("Failed");
  }

  /** The uid of what made it; empty for a pod that stands alone. */
  static String owner(ObjectNode object) {
    return object.path("metadata").path("ownerReferences").path(0).path("uid").asText();
  }

  /** When its first container began to run; long ago where it does not run. */
  static Instant runningSince(ObjectNode pod) {
    JsonNode since = pod.at("/status/containerStatuses/0/state/running/startedAt");
    return since.isMissingNode() ? NEVER : Instant.parse(since.asText());
  }

  /**
   * A new pod, without a node yet.
   *
   * @param owner the object that makes it
   * @param template with the pod's labels and spec
   */
  static ObjectNode create(
      Resource kind, ObjectNode owner, String name, JsonNode template, Names names, Instant now) {
    String ownerName = owner.at("/metadata/name").asText();
    ObjectNode spec = template.path("spec").deepCopy();
    String access = "kube-api-access-" + names.suffix();
    spec.withArray("volumes").add(accessVolume(access));
    addMounts(spec.path("containers"), access);
    addMounts(spec.path("initContainers"), access);
    spec.put("serviceAccountName", "default").put("serviceAccount", "default");
    spec.put("enableServiceLinks", true).put("preemptionPolicy", "PreemptLowerPriority");
    spec.put("priority", 0);
    spec.withArray("tolerations").add(toleration("not-ready")).add(toleration("unreachable"));
    ObjectNode pod =
        Json.object()
            .with(
                "metadata",
                Json.object()
                    .with("name", name)
                    .with(
                        "generateName",
                        kind == Resource.JOBS || kind == Resource.REPLICASETS
                            ? ownerName + "-"
                            : null)
                    .with("namespace", owner.at("/metadata/namespace"))
                    .with("uid", names.uid())
                    .with("creationTimestamp", now)
                    .with("labels", template.at("/metadata/labels").deepCopy())
                    .with("ownerReferences", Json.array(reference(kind, owner))))
            .with("spec", spec)
            .with("status", Json.object("phase", "Pending", "qosClass", quality(spec)));
    ManagedFields.addUsual(pod, Resource.PODS, now);
    return pod;
  }

  /** The ownerReference to an object. */
  static ObjectNode reference(Resource kind, ObjectNode owner) {
    return Json.object()
        .with("apiVersion", kind.apiVersion())
        .with("kind", kind.kind())
        .with("name", owner.at("/metadata/name"))
        .with("uid", owner.at("/metadata/uid"))
        .with("controller", true)
        .with("blockOwnerDeletion", true);
  }

  private static void addMounts(JsonNode containers, String access) {
    for (JsonNode container : containers) {
      ((ObjectNode) container)
          .withArray("volumeMounts")
          .add(
              Json.object()
                  .with("name", access)
                  .with("readOnly", true)
                  .with("mountPath", "/var/run/secrets/kubernetes.io/serviceaccount"));
    }
  }

  private static ObjectNode accessVolume(String name) {
    ObjectNode token = Json.object("expirationSeconds", 3607, "path", "token");
    ArrayNode items = Json.array(Json.object("key", "ca.crt", "path", "ca.crt"));
    ObjectNode field = Json.object("apiVersion", "v1", "fieldPath", "metadata.namespace");
    ObjectNode namespace =
        Json.object()
            .with("items", Json.array(Json.object("path", "namespace", "fieldRef", field)));
    return Json.object()
        .with("name", name)
        .with(
            "projected",
            Json.object()
                .with(
                    "sources",
                    Json.array(
                        Json.object("serviceAccountToken", token),
                        Json.object()
                            .with(
                                "configMap",
                                Json.object("name", "kube-root-ca.crt", "items", items)),
                        Json.object("downwardAPI", namespace)))
                .with("defaultMode", 420));
  }

  private static ObjectNode toleration(String why) {
    return Json.object()
        .with("key", "node.kubernetes.io/" + why)
        .with("operator", "Exists")
        .with("effect", "NoExecute")
        .with("tolerationSeconds", 300);
  }

  private static String quality(ObjectNode spec) {
    return spec.at("/containers/0/resources").isEmpty() ? "BestEffort" : "Burstable";
  }
}
