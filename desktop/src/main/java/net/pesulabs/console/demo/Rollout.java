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
    conditions.add(
        condition(
            deployment,
            "Progressing",
            true,
            complete ? "NewReplicaSetAvailable" : "ReplicaSetUpdated",
            "ReplicaSet \"%s\" %s."
                .formatted(setName, complete ? "has successfully progressed" : "is progressing"),
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

  private static ObjectNode condition(
      ObjectNode deployment,
      String type,
      boolean value,
      String reason,
      String message,
      Instant now) {
    String status = value ? "True" : "False";
    JsonNode old = PodStatus.condition(deployment, type);
    boolean same =
        old.path("status").asText().equals(status) && old.path("reason").asText().equals(reason);
    return Json.object()
        .with("type", type)
        .with("status", status)
        .with("lastUpdateTime", same ? old.path("lastUpdateTime") : now)
        .with("lastTransitionTime", same ? old.path("lastTransitionTime") : now)
        .with("reason", reason)
        .with("message", message);
  }

  private static void count(ObjectNode status, String name, int count) {
    if (count > 0) { // Go leaves zeros out
      status.put(name, count);
    }
  }
}
