package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Claims, the volumes made for them and the class they are made by: the local-path provisioner of
 * K3s, which waits for the first pod and then takes a folder of that pod's node.
 */
final class Storage {

  static final String CLASS = "local-path";

  private static final String PROVISIONER = "rancher.io/local-path";
  private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";
  private static final List<String> ONE_NODE = List.of("ReadWriteOnce");

  private Storage() {}

  static ObjectNode storageClass(Names names, Instant created) {
    ObjectNode object =
        Json.object()
            .with(
                "metadata",
                Meta.of(names, "", CLASS, created)
                    .with(
                        "annotations",
                        Json.object()
                            .with(
                                "objectset.rio.cattle.io/owner-gvk", "k3s.cattle.io/v1, Kind=Addon")
                            .with("objectset.rio.cattle.io/owner-name", "local-storage")
                            .with("objectset.rio.cattle.io/owner-namespace", "kube-system")
                            .with(DEFAULT, "true")))
            .with("provisioner", PROVISIONER)
            .with("reclaimPolicy", "Delete")
            .with("volumeBindingMode", "WaitForFirstConsumer");
    ManagedFields.addUsual(object, Resource.STORAGE_CLASSES, created);
    return object;
  }

  static boolean isDefault(ObjectNode storageClass) {
    return storageClass.path("metadata").path("annotations").path(DEFAULT).asBoolean();
  }

  /** A claim that nothing is bound to yet. */
  static ObjectNode claim(
      Names names,
      String namespace,
      String name,
      String storageClass,
      String size,
      ObjectNode labels,
      Instant created) {
    ObjectNode claim =
        Json.object()
            .with(
                "metadata",
                Meta.of(names, namespace, name, created)
                    .with("labels", labels)
                    .with("finalizers", List.of("kubernetes.io/pvc-protection")))
            .with("spec", claimSpec(storageClass, size))
            .with("status", Json.object("phase", "Pending"));
    ManagedFields.addUsual(claim, Resource.CLAIMS, created);
    return claim;
  }

  /** An entry of a StatefulSet's {@code volumeClaimTemplates}. */
  static ObjectNode template(String name, String size) {
    return Json.object()
        .with("kind", "PersistentVolumeClaim")
        .with("apiVersion", "v1")
        .with("metadata", Json.object("name", name))
        .with("spec", claimSpec(CLASS, size))
        .with("status", Json.object("phase", "Pending"));
  }

  /** A pod's volume of a claim. */
  static ObjectNode use(String volume, String claim) {
    return Json.object()
        .with("name", volume)
        .with("persistentVolumeClaim", Json.object("claimName", claim));
  }

  /** What the StatefulSet controller does for one of its pods: its claims, and their use. */
  static void ensure(ObjectStore store, ObjectNode set, ObjectNode pod, Names names, Instant now) {
    for (JsonNode template : set.at("/spec/volumeClaimTemplates")) {
      String volume = Meta.name(template);
      String name = volume + "-" + Meta.name(pod);
      var key = new ObjectStore.Key(Resource.CLAIMS, Meta.namespace(set), name);
      if (store.get(key).isEmpty()) {
        JsonNode spec = template.path("spec");
        store.put(
            Resource.CLAIMS,
            claim(
                names,
                key.namespace(),
                name,
                spec.path("storageClassName").asText(),
                spec.at("/resources/requests/storage").asText(),
                set.at("/spec/selector/matchLabels").deepCopy(),
                now));
      }
      pod.withObject("/spec").withArray("volumes").insert(0, use(volume, name));
    }
  }

  /** Why the scheduler must wait for a pod's volumes; empty where it need not. */
  static Optional<String> wait(ObjectStore store, ObjectNode pod) {
    for (JsonNode volume : pod.at("/spec/volumes")) {
      String name = volume.at("/persistentVolumeClaim/claimName").asText();
      if (!name.isEmpty()) {
        Optional<ObjectNode> claim =
            store.get(new ObjectStore.Key(Resource.CLAIMS, Meta.namespace(pod), name));
        if (claim.isEmpty()) {
          return Optional.of("persistentvolumeclaim \"%s\" not found".formatted(name));
        }
        // A class that is not there counts as one that binds at once, in the scheduler too.
        String wanted = claim.get().at("/spec/storageClassName").asText();
        if (!isBound(claim.get()) && !wanted.equals(CLASS)) {
          return Optional.of("pod has unbound immediate PersistentVolumeClaims");
        }
      }
    }
    return Optional.empty();
  }

