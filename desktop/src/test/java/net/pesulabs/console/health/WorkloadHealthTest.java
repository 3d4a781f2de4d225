package net.pesulabs.console.health;

import static net.pesulabs.console.health.Pods.CREATED;
import static net.pesulabs.console.health.Things.condition;
import static net.pesulabs.console.health.Things.deployment;
import static net.pesulabs.console.health.Things.event;
import static net.pesulabs.console.health.Things.paused;
import static net.pesulabs.console.health.Things.withoutPods;
import static net.pesulabs.console.health.Things.workload;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.cluster.Condition;
import net.pesulabs.console.homelab.cluster.Workload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadHealthTest {

  private static final Instant NOW = CREATED.plus(Duration.ofHours(1));
  private static final Condition STUCK =
      condition(
          "Progressing",
          "False",
          "ProgressDeadlineExceeded",
          "ReplicaSet \"web-7d4\" has timed out progressing.");
  private static final Condition ROLLING =
      condition(
          "Progressing", "True", "ReplicaSetUpdated", "ReplicaSet \"web-7d4\" is progressing.");
  private static final Condition UNAVAILABLE =
      condition(
          "Available",
          "False",
          "MinimumReplicasUnavailable",
          "Deployment does not have minimum availability.");
  private static final String QUOTA =
      "pods \"web-7d4-x\" is forbidden: exceeded quota: small, requested: memory=2Gi, used: memory=7Gi, limited: memory=8Gi";
  private static final Condition OVER_QUOTA =
      condition("ReplicaFailure", "True", "FailedCreate", QUOTA);
  private static final Condition REFUSED =
      condition(
          "ReplicaFailure",
          "True",
          "FailedCreate",
          "pods \"web-7d4-x\" is forbidden: violates PodSecurity \"restricted:latest\"");

  static Stream<Arguments> workloads() {
    return Stream.of(
        argumentSet("whole", deployment("web", 2, 2), Severity.FINE, null, ""),
        argumentSet("scaled to 0", deployment("web", 0, 0), Severity.FINE, null, ""),
        argumentSet("paused", paused(deployment("web", 2, 1, STUCK)), Severity.FINE, null, ""),
        argumentSet("rollout under way", deployment("web", 2, 1, ROLLING), Severity.BUSY, null, ""),
        argumentSet(
            "rollout stuck, down",
            deployment("web", 2, 0, STUCK),
            Severity.CRITICAL,
            "rollout-stuck",
            ""),
        argumentSet(
            "rollout stuck, old pods serve",
            deployment("web", 2, 2, STUCK),
            Severity.WARNING,
            "rollout-stuck",
            "new version"),
        argumentSet(
            "unavailable for an hour",
            deployment("web", 2, 0, UNAVAILABLE),
            Severity.CRITICAL,
            "replicas-short",
            "0 of 2"),
        argumentSet(
            "quota",
            deployment("web", 2, 1, OVER_QUOTA),
            Severity.WARNING,
            "quota",
            "the quota small allows memory=8Gi, and it asks for memory=2Gi"),
        argumentSet(
            "refused",
            deployment("web", 1, 0, REFUSED),
            Severity.CRITICAL,
            "pods-refused",
            "refuses"));
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void judges(Workload workload, Severity severity, @Nullable String cause, String english) {
    Judged.as(
        WorkloadHealth.diagnose(workload, Warnings.NONE, null, NOW), severity, cause, english);
  }

  static Stream<Arguments> seen() {
    return Stream.of(
        argumentSet("not yet", null, Severity.BUSY, null),
        argumentSet("lately", NOW.minusSeconds(60), Severity.BUSY, null),
        argumentSet("for long", NOW.minusSeconds(700), Severity.WARNING, "replicas-short"));
  }

  @ParameterizedTest
  @MethodSource("seen")
  void whatSaysNothingItselfIsWatched(
      @Nullable Instant shortSince, Severity severity, @Nullable String cause) {
    var workload = workload("StatefulSet", "db", 3, 2);
    Judged.as(
        WorkloadHealth.diagnose(workload, Warnings.NONE, shortSince, NOW), severity, cause, "");
  }

  static Stream<Arguments> sets() {
    var event =
        event(
            "StatefulSet",
            "workload-db",
            "",
            "FailedCreate",
            "create Pod db-0 in StatefulSet db failed error: pods \"db-0\" is forbidden: exceeded quota: small, requested: pods=1, used: pods=4, limited: pods=4");
    return Stream.of(
        argumentSet(
            "no pod",
            withoutPods(workload("StatefulSet", "db", 1, 0)),
            event,
            Severity.CRITICAL,
            "quota"),
        argumentSet(
            "has its pods now", workload("StatefulSet", "db", 1, 1), event, Severity.FINE, null));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void ofSetsOnlyEventsTell(
      Workload workload,
      net.pesulabs.console.homelab.cluster.Event event,
      Severity severity,
      @Nullable String cause) {
    Judged.as(
        WorkloadHealth.diagnose(workload, Warnings.of(List.of(event)), null, NOW),
        severity,
        cause,
        "");
  }
}
