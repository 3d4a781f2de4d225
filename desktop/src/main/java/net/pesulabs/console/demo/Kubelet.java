package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes pods from one state to the next as time goes by: both nodes' kubelets. All it knows of a
 * pod is written in it, but for what {@link Ailments} say.
 */
final class Kubelet {

  private static final Duration ENDING = Duration.ofSeconds(3);
  private static final Duration CREATING = Duration.ofSeconds(2);
  private static final Duration UNTIL_READY = Duration.ofSeconds(2);
  private static final Duration JOB = Duration.ofSeconds(8);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(12);

  private final ObjectStore store;
  private final Names names;
  private final Happenings happenings;
  private final Ailments ailments;
  private final Scheduler scheduler;

  Kubelet(ObjectStore store, Names names, Happenings happenings, Ailments ailments) {
    this.store = store;
    this.names = names;
    this.happenings = happenings;
    this.ailments = ailments;
    this.scheduler = new Scheduler(store, happenings);
  }

  void tick(Instant now) {
    for (ObjectNode pod : store.all(Resource.PODS)) {
      ObjectStore.Key key = ObjectStore.Key.of(Resource.PODS, pod);
      if (ailments.isSilent(pod.path("spec").path("nodeName").asText())) {
        continue; // nobody is there to do anything
      }
      if (Pods.isEnding(pod)) {
        end(key, pod, now);
      } else if (!isSettled(pod)) {
        store.update(key, copy -> step(copy, now));
      }
    }
  }

  private boolean isSettled(ObjectNode pod) {
    return (Pods.isReady(pod) && ailments.temper(pod) == Pods.Temper.STEADY) || Pods.isOver(pod);
  }

  private void end(ObjectStore.Key key, ObjectNode pod, Instant now) {
    Instant asked = Pods.endAsked(pod);
    if (Pods.isOver(pod) || !now.isBefore(asked.plus(ENDING))) {
      store.remove(key);
    } else {
      happenings.tell(pod, "Normal", "Killing", "Stopping container " + container(pod), asked);
    }
  }

  private ObjectNode step(ObjectNode pod, Instant now) {
    JsonNode status = pod.path("status");
    if (pod.at("/spec/nodeName").isMissingNode()) {
      scheduler.place(pod, now);
    } else if (!status.has("startTime")) {
      PodStatus.creating(pod, now);
    } else if (waiting(pod).equals("ContainerCreating")) {
      if (!now.isBefore(Json.timeAt(pod, "/status/startTime").plus(CREATING))) {
        begin(pod, now);
      }
    } else {
      goOn(pod, now);
    }
    return pod;
  }

  private void begin(ObjectNode pod, Instant now) {
    Optional<String> unmounted = Configs.missingVolume(store, pod);
    if (unmounted.isPresent()) {
      happenings.repeat(pod, "FailedMount", unmounted.get(), now, BETWEEN_TRIES);
      return;
    }
    if (Pods.temper(pod) == Pods.Temper.CANNOT_PULL) {
      PodStatus.address(pod, names);
      ImagePull.fail(pod, happenings, now);
      return;
    }
    PodStatus.running(pod, names, now);
    if (cannotConfigure(pod, now)) {
      return;
    }
    happenings.tell(pod, "Normal", "Started", "Started container " + container(pod), now);
    if (Pods.temper(pod) == Pods.Temper.RUNS_ONCE) {
      PodStatus.ready(pod, true, now);
    }
  }

  /** Whether the first container lacks something of its environment; the pod says so then. */
  private boolean cannotConfigure(ObjectNode pod, Instant now) {
    Optional<String> missing = Configs.missingKey(store, pod, pod.at("/spec/containers/0"));
    missing.ifPresent(what -> {
      PodStatus.configError(pod, what, now);
      happenings.repeat(pod, "Failed", "Error: " + what, now, BETWEEN_TRIES);
    });
    return missing.isPresent();
  }

  private void goOn(ObjectNode pod, Instant now) {
    Duration running = Duration.between(Pods.runningSince(pod), now);
    switch (ailments.temper(pod)) {
      case STEADY -> {
        if (waiting(pod).equals("CreateContainerConfigError")) {
          if (!cannotConfigure(pod, now)) {
            PodStatus.started(pod, names, now);
          }
        } else if (!Pods.isRunning(pod)) {
          CrashLoop.recover(pod, names, now);
        } else if (running.compareTo(UNTIL_READY) >= 0) {
          PodStatus.ready(pod, true, now);
        }
      }
      case NEVER_READY -> {
        if (running.compareTo(UNTIL_READY) >= 0) {
          Probes.fail(pod, happenings, now);
        }
      }
      case RUNS_ONCE -> {
        if (running.compareTo(JOB) >= 0) {
          PodStatus.succeeded(pod, now);
        }
      }
      case CRASHES -> CrashLoop.ERROR.step(pod, names, happenings, now);
      case EATS_MEMORY -> CrashLoop.OUT_OF_MEMORY.step(pod, names, happenings, now);
      case CANNOT_PULL -> ImagePull.step(pod, happenings, now);
    }
  }

  private static String waiting(ObjectNode pod) {
    return pod.at("/status/containerStatuses/0/state/waiting/reason").asText();
  }

  private static String container(ObjectNode pod) {
    return pod.at("/spec/containers/0/name").asText();
  }
}
