package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * A Deployment and its ReplicaSets: one a template. The new one gets all its pods at once; the old
 * one loses its own when those are ready.
 */
final class Rollout {

  private static final String REVISION = "/metadata/annotations/deployment.kubernetes.io~1revision";

  private final ObjectStore store;
  private final Names names;

  Rollout(ObjectStore store, Names names) {
    this.store = store;
    this.names = names;
  }

  /** Makes the ReplicaSet of the present template, and sets how many pods each has. */
  void ensure(ObjectNode deployment, List<ObjectNode> sets, Instant now) {
    String hash = names.revision(deployment);
    int wanted = deployment.at("/spec/replicas").asInt();
    var key =
        new ObjectStore.Key(
            Resource.REPLICASETS,
            deployment.at("/metadata/namespace").asText(),
            deployment.at("/metadata/name").asText() + "-" + hash);
    ObjectNode current =
        store
            .get(key)
            .orElseGet(() ->
                store.put(Resource.REPLICASETS, replicaSet(deployment, key, sets.size() + 1, now)));
    revise(deployment, key, sets);
    resize(current, wanted);
    boolean ready = current.at("/status/readyReplicas").asInt() >= wanted;
    for (ObjectNode set : sets) {
      if (ready && !ObjectStore.Key.of(Resource.REPLICASETS, set).equals(key)) {
        resize(set, 0);
      }
    }
  }

  /** Writes the Deployment's status from those of its ReplicaSets. */
  void report(ObjectNode deployment, List<ObjectNode> sets, Instant now) {
    int wanted = deployment.at("/spec/replicas").asInt();
    String hash = names.revision(deployment);
    int replicas = 0;
    int ready = 0;
    int updated = 0;
    for (ObjectNode set : sets) {
      int own = set.at("/status/replicas").asInt();
      replicas += own;
      ready += set.at("/status/readyReplicas").asInt();
      updated += set.at("/metadata/labels/pod-template-hash").asText().equals(hash) ? own : 0;
    }
    boolean available = ready >= wanted - wanted / 4;
    boolean complete = updated == wanted && replicas == wanted && ready == wanted;
    ObjectNode status = Json.object("observedGeneration", deployment.at("/metadata/generation"));
    count(status, "replicas", replicas);
    count(status, "updatedReplicas", updated);
    count(status, "readyReplicas", ready);
    count(status, "availableReplicas", ready);
    count(status, "unavailableReplicas", Math.max(0, replicas - ready));
    ArrayNode conditions = Json.array();
    conditions.add(
        condition(
            deployment,
            "Available",
            available,
            available ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
            available
                ? "Deployment has minimum availability."
                : "Deployment does not have minimum availability.",
            now));
    String setName = deployment.at("/metadata/name").asText() + "-" + hash;
    Progress progress = progress(deployment, setName, complete, now);
    conditions.add(
        condition(
            deployment,
            "Progressing",
            progress != Progress.NONE,
            progress.reason,
            "ReplicaSet \"%s\" %s.".formatted(setName, progress.words),
            now));
    status.set("conditions", conditions);
    if (!deployment.path("status").equals(status)) {
      store.update(
          ObjectStore.Key.of(Resource.DEPLOYMENTS, deployment),
          copy -> {
            copy.set("status", status);
            return copy;
          });
    }
  }

  /** The set of the present template has the highest revision, and the Deployment has it too. */
  private void revise(ObjectNode deployment, ObjectStore.Key current, List<ObjectNode> sets) {
    int others =
        sets.stream()
            .filter(set -> !ObjectStore.Key.of(Resource.REPLICASETS, set).equals(current))
            .mapToInt(set -> set.at(REVISION).asInt())
            .max()
            .orElse(0);
    int own = store.get(current).map(set -> set.at(REVISION).asInt()).orElse(0);
    String revision = Integer.toString(own > others ? own : others + 1);
    ObjectStore.Key whole = ObjectStore.Key.of(Resource.DEPLOYMENTS, deployment);
    for (ObjectStore.Key each : List.of(current, whole)) {
      store.update(
          each,
          copy -> {
            copy.withObject("/metadata/annotations")
                .put("deployment.kubernetes.io/revision", revision);
            return copy;
          });
    }
  }

