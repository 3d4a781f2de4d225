package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** The events of the pretend cluster. The same thing again counts up, and after an hour they go. */
final class Happenings {

  private static final Duration KEPT = Duration.ofHours(1);

  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

  /** What the kubelet says of one container of a pod. */
  private static final Set<String> OF_CONTAINER =
      Set.of("Started", "Killing", "Failed", "BackOff", "Unhealthy");

  private final ObjectStore store;
  private Instant looked = Instant.EPOCH;

  Happenings(ObjectStore store) {
    this.store = store;
  }

  /** What the scheduler or a kubelet says of a pod. */
  void tell(ObjectNode pod, String type, String reason, String message, Instant at) {
    tell(Resource.PODS, pod, component(reason), type, reason, message, at);
  }

  /** The same as a warning, said again no sooner than after a while. */
  void repeat(ObjectNode pod, String reason, String message, Instant at, Duration every) {
    repeat(Resource.PODS, pod, component(reason), reason, message, at, every);
  }

  /** A warning about any object, said again no sooner than after a while. */
  void repeat(
      Resource kind,
      ObjectNode object,
      String component,
      String reason,
      String message,
      Instant at,
      Duration every) {
    boolean said =
        store
            .get(key(object, reason, message))
            .filter(event -> at.isBefore(Json.timeAt(event, "/lastTimestamp").plus(every)))
            .isPresent();
    if (!said) {
      tell(kind, object, component, "Warning", reason, message, at);
    }
  }

  /** What a part of the cluster says of any object. */
  void tell(
      Resource kind,
      ObjectNode object,
      String component,
      String type,
      String reason,
      String message,
      Instant at) {
    ObjectStore.Key key = key(object, reason, message);
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
      store.put(Resource.EVENTS, event(key, kind, object, component, type, reason, message, at));
    }
  }

  private static ObjectStore.Key key(ObjectNode object, String reason, String message) {
    String name =
        Meta.name(object)
            + ".%016x"
                .formatted(
                    0x18ea_0000_0000_0000L
                        + Integer.toUnsignedLong((Meta.uid(object) + reason + message).hashCode()));
    String namespace = Meta.namespace(object);
    // Events of what has no namespace are kept in this one.
    return new ObjectStore.Key(Resource.EVENTS, namespace.isEmpty() ? "default" : namespace, name);
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
      ObjectStore.Key key,
      Resource kind,
      ObjectNode object,
      String component,
      String type,
      String reason,
      String message,
      Instant at) {
    boolean kubelet = component.equals("kubelet");
    boolean node = kind == Resource.NODES;
    String host = node ? Meta.name(object) : object.at("/spec/nodeName").asText();
    String container = object.at("/spec/containers/0/name").asText();
    boolean ofContainer = kubelet && OF_CONTAINER.contains(reason);
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
                .with("kind", kind.kind())
                .with("namespace", node ? null : key.namespace())
                .with("name", Meta.name(object))
                // The kubelet and the node controller give a node's name for its uid.
                .with("uid", node ? Meta.name(object) : Meta.uid(object))
                .with("apiVersion", kind.apiVersion())
                .with("fieldPath", ofContainer ? "spec.containers{" + container + "}" : null))
        .with("reason", reason)
        .with("message", message)
        .with(
            "source",
            Json.object().with("component", component).with("host", kubelet ? host : null))
        .with("firstTimestamp", at)
        .with("lastTimestamp", at)
        .with("count", 1)
        .with("type", type)
        .with("eventTime", NullNode.instance)
        .with("reportingComponent", component)
        .with("reportingInstance", kubelet ? host : "");
  }

  private static String component(String reason) {
    return reason.equals("Scheduled") || reason.equals("FailedScheduling")
        ? "default-scheduler"
        : "kubelet";
  }
}
