package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Patch and delete. */
final class Changes {

  private static final Set<Resource> WITH_REPLICAS =
      Set.of(Resource.DEPLOYMENTS, Resource.STATEFULSETS, Resource.REPLICASETS);
  private static final List<String> UNCHANGEABLE =
      List.of("name", "namespace", "uid", "creationTimestamp", "resourceVersion", "generation");

  private final ObjectStore store;
  private final Clock clock;

  Changes(ObjectStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  void patch(Call call, Target target) throws IOException, ApiFailure {
    byte[] body = call.body();
    String type = call.header("Content-Type");
    ObjectNode result;
    synchronized (store) { // nobody changes it between reading and writing
      ObjectNode before = existing(target);
      ObjectNode after =
          Patches.apply(View.named(target.resource(), before.deepCopy()), type, body);
      after.remove(List.of("kind", "apiVersion"));
      settle(target, before, after);
      after.set("status", before.path("status")); // a subresource of its own
      if (before.path("status").isMissingNode()) {
        after.remove("status");
      }
      if (after.equals(before)) {
        result = before;
      } else {
        own(call, target, type, body, after);
        result = call.query("dryRun").equals("All") ? after : store.put(target.resource(), after);
      }
    }
    call.json(200, View.of(call).one(target.resource(), result, clock.instant(), true));
  }

  void delete(Call call, Target target) throws IOException, ApiFailure {
    byte[] body = call.body();
    JsonNode options = body.length == 0 ? Json.object() : Patches.parse(body);
    boolean dryRun =
        call.query("dryRun").equals("All") || options.at("/dryRun/0").asText().equals("All");
    ObjectNode object;
    synchronized (store) {
      object = existing(target);
      String uid = object.at("/metadata/uid").asText();
      String wanted = options.at("/preconditions/uid").asText(uid);
      if (!wanted.equals(uid)) {
        String why =
            "the UID in the precondition (%s) does not match the UID in record (%s). The object"
                    .formatted(wanted, uid)
                + " might have been deleted and then recreated";
        throw ApiFailure.conflict(target.resource(), target.name(), why);
      }
      if (!dryRun) {
        object = delete(target, object, grace(call, options, object));
      }
    }
    if (target.resource() == Resource.PODS) {
      call.json(200, View.named(target.resource(), object));
    } else {
      call.json(200, deleted(target, object));
    }
  }

  /** A pod with time to end stays, marked; everything else is gone at once. */
  private ObjectNode delete(Target target, ObjectNode object, int grace) {
    if (target.resource() == Resource.PODS && grace > 0) {
      return Pods.end(store, target.key(), clock.instant(), grace).orElse(object);
    }
    return store.remove(target.key()).orElse(object);
  }

  private ObjectNode existing(Target target) throws ApiFailure {
    return store
        .get(target.key())
        .orElseThrow(() -> ApiFailure.notFound(target.resource(), target.name()));
  }

  /** Refuses what the API would, and keeps what a patch cannot change. */
  static void settle(Target target, ObjectNode before, ObjectNode after) throws ApiFailure {
    Resource resource = target.resource();
    String version = before.at("/metadata/resourceVersion").asText();
    if (!after.at("/metadata/resourceVersion").asText(version).equals(version)) {
      String why =
          "the object has been modified; please apply your changes to the latest version and try"
              + " again";
      throw ApiFailure.conflict(resource, target.name(), why);
    }
    JsonNode replicas = after.at("/spec/replicas");
    if (WITH_REPLICAS.contains(resource) && (!replicas.isInt() || replicas.asInt() < 0)) {
      String why = "Invalid value: " + replicas + ": must be greater than or equal to 0";
      throw ApiFailure.invalid(resource, target.name(), "spec.replicas", why);
    }
    ObjectNode metadata = after.withObject("/metadata");
    for (String field : UNCHANGEABLE) {
      JsonNode kept = before.at("/metadata/" + field);
      if (!kept.isMissingNode()) {
        metadata.set(field, kept);
      }
    }
    boolean counted = before.path("metadata").has("generation");
    if (counted && !after.path("spec").equals(before.path("spec"))) {
      metadata.put("generation", before.at("/metadata/generation").asLong() + 1);
    }
  }

  private void own(Call call, Target target, String type, byte[] body, ObjectNode after)
      throws ApiFailure {
    JsonNode patch = Patches.parse(body);
    String asked = call.query("fieldManager");
    String manager = asked.isEmpty() ? call.header("User-Agent").replaceAll("[/ ].*", "") : asked;
    String operation = type.startsWith("application/apply-patch") ? "Apply" : "Update";
    if (patch.isObject()) { // the steps of a JSON patch name no fields to own
      String version = target.resource().apiVersion();
      ManagedFields.add(
          after, ManagedFields.entry(manager, operation, version, clock.instant(), patch));
    }
  }

  private static int grace(Call call, JsonNode options, ObjectNode object) throws ApiFailure {
    int own = object.at("/spec/terminationGracePeriodSeconds").asInt(30);
    String asked = call.query("gracePeriodSeconds");
    return asked.isEmpty()
        ? options.path("gracePeriodSeconds").asInt(own)
        : (int) Listing.version(asked);
  }

  private static ObjectNode deleted(Target target, ObjectNode object) {
    Resource resource = target.resource();
    return Json.object()
        .with("kind", "Status")
        .with("apiVersion", "v1")
        .with("metadata", Json.object())
        .with("status", "Success")
        .with(
            "details",
            Json.object()
                .with("name", target.name())
                .with("group", resource.group().isEmpty() ? null : resource.group())
                .with("kind", resource.plural())
                .with("uid", object.at("/metadata/uid")));
  }
}