  /** Makes the volumes that a pod's claims still lack, on the node it goes to. */
  static void bind(
      ObjectStore store, ObjectNode pod, String node, Happenings happenings, Instant now) {
    for (JsonNode volume : pod.at("/spec/volumes")) {
      String name = volume.at("/persistentVolumeClaim/claimName").asText();
      var key = new ObjectStore.Key(Resource.CLAIMS, Meta.namespace(pod), name);
      store
          .get(key)
          .filter(claim -> !name.isEmpty() && !isBound(claim))
          .ifPresent(claim -> {
            String made = "pvc-" + Meta.uid(claim);
            store.put(Resource.VOLUMES, volume(claim, made, node, now));
            ObjectNode bound = bound(claim.deepCopy(), made, node);
            store.put(Resource.CLAIMS, bound);
            happenings.tell(
                Resource.CLAIMS,
                bound,
                PROVISIONER,
                "Normal",
                "ProvisioningSucceeded",
                "Successfully provisioned volume " + made,
                now);
          });
    }
  }

  private static boolean isBound(ObjectNode claim) {
    return claim.at("/status/phase").asText().equals("Bound");
  }

  private static ObjectNode claimSpec(String storageClass, String size) {
    return Json.object()
        .with("accessModes", ONE_NODE)
        .with("resources", Json.object("requests", Json.object("storage", size)))
        .with("storageClassName", storageClass)
        .with("volumeMode", "Filesystem");
  }

  private static ObjectNode bound(ObjectNode claim, String volume, String node) {
    claim
        .withObject("/metadata/annotations")
        .put("pv.kubernetes.io/bind-completed", "yes")
        .put("pv.kubernetes.io/bound-by-controller", "yes")
        .put("volume.beta.kubernetes.io/storage-provisioner", PROVISIONER)
        .put("volume.kubernetes.io/selected-node", node)
        .put("volume.kubernetes.io/storage-provisioner", PROVISIONER);
    claim.withObject("/spec").put("volumeName", volume);
    claim.set(
        "status",
        Json.object()
            .with("phase", "Bound")
            .with("accessModes", ONE_NODE)
            .with("capacity", claim.at("/spec/resources/requests").deepCopy()));
    return claim;
  }

  private static ObjectNode volume(ObjectNode claim, String name, String node, Instant now) {
    String folder =
        "/var/lib/rancher/k3s/storage/%s_%s_%s"
            .formatted(name, Meta.namespace(claim), Meta.name(claim));
    ObjectNode host =
        Json.object()
            .with("key", "kubernetes.io/hostname")
            .with("operator", "In")
            .with("values", List.of(node));
    ObjectNode object =
        Json.object()
            .with(
                "metadata",
                Json.object()
                    .with("name", name)
                    // Of its own, and the same in each run: the that of the claim but for its first
                    // digits.
                    .with(
                        "uid", new StringBuilder(Meta.uid(claim)).replace(0, 4, "fade").toString())
                    .with("creationTimestamp", now)
                    .with(
                        "annotations",
                        Json.object()
                            .with("local.path.provisioner/selected-node", node)
                            .with("pv.kubernetes.io/provisioned-by", PROVISIONER))
                    .with("finalizers", List.of("kubernetes.io/pv-protection")))
            .with(
                "spec",
                Json.object()
                    .with("capacity", claim.at("/spec/resources/requests").deepCopy())
                    .with("hostPath", Json.object("path", folder, "type", "DirectoryOrCreate"))
                    .with("accessModes", ONE_NODE)
                    .with(
                        "claimRef",
                        Json.object()
                            .with("kind", "PersistentVolumeClaim")
                            .with("namespace", Meta.namespace(claim))
                            .with("name", Meta.name(claim))
                            .with("uid", Meta.uid(claim))
                            .with("apiVersion", "v1")
                            .with("resourceVersion", claim.at("/metadata/resourceVersion")))
                    .with("persistentVolumeReclaimPolicy", "Delete")
                    .with("storageClassName", CLASS)
                    .with("volumeMode", "Filesystem")
                    .with(
                        "nodeAffinity",
                        Json.object(
                            "required",
                            Json.object(
                                "nodeSelectorTerms",
                                Json.array(Json.object("matchExpressions", Json.array(host)))))))
            .with("status", Json.object("phase", "Bound", "lastPhaseTransitionTime", now));
    ManagedFields.addUsual(object, Resource.VOLUMES, now);
    return object;
  }
}
