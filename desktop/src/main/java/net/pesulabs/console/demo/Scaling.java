package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.stream.Collectors;

/** The scale subresource of what has replicas. */
final class Scaling {

  private final ObjectStore store;

  Scaling(ObjectStore store) {
    this.store = store;
  }

  void answer(Call call, Target target) throws IOException, ApiFailure {
    if (call.method().equals("GET")) {
      call.json(200, scale(target, existing(target)));
      return;
    }
    byte[] body = call.body();
    ObjectNode result;
    synchronized (store) { // nobody changes it between reading and writing
      ObjectNode object = existing(target);
      JsonNode wanted =
          call.method().equals("PUT")
              ? Patches.parse(body)
              : Patches.apply(scale(target, object), call.header("Content-Type"), body);
      ObjectNode after = object.deepCopy();
      after.withObject("/spec").set("replicas", wanted.at("/spec/replicas"));
      Changes.settle(target, object, after);
      boolean dryRun = call.query("dryRun").equals("All");
      result = dryRun || after.equals(object) ? after : store.put(target.resource(), after);
    }
    call.json(200, scale(target, result));
  }

  private ObjectNode existing(Target target) throws ApiFailure {
    return store
        .get(target.key())
        .orElseThrow(() -> ApiFailure.notFound(target.resource(), target.name()));
  }

  private static ObjectNode scale(Target target, ObjectNode object) {
    String selector =
        object.at("/spec/selector/matchLabels").properties().stream()
            .map(label -> label.getKey() + "=" + label.getValue().asText())
            .collect(Collectors.joining(","));
    JsonNode metadata = object.path("metadata");
    return Json.object()
        .with("kind", "Scale")
        .with("apiVersion", "autoscaling/v1")
        .with(
            "metadata",
            Json.object()
                .with("name", target.name())
                .with("namespace", target.namespace())
                .with("uid", metadata.path("uid"))
                .with("resourceVersion", metadata.path("resourceVersion"))
                .with("creationTimestamp", metadata.path("creationTimestamp")))
        .with("spec", Json.object("replicas", object.at("/spec/replicas")))
        .with(
            "status",
            Json.object()
                .with("replicas", object.at("/status/replicas").asInt())
                .with("selector", selector));
  }
}
