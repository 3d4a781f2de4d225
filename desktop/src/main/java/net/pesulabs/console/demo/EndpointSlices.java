package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which pods stand behind each service: the EndpointSlice controller. It follows what changes, and
 * looks at everything only at its start and where it has missed something.
 */
final class EndpointSlices {

  private static final String OF_SERVICE = "kubernetes.io/service-name";
  private static final int MOST = 100; // endpoints of a slice, as the real default

  /** A service and what stands behind it. */
  private static final class Backing {
    private final NavigableMap<ObjectStore.Key, ObjectNode> pods = new TreeMap<>();
    private final List<String> slices = new ArrayList<>();
    private ObjectNode service;

    Backing(ObjectNode service) {
      this.service = service;
    }

    boolean selects(ObjectNode pod) {
      JsonNode wanted = service.path("spec").path("selector");
      JsonNode labels = pod.path("metadata").path("labels");
      return Meta.namespace(pod).equals(Meta.namespace(service))
          && !wanted.isEmpty()
          && wanted.properties().stream()
              .allMatch(e -> e.getValue().equals(labels.get(e.getKey())));
    }
  }

  private final ObjectStore store;
  private final Names names;
  private final NavigableMap<ObjectStore.Key, Backing> services = new TreeMap<>();
  private long seen = -1;

  EndpointSlices(ObjectStore store, Names names) {
    this.store = store;
    this.names = names;
  }

  void tick(Instant now) {
    long version = store.version();
    if (version == seen) {
      return;
    }
    Set<ObjectStore.Key> touched = new LinkedHashSet<>();
    try {
      for (ObjectStore.Change change : store.since(seen)) {
        follow(change, touched);
        version = Math.max(version, change.version());
      }
    } catch (ObjectStore.Expired e) {
      lookAround(touched); // as an informer lists again
    }
    seen = version;
    touched.forEach(key -> write(key, now));
  }

  private void follow(ObjectStore.Change change, Set<ObjectStore.Key> touched) {
    switch (change.key().resource()) {
      case SERVICES -> {
        service(change.key(), tree(change.after()));
        touched.add(change.key());
      }
      case PODS -> {
        if (change.after() instanceof CrowdPod) {
          return; // no service has any of these
        }
        ObjectNode pod = tree(change.after());
        services.forEach((key, backing) -> {
          if (key.namespace().equals(change.key().namespace()) && pod(backing, change.key(), pod)) {
            touched.add(key);
          }
        });
      }
      default -> {}
    }
  }

  private static @Nullable ObjectNode tree(@Nullable Stored stored) {
    return stored == null ? null : stored.tree();
  }

  private void service(ObjectStore.Key key, @Nullable ObjectNode service) {
    if (service == null) {
      Backing gone = services.remove(key);
      if (gone != null) {
        gone.slices.forEach(name -> store.remove(slice(key, name)));
      }
      return;
    }
    Backing backing = services.computeIfAbsent(key, k -> new Backing(service));
    boolean same =
        backing.service.path("spec").equals(service.path("spec")) && !backing.pods.isEmpty();
    backing.service = service;
    if (!same) {
      backing.pods.clear();
      for (ObjectNode pod : store.all(Resource.PODS)) {
        pod(backing, ObjectStore.Key.of(Resource.PODS, pod), pod);
      }
    }
  }

  /** Whether the pod makes a difference to the service. */
  private static boolean pod(Backing backing, ObjectStore.Key key, @Nullable ObjectNode pod) {
    if (pod != null && backing.selects(pod)) {
      backing.pods.put(key, pod);
      return true;
    }
    return backing.pods.remove(key) != null;
  }

  private void lookAround(Set<ObjectStore.Key> touched) {
    services.clear();
    for (ObjectNode service : store.all(Resource.SERVICES)) {
      ObjectStore.Key key = ObjectStore.Key.of(Resource.SERVICES, service);
      services.put(key, new Backing(service));
      touched.add(key);
    }
    for (ObjectNode pod : store.all(Resource.PODS)) {
      ObjectStore.Key key = ObjectStore.Key.of(Resource.PODS, pod);
      services.values().forEach(backing -> pod(backing, key, pod));
    }
    for (ObjectNode slice : store.all(Resource.ENDPOINT_SLICES)) {
      JsonNode of = slice.path("metadata").path("labels").path(OF_SERVICE);
      var key = new ObjectStore.Key(Resource.SERVICES, Meta.namespace(slice), of.asText());
      Backing backing = services.get(key);
      if (backing != null) {
        backing.slices.add(Meta.name(slice));
      } else {
        store.remove(ObjectStore.Key.of(Resource.ENDPOINT_SLICES, slice));
      }
    }
  }

