package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The events of the pretend cluster. The same thing again counts up, and after an hour they go. */
final class Happenings {

  private static final Duration KEPT = Duration.ofHours(1);

  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

  private final ObjectStore store;
  private Instant looked = Instant.EPOCH;

  Happenings(ObjectStore store) {
    this.store = store;
  }

  void tell(ObjectNode pod, String type, String reason, String message, Instant at) {
    String podName = pod.at("/metadata/name").asText();
    String name =
        podName
            + ".%016x"
                .formatted(
                    0x18ea_0000_0000_0000L
                        + Integer.toUnsignedLong(
                            (pod.at("/metadata/uid").asText() + reason + message).hashCode()));
    String namespace = pod.at("/metadata/namespace").asText();
    var key = new ObjectStore.Key(Resource.EVENTS, namespace, name);
    boolean known =
        store
            .update(
                key,
                event -> {
                  boolean again = !event.path("lastTimestamp").asText().equals(Json.time(at));
                  return again
                      ? event
                          .put("lastTimestamp", Json.time(at))
                          .put("count", event.path("count").asInt() + 1)
                      : event;
                })
            .isPresent();
    if (!known) {
      store.put(Resource.EVENTS, event(key, pod, type, reason, message, at));
    }
  }

  /** Drops what is too old; looks once a minute. */
  void tick(Instant now) {
    if (now.isBefore(looked.plus(BETWEEN_LOOKS))) {
      return;
    }
    looked = now;
    for (ObjectNode event : store.all(Resource.EVENTS)) {
      if (Json.timeAt(event, "/lastTimestamp").isBefore(now.minus(KEPT))) {
        store.remove(ObjectStore.Key.of(Resource.EVENTS, event));
      }
    }
  }

  private static ObjectNode event(
      ObjectStore.Key key, ObjectNode pod, String type, String reason, String message, Instant at) {
    String component =
        reason.endsWith("cheduled") || reason.equals("FailedScheduling")
            ? "default-scheduler"
            : "kubelet";
    String node = pod.at("/spec/nodeName").asText();
    return Json.object()
        .with(
            "metadata",
            Json.object()
                .with("name", key.name())
                .with("namespace", key.namespace())
                .with("uid", new UUID(0x5eed_0000_0000_4000L, key.name().hashCode()).toString())
                .with("creationTimestamp", at))
        .with(
            "involvedObject",
            Json.object()
                .with("kind", "Pod")
                .with("namespace", key.namespace())
                .with("name", pod.at("/metadata/name"))
                .with("uid", pod.at("/metadata/uid"))
                .with("apiVersion", "v1")
                .with(
                    "fieldPath",
                    component.equals("kubelet")
                        ? "spec.containers{" + pod.at("/spec/containers/0/name").asText() + "}"
                        : null))
        .with("reason", reason)
        .with("message", message)
        .with(
            "source",
            Json.object()
                .with("component", component)
                .with("host", component.equals("kubelet") ? node : null))
        .with("firstTimestamp", at)
        .with("lastTimestamp", at)
        .with("count", 1)
        .with("type", type)
        .with("eventTime", NullNode.instance)
        .with("reportingComponent", component)
        .with("reportingInstance", component.equals("kubelet") ? node : "");
  }
}
