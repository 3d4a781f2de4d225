package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** The custom kinds' definitions, and the objects of sealed-secrets and Flux. */
final class CustomKinds {

  private static final String REVISION = "main@sha1:7c1e90d4b2a85f36e0d9c4471b8fa2635de10c97";

  private CustomKinds() {}

  static ObjectNode definition(Names names, Resource resource, Instant created) {
    ObjectNode called =
        Json.object()
            .with("plural", resource.plural())
            .with("singular", resource.singular())
            .with("shortNames", resource.shortName().isEmpty() ? null : names(resource))
            .with("kind", resource.kind())
            .with("listKind", resource.kind() + "List");
    ObjectNode schema =
        Json.object()
            .with("type", "object")
            .with("properties", Json.object().with("spec", open()).with("status", open()));
    List<ObjectNode> columns = PrinterColumns.of(resource);
    ObjectNode version =
        Json.object()
            .with("name", resource.version())
            .with("served", true)
            .with("storage", true)
            .with("schema", Json.object("openAPIV3Schema", schema))
            .with("subresources", Json.object("status", Json.object()))
            .with("additionalPrinterColumns", columns.isEmpty() ? null : Json.arrayOf(columns));
    ArrayNode conditions =
        Json.array(
            condition("NamesAccepted", "NoConflicts", "no conflicts found", created),
            condition(
                "Established",
                "InitialNamesAccepted",
                "the initial names have been accepted",
                created));
    ObjectNode object =
        Json.object()
            .with(
                "metadata", Meta.of(names, "", resource.qualified(), created).with("generation", 1))
            .with(
                "spec",
                Json.object()
                    .with("group", resource.group())
                    .with("names", called)
                    .with("scope", "Namespaced")
                    .with("versions", Json.array(version))
                    .with("conversion", Json.object("strategy", "None")))
            .with(
                "status",
                Json.object()
                    .with("conditions", conditions)
                    .with("acceptedNames", called.deepCopy())
                    .with("storedVersions", List.of(resource.version())));
    ManagedFields.addUsual(object, Resource.DEFINITIONS, created);
    return object;
  }

  /** A sealed secret that the controller has opened into a Secret of the same name. */
  static ObjectNode sealed(
      Names names, String namespace, String name, List<String> keys, Instant created) {
    Obj encrypted = Json.object();
    keys.forEach(key -> encrypted.put(key, "AgB" + names.hex(96)));
    ObjectNode template =
        Json.object("metadata", Json.object("name", name, "namespace", namespace));
    ObjectNode object =
        Json.object()
            .with("metadata", Meta.of(names, namespace, name, created).with("generation", 1))
            .with("spec", Json.object("encryptedData", encrypted, "template", template))
            .with(
                "status",
                Json.object()
                    .with(
                        "conditions",
                        Json.array(
                            Json.object()
                                .with("type", "Synced")
                                .with("status", "True")
                                .with("lastUpdateTime", created)
                                .with("lastTransitionTime", created)))
                    .with("observedGeneration", 1));
    ManagedFields.addUsual(object, Resource.SEALED_SECRETS, created);
    return object;
  }

  /** A part of the house's Git repository, as Flux has applied it. */
  static ObjectNode kustomization(
      Names names, String name, String path, Instant created, Instant now) {
    ObjectNode ready =
        condition("Ready", "ReconciliationSucceeded", "Applied revision: " + REVISION, now);
    ready.put("observedGeneration", 1);
    ObjectNode object =
        Json.object()
            .with(
                "metadata",
                Meta.of(names, "flux-system", name, created)
                    .with("generation", 1)
                    .with("finalizers", List.of("finalizers.fluxcd.io")))
            .with(
                "spec",
                Json.object()
                    .with("interval", "10m0s")
                    .with("path", path)
                    .with("prune", true)
                    .with("sourceRef", Json.object("kind", "GitRepository", "name", "flux-system")))
            .with(
                "status",
                Json.object()
                    .with("conditions", Json.array(ready))
                    .with("lastAppliedRevision", REVISION)
                    .with("lastAttemptedRevision", REVISION)
                    .with("observedGeneration", 1));
    ManagedFields.addUsual(object, Resource.KUSTOMIZATIONS, created);
    return object;
  }

  private static List<String> names(Resource resource) {
    return List.of(resource.shortName());
  }

  private static ObjectNode open() {
    return Json.object("type", "object", "x-kubernetes-preserve-unknown-fields", true);
  }

  private static ObjectNode condition(String type, String reason, String message, Instant since) {
    return Json.object()
        .with("lastTransitionTime", since)
        .with("message", message)
        .with("reason", reason)
        .with("status", "True")
        .with("type", type);
  }
}
