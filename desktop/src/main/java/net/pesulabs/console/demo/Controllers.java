package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps as many pods as each workload wants, of the template it has, and writes down what there is:
 * the controller manager. Looks around only when something has changed.
 */
final class Controllers {

  private static final List<Resource> OWNERS =
      List.of(
          Resource.DEPLOYMENTS,
          Resource.REPLICASETS,
          Resource.STATEFULSETS,
          Resource.DAEMONSETS,
          Resource.JOBS);

  private final ObjectStore store;
  private final Names names;
  private final Rollout rollout;
  private long looked = -1;

  Controllers(ObjectStore store, Names names) {
    this.store = store;
    this.names = names;
    this.rollout = new Rollout(store, names);
  }

  void tick(Instant now) {
    // One thing leads to the next: a Deployment to a ReplicaSet, that one to a pod.
    for (int i = 0; i < 4 && store.version() != looked; i++) {
      looked = store.version();
      collectGarbage(now);
      Map<String, List<ObjectNode>> before = byOwner(Resource.REPLICASETS);
      store.all(Resource.DEPLOYMENTS).forEach(each -> rollout.ensure(each, of(before, each), now));
      Map<String, List<ObjectNode>> pods = byOwner(Resource.PODS);
      store.all(Resource.REPLICASETS).forEach(set -> replicaSet(set, of(pods, set), now));
      store.all(Resource.STATEFULSETS).forEach(set -> statefulSet(set, of(pods, set), now));
      store.all(Resource.DAEMONSETS).forEach(set -> daemonSet(set, of(pods, set), now));
      Map<String, List<ObjectNode>> after = byOwner(Resource.REPLICASETS);
      store.all(Resource.DEPLOYMENTS).forEach(each -> rollout.report(each, of(after, each), now));
    }
  }

  private void replicaSet(ObjectNode set, List<ObjectNode> pods, Instant now) {
    int wanted = set.at("/spec/replicas").asInt();
    List<ObjectNode> living = living(pods);
    for (int i = living.size(); i < wanted; i++) {
      String name = set.at("/metadata/name").asText() + "-" + names.suffix();
      make(Resource.REPLICASETS, set, name, Map.of(), now);
    }
    living.stream().limit(Math.max(0, living.size() - wanted)).forEach(pod -> end(pod, now));
    int ready = ready(living);
    status(
        Resource.REPLICASETS,
        set,
        Json.object()
            .with("replicas", living.size())
            .with("fullyLabeledReplicas", orOmit(living.size()))
            .with("readyReplicas", orOmit(ready))
            .with("availableReplicas", orOmit(ready))
            .with("observedGeneration", set.at("/metadata/generation")));
  }

  private void statefulSet(ObjectNode set, List<ObjectNode> pods, Instant now) {
    int wanted = set.at("/spec/replicas").asInt();
    String setName = set.at("/metadata/name").asText();
    String revision = setName + "-" + names.revision(set);
    Set<String> there = pods.stream().map(Controllers::nameOf).collect(Collectors.toSet());
    IntStream.range(0, wanted)
        .filter(ordinal -> !there.contains(setName + "-" + ordinal))
        .forEach(ordinal -> {
          String name = setName + "-" + ordinal;
          Map<String, String> labels =
              Map.of(
                  "statefulset.kubernetes.io/pod-name", name,
                  "apps.kubernetes.io/pod-index", Integer.toString(ordinal),
                  "controller-revision-hash", revision);
          make(Resource.STATEFULSETS, set, name, labels, now);
        });
    List<ObjectNode> living = living(pods);
    living.stream()
        .filter(pod -> ordinal(pod) >= wanted || !revision.equals(revisionOf(pod)))
        .forEach(pod -> end(pod, now));
    int ready = ready(living);
    status(
        Resource.STATEFULSETS,
        set,
        Json.object()
            .with("observedGeneration", set.at("/metadata/generation"))
            .with("replicas", living.size())
            .with("readyReplicas", orOmit(ready))
            .with("currentReplicas", orOmit(living.size()))
            .with("updatedReplicas", orOmit(living.size()))
            .with("currentRevision", revision)
            .with("updateRevision", revision)
            .with("collisionCount", 0)
            .with("availableReplicas", ready));
  }