  private void write(ObjectStore.Key key, Instant now) {
    Backing backing = services.get(key);
    if (backing == null || backing.service.at("/spec/selector").isEmpty()) {
      return;
    }
    List<ObjectNode> endpoints =
        backing.pods.values().stream().flatMap(pod -> endpoint(pod).stream()).toList();
    int needed = Math.max(1, (endpoints.size() + MOST - 1) / MOST); // one stays, for clients' sake
    while (backing.slices.size() < needed) {
      backing.slices.add(key.name() + "-" + names.suffix());
    }
    while (backing.slices.size() > needed) {
      store.remove(slice(key, backing.slices.removeLast()));
    }
    for (int i = 0; i < needed; i++) {
      int end = Math.min(endpoints.size(), (i + 1) * MOST);
      put(
          backing.service,
          slice(key, backing.slices.get(i)),
          endpoints.subList(i * MOST, end),
          now);
    }
  }

  private void put(
      ObjectNode service, ObjectStore.Key key, List<ObjectNode> endpoints, Instant now) {
    JsonNode list = endpoints.isEmpty() ? Json.MAPPER.nullNode() : Json.arrayOf(endpoints);
    JsonNode ports = endpoints.isEmpty() ? Json.MAPPER.nullNode() : ports(service);
    Optional<ObjectNode> old = store.get(key);
    if (old.isPresent()) {
      if (list.equals(old.get().get("endpoints")) && ports.equals(old.get().get("ports"))) {
        return;
      }
      ObjectNode next = old.get().deepCopy();
      ObjectNode metadata = next.withObject("/metadata");
      metadata.put("generation", metadata.path("generation").asInt() + 1);
      metadata
          .withObject("/annotations")
          .put("endpoints.kubernetes.io/last-change-trigger-time", Json.time(now));
      next.set("endpoints", list);
      next.set("ports", ports);
      store.put(Resource.ENDPOINT_SLICES, next);
      return;
    }
    ObjectNode labels = service.at("/metadata/labels").deepCopy();
    labels.put("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io");
    labels.put(OF_SERVICE, Meta.name(service));
    Instant created = Json.timeAt(service, "/metadata/creationTimestamp");
    ObjectNode slice =
        Json.object()
            .with(
                "metadata",
                Meta.of(names, key.namespace(), key.name(), created)
                    .with("generateName", Meta.name(service) + "-")
                    .with("generation", 1)
                    .with("labels", labels)
                    .with(
                        "annotations",
                        Json.object(
                            "endpoints.kubernetes.io/last-change-trigger-time", Json.time(now)))
                    .with(
                        "ownerReferences", Json.array(Pods.reference(Resource.SERVICES, service))))
            .with("addressType", "IPv4")
            .with("endpoints", list)
            .with("ports", ports);
    ManagedFields.addUsual(slice, Resource.ENDPOINT_SLICES, now);
    store.put(Resource.ENDPOINT_SLICES, slice);
  }

  /** A pod as an endpoint; empty for one that has no address or has ended. */
  private static Optional<ObjectNode> endpoint(ObjectNode pod) {
    String ip = pod.path("status").path("podIP").asText();
    if (ip.isEmpty() || Pods.isOver(pod)) {
      return Optional.empty();
    }
    boolean ready = Pods.isReady(pod);
    boolean ending = Pods.isEnding(pod);
    return Optional.of(
        Json.object()
            .with("addresses", List.of(ip))
            .with(
                "conditions",
                Json.object()
                    .with("ready", ready && !ending)
                    .with("serving", ready)
                    .with("terminating", ending))
            .with(
                "targetRef",
                Json.object()
                    .with("kind", "Pod")
                    .with("namespace", Meta.namespace(pod))
                    .with("name", Meta.name(pod))
                    .with("uid", Meta.uid(pod)))
            .with("nodeName", pod.path("spec").path("nodeName")));
  }

  private static ArrayNode ports(ObjectNode service) {
    ArrayNode ports = Json.array();
    for (JsonNode port : service.at("/spec/ports")) {
      ports.add(
          Json.object()
              .with("name", port.path("name"))
              .with("port", port.path("targetPort"))
              .with("protocol", port.path("protocol")));
    }
    return ports;
  }

  private static ObjectStore.Key slice(ObjectStore.Key service, String name) {
    return new ObjectStore.Key(Resource.ENDPOINT_SLICES, service.namespace(), name);
  }
}
