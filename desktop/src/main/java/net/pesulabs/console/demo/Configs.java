package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ConfigMaps and Secrets, and what a kubelet says of a pod that wants one that is not there. */
final class Configs {

  private static final String COREFILE =
      """
      .:53 {
          errors
          health
          ready
          kubernetes cluster.local in-addr.arpa ip6.arpa {
            pods insecure
            fallthrough in-addr.arpa ip6.arpa
          }
          prometheus :9153
          forward . /etc/resolv.conf
          cache 30
          loop
          reload
          loadbalance
      }
      """;

  private Configs() {}

  static ObjectNode map(
      Names names, String namespace, String name, Instant created, String key, String value) {
    ObjectNode object =
        Json.object()
            .with("metadata", Meta.of(names, namespace, name, created))
            .with("data", Json.object(key, value));
    ManagedFields.addUsual(object, Resource.CONFIGMAPS, created);
    return object;
  }

  /** Those of the house, besides the one that every namespace has. */
  static List<ObjectNode> maps(Names names, Instant created) {
    return List.of(
        map(names, "kube-system", "coredns", created, "Corefile", COREFILE),
        map(names, "apps", "homepage-config", created, "settings.yaml", "title: Casa\n"),
        map(
            names,
            "databases",
            "postgresql-config",
            created,
            "postgresql.conf",
            "max_connections = 200\nshared_buffers = 1GB\n"),
        map(
            names,
            "home",
            "mosquitto-config",
            created,
            "mosquitto.conf",
            "listener 1883\nallow_anonymous false\n"));
  }

  /** What the pods of a cluster may want, by kind. */
  static Map<Resource, List<ObjectNode>> all(ObjectStore store) {
    return Map.of(
        Resource.CONFIGMAPS, store.all(Resource.CONFIGMAPS),
        Resource.SECRETS, store.all(Resource.SECRETS));
  }

  static ObjectNode secret(
      Names names, String namespace, String name, String type, List<String> keys, Instant created) {
    Obj data = Json.object();
    for (String key : keys) {
      byte[] nothing = names.hex(32).getBytes(StandardCharsets.US_ASCII);
      data.put(key, Base64.getEncoder().encodeToString(nothing));
    }
    ObjectNode object =
        Json.object()
            .with("metadata", Meta.of(names, namespace, name, created))
            .with("data", data)
            .with("type", type);
    ManagedFields.addUsual(object, Resource.SECRETS, created);
    return object;
  }

  /** Why a volume of a pod cannot be mounted; empty where all can. */
  static Optional<String> missingVolume(ObjectStore store, ObjectNode pod) {
    for (JsonNode volume : pod.at("/spec/volumes")) {
      String name = volume.at("/configMap/name").asText();
      var key = new ObjectStore.Key(Resource.CONFIGMAPS, Meta.namespace(pod), name);
      if (!name.isEmpty() && store.get(key).isEmpty()) {
        return Optional.of(
            "MountVolume.SetUp failed for volume \"%s\" : configmap \"%s\" not found"
                .formatted(volume.path("name").asText(), name));
      }
    }
    return Optional.empty();
  }

  /** Why a container cannot be made, of its environment; empty where it can. */
  static Optional<String> missingKey(ObjectStore store, ObjectNode pod, JsonNode container) {
    String namespace = Meta.namespace(pod);
    for (JsonNode variable : container.path("env")) {
      JsonNode wanted = variable.at("/valueFrom/secretKeyRef");
      if (!wanted.isMissingNode() && !wanted.path("optional").asBoolean()) {
        String name = wanted.path("name").asText();
        String key = wanted.path("key").asText();
        Optional<ObjectNode> secret =
            store.get(new ObjectStore.Key(Resource.SECRETS, namespace, name));
        if (secret.isEmpty()) {
          return Optional.of("secret \"%s\" not found".formatted(name));
        }
        if (!secret.get().path("data").has(key)) {
          return Optional.of(
              "couldn't find key %s in Secret %s/%s".formatted(key, namespace, name));
        }
      }
    }
    return Optional.empty();
  }
}
