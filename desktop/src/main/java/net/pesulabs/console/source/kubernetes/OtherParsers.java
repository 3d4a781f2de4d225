package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.cluster.Event;
import net.pesulabs.console.homelab.cluster.Lease;
import net.pesulabs.console.homelab.cluster.Meta;
import net.pesulabs.console.homelab.cluster.Namespace;
import net.pesulabs.console.homelab.cluster.VolumeClaim;
import org.jspecify.annotations.Nullable;

/** Reads what neither makes pods nor leads to them. */
final class OtherParsers {

  private OtherParsers() {}

  static Namespace namespace(Meta meta, JsonNode object) {
    JsonNode status = object.path("status");
    return new Namespace(
        meta, Tree.shared(status.path("phase")), Tree.conditions(status.path("conditions")));
  }

  static VolumeClaim volumeClaim(Meta meta, JsonNode object) {
    JsonNode spec = object.path("spec");
    JsonNode status = object.path("status");
    return new VolumeClaim(
        meta,
        Tree.shared(status.path("phase")),
        Tree.text(spec.path("volumeName")),
        Tree.text(spec.path("storageClassName")),
        Tree.bytes(spec.path("resources").path("requests").path("storage")),
        Tree.bytes(status.path("capacity").path("storage")),
        Tree.list(spec.path("accessModes"), Tree::shared),
        Tree.conditions(status.path("conditions")));
  }

  /** Old components count in the event itself, those that use events.k8s.io in its series. */
  static Event event(Meta meta, JsonNode object) {
    JsonNode about = object.path("involvedObject");
    JsonNode series = object.path("series");
    return new Event(
        meta,
        object.path("type").asText("").equals("Warning"),
        Tree.shared(object.path("reason")),
        object.path("message").asText(""),
        new Event.About(
            Tree.shared(about.path("kind")),
            Tree.shared(about.path("namespace")),
            about.path("name").asText(""),
            about.path("uid").asText(""),
            Tree.shared(about.path("fieldPath"))),
        Math.max(1, Math.max(object.path("count").asInt(), series.path("count").asInt())),
        first(object.path("firstTimestamp"), object.path("eventTime")),
        first(
            series.path("lastObservedTime"),
            object.path("lastTimestamp"),
            object.path("eventTime")),
        Stream.of(object.path("source").path("component"), object.path("reportingComponent"))
            .map(Tree::shared)
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse(""));
  }

  private static @Nullable Instant first(JsonNode... times) {
    for (JsonNode time : times) {
      Instant known = Tree.time(time);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  static Lease lease(Meta meta, JsonNode object) {
    JsonNode spec = object.path("spec");
    Integer seconds = Tree.integer(spec.path("leaseDurationSeconds"));
    return new Lease(
        meta,
        Tree.text(spec.path("holderIdentity")),
        Tree.time(spec.path("renewTime")),
        seconds == null ? null : Duration.ofSeconds(seconds));
  }
}
