package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes pods from one state to the next as time goes by: the scheduler and both nodes' kubelets.
 * All it knows of a pod is written in it.
 */
final class Kubelet {

  private static final Duration ENDING = Duration.ofSeconds(3);
  private static final Duration CREATING = Duration.ofSeconds(2);
  private static final Duration UNTIL_READY = Duration.ofSeconds(2);
  private static final Duration JOB = Duration.ofSeconds(8);

  private final ObjectStore store;
  private final Names names;
  private final Happenings happenings;

  Kubelet(ObjectStore store, Names names, Happenings happenings) {
    this.store = store;
    this.names = names;
    this.happenings = happenings;
  }

  void tick(Instant now) {
    for (ObjectNode pod : store.all(Resource.PODS)) {
      ObjectStore.Key key = ObjectStore.Key.of(Resource.PODS, pod);
      if (Pods.isEnding(pod)) {
        end(key, pod, now);
      } else if (!isSettled(pod)) {
        store.update(key, copy -> step(copy, now));
      }
    }
  }

  private static boolean isSettled(ObjectNode pod) {
    return (Pods.isReady(pod) && Pods.temper(pod) == Pods.Temper.STEADY)
        || pod.at("/status/phase").asText().equals("Succeeded");
  }

  private void end(ObjectStore.Key key, ObjectNode pod, Instant now) {
    Instant asked = Pods.endAsked(pod);
    if (!now.isBefore(asked.plus(ENDING))) {
      store.remove(key);
    } else {
      happenings.tell(pod, "Normal", "Killing", "Stopping container " + container(pod), asked);
    }
  }

  private ObjectNode step(ObjectNode pod, Instant now) {
    JsonNode status = pod.path("status");
    if (pod.at("/spec/nodeName").isMissingNode()) {
      schedule(pod, now);
    } else if (!status.has("startTime")) {
      PodStatus.creating(pod, now);
    } else if (status
        .at("/containerStatuses/0/state/waiting/reason")
        .asText()
        .equals("ContainerCreating")) {
      if (!now.isBefore(Json.timeAt(pod, "/status/startTime").plus(CREATING))) {
        begin(pod, now);
      }
    } else {
      goOn(pod, now);
    }
    return pod;
  }

  private void begin(ObjectNode pod, Instant now) {
    if (Pods.temper(pod) == Pods.Temper.CANNOT_PULL) {
      PodStatus.address(pod, names);
      ImagePull.fail(pod, happenings, now);
      return;
    }
    PodStatus.running(pod, names, now);
    happenings.tell(pod, "Normal", "Started", "Started container " + container(pod), now);
    if (Pods.temper(pod) == Pods.Temper.RUNS_ONCE) {
      PodStatus.ready(pod, true, now);
    }
  }

  private void goOn(ObjectNode pod, Instant now) {
    Duration running = Duration.between(Pods.runningSince(pod), now);
    switch (Pods.temper(pod)) {
      case STEADY -> {
        if (running.compareTo(UNTIL_READY) >= 0) {
          PodStatus.ready(pod, true, now);
        }
      }
      case RUNS_ONCE -> {
        if (running.compareTo(JOB) >= 0) {
          PodStatus.succeeded(pod, now);
        }
      }
      case CRASHES -> CrashLoop.step(pod, names, happenings, now);
      case CANNOT_PULL -> ImagePull.step(pod, happenings, now);
    }
  }

  private void schedule(ObjectNode pod, Instant now) {
    String wanted = pod.at("/spec/nodeSelector/kubernetes.io~1hostname").asText(Nodes.ASUNA);
    Optional<ObjectNode> node = store.get(new ObjectStore.Key(Resource.NODES, "", wanted));
    if (node.isPresent() && !node.get().at("/spec/unschedulable").asBoolean()) {
      PodStatus.scheduled(pod, wanted, now);
      String message =
          "Successfully assigned %s/%s to %s"
              .formatted(
                  pod.at("/metadata/namespace").asText(),
                  pod.at("/metadata/name").asText(),
                  wanted);
      happenings.tell(pod, "Normal", "Scheduled", message, now);
    } else {
      String message =
          "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s)"
              + " were unschedulable. preemption: 0/2 nodes are available: 2 Preemption is not"
              + " helpful for scheduling.";
      PodStatus.unschedulable(pod, message, now);
      happenings.tell(pod, "Warning", "FailedScheduling", message, now);
    }
  }

  private static String container(ObjectNode pod) {
    return pod.at("/spec/containers/0/name").asText();
  }
}
