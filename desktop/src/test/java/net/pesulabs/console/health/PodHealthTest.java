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

class PodHealthTest {

  private static final Instant LATER = CREATED.plus(Duration.ofHours(1));
  private static final Instant AT_ONCE = CREATED.plusSeconds(5);

  static Stream<Arguments> pods() {
    return Stream.of(
        argumentSet("healthy", pod(), LATER, Severity.FINE, null),
        argumentSet("finished job", pod().phase("Succeeded"), LATER, Severity.FINE, null),
        argumentSet("just created", pod().phase("Pending"), AT_ONCE, Severity.BUSY, null),
        argumentSet("never starts", pod().phase("Pending"), LATER, Severity.WARNING, "slow-start"),
        argumentSet("just started", pod().notReady(), AT_ONCE, Severity.BUSY, null),
        argumentSet("never ready", pod().notReady(), LATER, Severity.WARNING, "not-ready"),
        argumentSet("no node yet", pod().unscheduled("0/2 nodes"), AT_ONCE, Severity.BUSY, null),
        argumentSet(
            "no node fits",
            pod().unscheduled("0/2 nodes"),
            LATER,
            Severity.CRITICAL,
            "unschedulable"),
        argumentSet(
            "crash loop",
            pod().waiting("CrashLoopBackOff", 17, "Error", 1),
            LATER,
            Severity.CRITICAL,
            "crash-loop"),
        argumentSet(
            "between two crashes",
            pod().terminated("Error", 1, 3),
            LATER,
            Severity.CRITICAL,
            "crash-loop"),
        argumentSet(
            "up between crashes",
            pod().runningAgain(17, LATER.minusSeconds(60)),
            LATER,
            Severity.CRITICAL,
            "crash-loop"),
        argumentSet(
            "up long after a crash", pod().runningAgain(17, CREATED), LATER, Severity.FINE, null),
        argumentSet(
            "crashed once",
            pod().runningAgain(1, LATER.minusSeconds(60)),
            LATER,
            Severity.FINE,
            null),
        argumentSet(
            "first run ended", pod().terminated("Completed", 0, 0), AT_ONCE, Severity.BUSY, null),
        argumentSet(
            "out of memory",
            pod().waiting("CrashLoopBackOff", 3, "OOMKilled", 137),
            LATER,
            Severity.CRITICAL,
            "out-of-memory"),
        argumentSet(
            "image",
            pod().phase("Pending").waiting("ImagePullBackOff", 0, null, null),
            AT_ONCE,
            Severity.CRITICAL,
            "image-pull"),
        argumentSet(
            "missing secret",
            pod().phase("Pending").waiting("CreateContainerConfigError", 0, null, null),
            AT_ONCE,
            Severity.CRITICAL,
            "container-config"),
        argumentSet(
            "creating",
            pod().phase("Pending").waiting("ContainerCreating", 0, null, null),
            AT_ONCE,
            Severity.BUSY,
            null),
        argumentSet(
            "evicted", pod().phase("Failed").reason("Evicted"), LATER, Severity.WARNING, "evicted"),
        argumentSet("failed", pod().phase("Failed"), LATER, Severity.WARNING, "failed"),
        argumentSet("being deleted", pod().deleting(LATER), LATER, Severity.BUSY, null),
        argumentSet(
            "will not go", pod().deleting(CREATED), LATER, Severity.WARNING, "stuck-terminating"),
        argumentSet("node gone", pod().phase("Unknown"), LATER, Severity.UNKNOWN, null));
  }

  @ParameterizedTest
  @MethodSource("pods")
  void judges(Pods pod, Instant now, Severity severity, @Nullable String cause) {
    Judged.as(PodHealth.diagnose(pod.build(), now), severity, cause, "");
  }
}