  private void resize(ObjectNode set, int wanted) {
    if (set.at("/spec/replicas").asInt() != wanted) {
      store.update(
          ObjectStore.Key.of(Resource.REPLICASETS, set),
          copy -> {
            copy.withObject("/spec").put("replicas", wanted);
            ObjectNode metadata = copy.withObject("/metadata");
            metadata.put("generation", metadata.path("generation").asLong() + 1);
            return copy;
          });
    }
  }

  private ObjectNode replicaSet(
      ObjectNode deployment, ObjectStore.Key key, int revision, Instant now) {
    String hash = names.revision(deployment);
    ObjectNode template = deployment.at("/spec/template").deepCopy();
    ObjectNode labels = template.withObject("/metadata/labels").put("pod-template-hash", hash);
    ObjectNode selector = deployment.at("/spec/selector").deepCopy();
    selector.withObject("/matchLabels").put("pod-template-hash", hash);
    String wanted = deployment.at("/spec/replicas").asText();
    ObjectNode set =
        Json.object()
            .with(
                "metadata",
                Json.object()
                    .with("name", key.name())
                    .with("namespace", key.namespace())
                    .with("uid", names.uid())
                    .with("generation", 1)
                    .with("creationTimestamp", now)
                    .with("labels", labels.deepCopy())
                    .with(
                        "annotations",
                        Json.object()
                            .with("deployment.kubernetes.io/desired-replicas", wanted)
                            .with(
                                "deployment.kubernetes.io/max-replicas",
                                Integer.toString((Integer.parseInt(wanted) * 5 + 3) / 4))
                            .with("deployment.kubernetes.io/revision", Integer.toString(revision)))
                    .with(
                        "ownerReferences",
                        Json.array(Pods.reference(Resource.DEPLOYMENTS, deployment))))
            .with(
                "spec",
                Json.object()
                    .with("replicas", deployment.at("/spec/replicas"))
                    .with("selector", selector)
                    .with("template", template))
            .with("status", Json.object("replicas", 0));
    ManagedFields.addUsual(set, Resource.REPLICASETS, now);
    return set;
  }

  /** How far a rollout is, as the reason of its condition says. */
  private enum Progress {
    COMPLETE("NewReplicaSetAvailable", "has successfully progressed"),
    SOME("ReplicaSetUpdated", "is progressing"),
    NONE("ProgressDeadlineExceeded", "has timed out progressing");

    private final String reason;
    private final String words;

    Progress(String reason, String words) {
      this.reason = reason;
      this.words = words;
    }
  }

  /** One that was complete once is not measured by its deadline when a pod falls ill later. */
  private static Progress progress(
      ObjectNode deployment, String setName, boolean complete, Instant now) {
    JsonNode old = PodStatus.condition(deployment, "Progressing");
    boolean ofThisSet = old.path("message").asText().contains("\"" + setName + "\"");
    String reason = ofThisSet ? old.path("reason").asText() : "";
    if (complete || reason.equals(Progress.COMPLETE.reason)) {
      return Progress.COMPLETE;
    }
    int deadline = deployment.at("/spec/progressDeadlineSeconds").asInt(600);
    Instant last = Json.timeAt(old, "/lastUpdateTime");
    boolean late = !reason.isEmpty() && !now.isBefore(last.plusSeconds(deadline));
    return reason.equals(Progress.NONE.reason) || late ? Progress.NONE : Progress.SOME;
  }

  private static ObjectNode condition(
      ObjectNode deployment,
      String type,
      boolean value,
      String reason,
      String message,
      Instant now) {
    String status = value ? "True" : "False";
    JsonNode old = PodStatus.condition(deployment, type);
    boolean kept = old.path("status").asText().equals(status);
    boolean same =
        kept
            && old.path("reason").asText().equals(reason)
            && old.path("message").asText().equals(message);
    return Json.object()
        .with("type", type)
        .with("status", status)
        .with("lastUpdateTime", same ? old.path("lastUpdateTime") : now)
        .with("lastTransitionTime", kept ? old.path("lastTransitionTime") : now)
        .with("reason", reason)
        .with("message", message);
  }

  private static void count(ObjectNode status, String name, int count) {
    if (count > 0) { // Go leaves zeros out
      status.put(name, count);
    }
  }
}
