package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.cluster.CronJob;
import net.pesulabs.console.homelab.cluster.Job;
import net.pesulabs.console.homelab.cluster.Meta;
import net.pesulabs.console.homelab.cluster.Workload;
import org.jspecify.annotations.Nullable;

/** Reads what makes pods. */
final class WorkloadParsers {

  private WorkloadParsers() {}

  static Workload deployment(Meta meta, JsonNode object) {
    return replicated(meta, "Deployment", object, 0);
  }

  static Workload statefulSet(Meta meta, JsonNode object) {
    // Servers before 1.22 leave out how many are available.
    int ready = object.path("status").path("readyReplicas").asInt();
    return replicated(meta, "StatefulSet", object, ready);
  }

  /**
   * One that is told how many pods to have.
   *
   * @param available where the server does not say
   */
  private static Workload replicated(Meta meta, String kind, JsonNode object, int available) {
    JsonNode status = object.path("status");
    return workload(
        meta,
        kind,
        object,
        object.path("spec").path("replicas").asInt(1), // the server fills in one
        status.path("replicas").asInt(),
        status.path("updatedReplicas").asInt(),
        status.path("readyReplicas").asInt(),
        status.path("availableReplicas").asInt(available));
  }

  static Workload daemonSet(Meta meta, JsonNode object) {
    JsonNode status = object.path("status");
    return workload(
        meta,
        "DaemonSet",
        object,
        Tree.integer(status.path("desiredNumberScheduled")),
        status.path("currentNumberScheduled").asInt(),
        status.path("updatedNumberScheduled").asInt(),
        status.path("numberReady").asInt(),
        status.path("numberAvailable").asInt());
  }

  private static Workload workload(
      Meta meta,
      String kind,
      JsonNode object,
      @Nullable Integer desired,
      int pods,
      int updated,
      int ready,
      int available) {
    JsonNode spec = object.path("spec");
    JsonNode status = object.path("status");
    return new Workload(
        meta,
        kind,
        desired,
        pods,
        updated,
        ready,
        available,
        status.path("observedGeneration").asLong()
            >= object.path("metadata").path("generation").asLong(),
        spec.path("paused").asBoolean(),
        Tree.conditions(status.path("conditions")),
        Tree.texts(spec.path("selector").path("matchLabels")),
        images(spec.path("template").path("spec")));
  }

  private static List<String> images(JsonNode pod) {
    return Stream.of("initContainers", "containers")
        .flatMap(
            list -> Tree.list(pod.path(list), each -> Tree.shared(each.path("image"))).stream())
        .toList();
  }

  static Job job(Meta meta, JsonNode object) {
    JsonNode spec = object.path("spec");
    JsonNode status = object.path("status");
    return new Job(
        meta,
        Tree.integer(spec.path("completions")),
        status.path("active").asInt(),
        status.path("succeeded").asInt(),
        status.path("failed").asInt(),
        spec.path("suspend").asBoolean(),
        Tree.time(status.path("startTime")),
        Tree.time(status.path("completionTime")),
        Tree.conditions(status.path("conditions")));
  }

  static CronJob cronJob(Meta meta, JsonNode object) {
    JsonNode spec = object.path("spec");
    JsonNode status = object.path("status");
    return new CronJob(
        meta,
        Tree.shared(spec.path("schedule")),
        Tree.text(spec.path("timeZone")),
        spec.path("suspend").asBoolean(),
        status.path("active").size(),
        Tree.time(status.path("lastScheduleTime")),
        Tree.time(status.path("lastSuccessfulTime")));
  }
}
