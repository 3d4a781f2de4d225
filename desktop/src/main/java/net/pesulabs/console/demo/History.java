package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** What has happened to some pods before the demo began. */
final class History {

  private static final int CRASHES = 23;

  private History() {}

  static void write(ObjectStore store, Happenings happenings, Instant now) {
    for (ObjectNode pod : store.all(Resource.PODS)) {
      var key = ObjectStore.Key.of(Resource.PODS, pod);
      if (Pods.temper(pod) == Pods.Temper.CRASHES) {
        store.update(key, copy -> crashedOften(copy, now));
        CrashLoop.tell(pod, happenings, now.minusSeconds(24));
      } else if (Pods.temper(pod) == Pods.Temper.CANNOT_PULL) {
        ImagePull.tell(pod, happenings, now.minusSeconds(20));
      } else if (key.name().equals("postgresql-0")) {
        store.update(key, copy -> endedOnce(copy, 255, "Unknown", now.minus(Duration.ofDays(12))));
      } else if (key.name().startsWith("immich-server")) {
        Instant then = now.minus(Duration.ofDays(3));
        store.update(key, copy -> endedOnce(copy, 137, "OOMKilled", then));
      }
    }
  }

  private static ObjectNode crashedOften(ObjectNode pod, Instant now) {
    ObjectNode container = PodStatus.first(pod);
    container.put("restartCount", CRASHES);
    container.set(
        "lastState", Json.object("terminated", ended(container, 1, "Error", now.minusSeconds(26))));
    container.set("state", Json.object("running", Json.object("startedAt", now.minusSeconds(2))));
    return pod;
  }

  private static ObjectNode endedOnce(ObjectNode pod, int code, String reason, Instant at) {
    ObjectNode container = PodStatus.first(pod);
    container.put("restartCount", 1);
    container.set("lastState", Json.object("terminated", ended(container, code, reason, at)));
    container.set("state", Json.object("running", Json.object("startedAt", at.plusSeconds(20))));
    return pod;
  }

  private static ObjectNode ended(ObjectNode container, int code, String reason, Instant at) {
    return Json.object()
        .with("exitCode", code)
        .with("reason", reason)
        .with("startedAt", at.minusSeconds(4))
        .with("finishedAt", at)
        .with("containerID", container.path("containerID"));
  }
}