  private void daemonSet(ObjectNode set, List<ObjectNode> pods, Instant now) {
    String only = set.at("/spec/template/spec/nodeSelector/kubernetes.io~1hostname").asText();
    String revision = names.revision(set);
    List<String> nodes =
        store.all(Resource.NODES).stream()
            .map(Controllers::nameOf)
            .filter(node -> only.isEmpty() || only.equals(node))
            .toList();
    List<ObjectNode> living = living(pods);
    for (String node : nodes) {
      if (living.stream().noneMatch(pod -> pod.at("/spec/nodeName").asText().equals(node))) {
        String name = nameOf(set) + "-" + names.suffix();
        Map<String, String> labels =
            Map.of("controller-revision-hash", revision, "pod-template-generation", "1");
        ObjectNode pod = make(Resource.DAEMONSETS, set, name, labels, now);
        store.update(
            ObjectStore.Key.of(Resource.PODS, pod),
            copy -> {
              PodStatus.scheduled(copy, node, now);
              return copy;
            });
      }
    }
    living.stream().filter(pod -> !revision.equals(revisionOf(pod))).forEach(pod -> end(pod, now));
    int ready = ready(living);
    status(
        Resource.DAEMONSETS,
        set,
        Json.object()
            .with("currentNumberScheduled", living.size())
            .with("numberMisscheduled", 0)
            .with("desiredNumberScheduled", nodes.size())
            .with("numberReady", ready)
            .with("observedGeneration", set.at("/metadata/generation"))
            .with("updatedNumberScheduled", orOmit(living.size()))
            .with("numberAvailable", orOmit(ready)));
  }

  /** What nobody owns any more goes, as after a delete with background propagation. */
  private void collectGarbage(Instant now) {
    Set<String> owners = new HashSet<>();
    OWNERS.forEach(kind -> store.all(kind).forEach(owner -> owners.add(uid(owner))));
    for (ObjectNode set : store.all(Resource.REPLICASETS)) {
      if (!owners.contains(Pods.owner(set))) {
        store.remove(ObjectStore.Key.of(Resource.REPLICASETS, set));
      }
    }
    for (ObjectNode pod : store.all(Resource.PODS)) {
      if (!owners.contains(Pods.owner(pod))) {
        end(pod, now);
      }
    }
  }

  private ObjectNode make(
      Resource kind, ObjectNode owner, String name, Map<String, String> labels, Instant now) {
    ObjectNode pod = Pods.create(kind, owner, name, owner.at("/spec/template"), names, now);
    labels.forEach((key, value) -> ((ObjectNode) pod.at("/metadata/labels")).put(key, value));
    Storage.ensure(store, owner, pod, names, now);
    return store.put(Resource.PODS, pod);
  }

  private void end(ObjectNode pod, Instant now) {
    int grace = pod.at("/spec/terminationGracePeriodSeconds").asInt(30);
    Pods.end(store, ObjectStore.Key.of(Resource.PODS, pod), now, grace);
  }

  private void status(Resource kind, ObjectNode object, ObjectNode status) {
    if (!object.path("status").equals(status)) {
      store.update(
          ObjectStore.Key.of(kind, object),
          copy -> {
            copy.set("status", status);
            return copy;
          });
    }
  }

  private Map<String, List<ObjectNode>> byOwner(Resource kind) {
    return store.all(kind).stream().collect(Collectors.groupingBy(Pods::owner));
  }

  private static List<ObjectNode> of(Map<String, List<ObjectNode>> all, ObjectNode owner) {
    return all.getOrDefault(uid(owner), List.of());
  }

  private static List<ObjectNode> living(List<ObjectNode> pods) {
    return new ArrayList<>(
        pods.stream().filter(pod -> !Pods.isEnding(pod) && !Pods.isOver(pod)).toList());
  }

  private static int ready(List<ObjectNode> pods) {
    return (int) pods.stream().filter(Pods::isReady).count();
  }

  private static String uid(ObjectNode object) {
    return object.path("metadata").path("uid").asText();
  }

  private static String nameOf(ObjectNode object) {
    return object.at("/metadata/name").asText();
  }

  private static String revisionOf(ObjectNode pod) {
    return pod.at("/metadata/labels/controller-revision-hash").asText();
  }

  private static int ordinal(ObjectNode pod) {
    return pod.at("/metadata/labels/apps.kubernetes.io~1pod-index").asInt();
  }

  /** Go leaves a zero out of these fields. */
  private static @Nullable Integer orOmit(int count) {
    return count == 0 ? null : count;
  }
}
