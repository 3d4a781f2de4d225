package net.pesulabs.console.health;

import static net.pesulabs.console.health.Containers.container;
import static net.pesulabs.console.health.Pods.CREATED;
import static net.pesulabs.console.health.Pods.pod;
import static net.pesulabs.console.health.Things.warned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadinessHealthTest {

  private static final Instant NOW = CREATED.plus(Duration.ofMinutes(5));

  static Stream<Arguments> containers() {
    return Stream.of(
        argumentSet(
            "readiness",
            container("web").probes(null, null, "HTTP :8080/ready"),
            "probe-failing",
            "readiness probe (HTTP :8080/ready)"),
        argumentSet(
            "startup",
            container("web").notStarted().probes("TCP :5432", null, "TCP :5432"),
            "probe-failing",
            "startup probe yet (TCP :5432)"),
        argumentSet("no probe", container("web"), "not-ready", "0 of 1"));
  }

  @ParameterizedTest
  @MethodSource("containers")
  void tellsWhichProbe(Containers container, String cause, String english) {
    var pod = pod().with(container).build();
    Judged.as(PodHealth.diagnose(pod, NOW), Severity.WARNING, cause, english);
    Judged.as(PodHealth.diagnose(pod, CREATED.plusSeconds(60)), Severity.BUSY, null, "");
  }

  @Test
  void theEventSaysHow() {
    var pod = pod().with(container("web").probes(null, null, "HTTP :8080/ready")).build();
    var event =
        warned(
            "web", "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503");
    assertThat(PodHealth.diagnose(pod, event, NOW).evidence())
        .anyMatch(fact -> fact.contains("statuscode: 503"));
  }

  @Test
  void aReadyPodIsFineWhateverWasWarnedOf() {
    var pod = pod().with(container("web").ready().probes(null, null, "HTTP :8080/ready")).build();
    var event =
        warned(
            "web", "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503");
    Judged.as(PodHealth.diagnose(pod, event, NOW), Severity.FINE, null, "");
  }
}
