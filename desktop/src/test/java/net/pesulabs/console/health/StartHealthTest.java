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

class StartHealthTest {

  private static final Instant NOW = CREATED.plus(Duration.ofMinutes(11));

  static Stream<Arguments> warnings() {
    return Stream.of(
        argumentSet("nothing said", Warnings.NONE, "Still has not started"),
        argumentSet(
            "config map of a volume",
            warned(
                "",
                "FailedMount",
                "MountVolume.SetUp failed for volume \"config\" : configmap \"n8n-config\" not found"),
            "ConfigMap n8n-config, of which its volume config"),
        argumentSet(
            "never mounted",
            warned(
                "",
                "FailedMount",
                "Unable to attach or mount volumes: unmounted volumes=[data], unattached volumes=[data kube-api-access]: timed out waiting for the condition"),
            "volume data cannot be mounted"),
        argumentSet(
            "on another node",
            warned(
                "",
                "FailedAttachVolume",
                "Multi-Attach error for volume \"pvc-0b1c\" Volume is already used by pod(s) web-1"),
            "volume pvc-0b1c is still in use"),
        argumentSet(
            "network",
            warned(
                "",
                "FailedCreatePodSandBox",
                "Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox: plugin type=\"flannel\" failed (add)"),
            "network"));
  }

  @ParameterizedTest
  @MethodSource("warnings")
  void tellsWhatItWaitsFor(Warnings warnings, String english) {
    var pod =
        pod().phase("Pending").with(container("web").waiting("ContainerCreating", null)).build();
    Judged.as(PodHealth.diagnose(pod, warnings, NOW), Severity.WARNING, "slow-start", english);
    Judged.as(PodHealth.diagnose(pod, warnings, CREATED.plusSeconds(60)), Severity.BUSY, null, "");
  }

  static Stream<Arguments> preparing() {
    return Stream.of(
        argumentSet("begun", CREATED.plusSeconds(400), Severity.BUSY, null),
        argumentSet("endless", NOW, Severity.WARNING, "init-stuck"));
  }

  @ParameterizedTest
  @MethodSource("preparing")
  void aPreparationMayTakeItsTime(Instant now, Severity severity, @Nullable String cause) {
    var pod =
        pod()
            .phase("Pending")
            .with(container("wait-for-database").init())
            .with(container("web").waiting("PodInitializing", null))
            .build();
    Judged.as(PodHealth.diagnose(pod, now), severity, cause, "");
  }
}
