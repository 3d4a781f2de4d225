package net.pesulabs.console.health;

import static net.pesulabs.console.health.Containers.container;
import static net.pesulabs.console.health.Pods.CREATED;
import static net.pesulabs.console.health.Pods.pod;
import static net.pesulabs.console.health.Things.warned;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CrashHealthTest {

  private static final Instant NOW = CREATED.plus(Duration.ofHours(1));

  private static Containers backOff(@Nullable String why, int exit) {
    return container("n8n")
        .waiting("CrashLoopBackOff", "back-off 5m0s restarting failed container=n8n")
        .restarts(17)
        .last(why, exit);
  }

  static Stream<Arguments> crashes() {
    return Stream.of(
        argumentSet(
            "1",
            backOff("Error", 1),
            "crash-loop",
            "17 times. It last ended with code 1: an error of the program"),
        argumentSet("0", backOff("Completed", 0), "crash-loop", "it came to its end"),
        argumentSet("2", backOff("Error", 2), "crash-loop", "wrongly called"),
        argumentSet("126", backOff("Error", 126), "crash-loop", "may not be executed"),
        argumentSet("127", backOff("Error", 127), "crash-loop", "does not exist in the image"),
        argumentSet("128", backOff("StartError", 128), "crash-loop", "could not be started"),
        argumentSet("132", backOff("Error", 132), "crash-loop", "another processor"),
        argumentSet("134", backOff("Error", 134), "crash-loop", "gave up"),
        argumentSet("137", backOff("Error", 137), "crash-loop", "killed from outside"),
        argumentSet("139", backOff("Error", 139), "crash-loop", "outside of its memory"),
        argumentSet("143", backOff("Error", 143), "crash-loop", "asked to stop"),
        argumentSet("140", backOff("Error", 140), "crash-loop", "signal 12"),
        argumentSet("42", backOff("Error", 42), "crash-loop", "only the program itself"),
        argumentSet(
            "limit",
            backOff("OOMKilled", 137).limit(512L << 20),
            "out-of-memory",
            "used all of its 512\u00a0MiB"),
        argumentSet("no limit", backOff("OOMKilled", 137), "out-of-memory", "no limit of its own"),
        argumentSet(
            "init",
            backOff("Error", 1).init(),
            "init-failing",
            "preparation “n8n” fails with code 1"),
        argumentSet(
            "init now",
            container("n8n").init().terminated("Error", 1).restarts(2),
            "init-failing",
            "code 1"));
  }

  @ParameterizedTest
  @MethodSource("crashes")
  void tellsHowItEnds(Containers container, String cause, String english) {
    Judged.as(
        PodHealth.diagnose(pod().with(container).build(), NOW), Severity.CRITICAL, cause, english);
  }

  static Stream<Arguments> others() {
    var alive = container("n8n").ready().restarts(1).last("OOMKilled", 137).limit(1L << 30);
    return Stream.of(
        argumentSet("once, lately", alive, NOW.minusSeconds(60), Severity.WARNING, "out-of-memory"),
        argumentSet("once, long ago", alive, CREATED, Severity.FINE, null),
        argumentSet(
            "stopped once",
            container("n8n").ready().restarts(1).last("Error", 143),
            NOW.minusSeconds(60),
            Severity.FINE,
            null));
  }

  @ParameterizedTest
  @MethodSource("others")
  void forgivesWhatIsOver(
      Containers container, Instant restarted, Severity severity, @Nullable String cause) {
    var pod = pod().with(container).lastRestart(restarted).build();
    Judged.as(PodHealth.diagnose(pod, NOW), severity, cause, "");
  }

  static Stream<Arguments> probes() {
    String words =
        "Liveness probe failed: Get \"http://10.42.0.7:5678/healthz\": dial tcp 10.42.0.7:5678: connect: connection refused";
    return Stream.of(
        argumentSet(
            "its liveness probe",
            warned("n8n", "Unhealthy", words),
            "probe-failing",
            "liveness probe (HTTP :5678/healthz)"),
        argumentSet("another container's", warned("runners", "Unhealthy", words), "crash-loop", ""),
        argumentSet(
            "readiness restarts nothing",
            warned(
                "n8n",
                "Unhealthy",
                "Readiness probe failed: HTTP probe failed with statuscode: 503"),
            "crash-loop",
            ""));
  }

  @ParameterizedTest
  @MethodSource("probes")
  void tellsWhenTheKubeletRestartsIt(Warnings warnings, String cause, String english) {
    var killed = backOff("Error", 137).probes(null, "HTTP :5678/healthz", null);
    Judged.as(
        PodHealth.diagnose(pod().with(killed).build(), warnings, NOW),
        Severity.CRITICAL,
        cause,
        english);
  }
}
