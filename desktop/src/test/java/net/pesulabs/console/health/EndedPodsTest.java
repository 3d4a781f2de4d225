package net.pesulabs.console.health;

import static net.pesulabs.console.health.Pods.CREATED;
import static net.pesulabs.console.health.Pods.pod;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pods that have ended, or are to. */
class EndedPodsTest {

  private static final Instant NOW = CREATED.plus(Duration.ofHours(1));

  static Stream<Arguments> pods() {
    return Stream.of(
        argumentSet(
            "evicted for memory",
            pod()
                .phase("Failed")
                .reason("Evicted")
                .message(
                    "The node was low on resource: memory. Threshold quantity: 100Mi, available: 3Mi."),
            Severity.WARNING,
            "evicted",
            "short of memory"),
        argumentSet(
            "evicted for disk",
            pod()
                .phase("Failed")
                .reason("Evicted")
                .message(
                    "The node was low on resource: ephemeral-storage. Container web was using 12Gi, request is 0."),
            Severity.WARNING,
            "evicted",
            "short of disk"),
        argumentSet(
            "evicted for processes",
            pod().phase("Failed").reason("Evicted").message("The node was low on resource: pids."),
            Severity.WARNING,
            "evicted",
            "processes"),
        argumentSet("failed alone", pod().phase("Failed"), Severity.WARNING, "failed", ""),
        argumentSet(
            "an attempt of a job",
            pod().phase("Failed").owner("Job", "backup"),
            Severity.NOTICE,
            "failed",
            ""),
        argumentSet(
            "left over from a shutdown",
            pod().phase("Failed").reason("Terminated").owner("ReplicaSet", "web-7d4"),
            Severity.NOTICE,
            "failed",
            ""),
        argumentSet(
            "of somebody unknown",
            pod().phase("Failed").owner("Workflow", "nightly"),
            Severity.WARNING,
            "failed",
            ""),
        argumentSet(
            "held back",
            pod().deleting(CREATED).finalizers("peers.test/hold"),
            Severity.WARNING,
            "stuck-terminating",
            "peers.test/hold holds it back"),
        argumentSet(
            "will not go",
            pod().deleting(CREATED),
            Severity.WARNING,
            "stuck-terminating",
            "still there"),
        argumentSet(
            "going",
            pod().deleting(NOW.minusSeconds(60)).finalizers("peers.test/hold"),
            Severity.BUSY,
            null,
            ""),
        argumentSet("done", pod().phase("Succeeded"), Severity.FINE, null, ""));
  }

  @ParameterizedTest
  @MethodSource("pods")
  void judges(Pods pod, Severity severity, @Nullable String cause, String english) {
    Judged.as(PodHealth.diagnose(pod.build(), NOW), severity, cause, english);
  }
}
