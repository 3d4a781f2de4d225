package net.pesulabs.console.health;

import static net.pesulabs.console.health.Pods.CREATED;
import static net.pesulabs.console.health.Pods.pod;
import static net.pesulabs.console.health.Things.claim;
import static net.pesulabs.console.health.Things.event;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.VolumeUse;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.VolumeClaim;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimHealthTest {

  private static final Instant NOW = CREATED.plus(Duration.ofHours(1));

  static Stream<Arguments> claims() {
    var unbound =
        pod()
            .unscheduled(
                "0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims.")
            .build();
    var hungry = pod().unscheduled("0/2 nodes are available: 2 Insufficient memory.").build();
    var failed =
        Warnings.of(
            List.of(
                event(
                    "PersistentVolumeClaim",
                    "claim-data",
                    "",
                    "ProvisioningFailed",
                    "storageclass.storage.k8s.io \"fast\" not found")));
    return Stream.of(
        argumentSet(
            "bound",
            claim("data", "Bound"),
            List.of(unbound),
            Warnings.NONE,
            Severity.FINE,
            null,
            ""),
        argumentSet(
            "lost",
            claim("data", "Lost"),
            List.of(),
            Warnings.NONE,
            Severity.CRITICAL,
            "claim-lost",
            "pvc-0b1c is gone"),
        argumentSet(
            "waits for its first consumer",
            claim("data", "Pending"),
            List.of(),
            Warnings.NONE,
            Severity.BUSY,
            null,
            ""),
        argumentSet(
            "its consumer waits for memory",
            claim("data", "Pending"),
            List.of(hungry),
            Warnings.NONE,
            Severity.BUSY,
            null,
            ""),
        argumentSet(
            "its consumer waits for it",
            claim("data", "Pending"),
            List.of(unbound),
            Warnings.NONE,
            Severity.CRITICAL,
            "claim-unbound",
            "of the class local-path"),
        argumentSet(
            "its provisioner failed",
            claim("data", "Pending"),
            List.of(),
            failed,
            Severity.CRITICAL,
            "claim-unbound",
            ""));
  }

  @ParameterizedTest
  @CsvSource({
    "50, FINE,",
    "89, FINE,",
    "91, WARNING, claim-nearly-full",
    "99, CRITICAL, claim-nearly-full"
  })
  void tellsAVolumeThatIsNearlyFull(int percent, Severity severity, @Nullable String cause) {
    var use = new VolumeUse("pvc-0b1c", percent * 1024L, 100 * 1024L);
    Judged.as(
        ClaimHealth.diagnose(claim("data", "Bound"), List.of(), Warnings.NONE, use, NOW),
        severity,
        cause,
        cause == null ? "" : Integer.toString(percent));
  }

  @ParameterizedTest
  @MethodSource("claims")
  void judges(
      VolumeClaim claim,
      List<Pod> pods,
      Warnings warnings,
      Severity severity,
      @Nullable String cause,
      String english) {
    Judged.as(ClaimHealth.diagnose(claim, pods, warnings, null, NOW), severity, cause, english);
    if (!claim.phase().equals("Lost")) {
      var young = ClaimHealth.diagnose(claim, pods, warnings, null, CREATED.plusSeconds(20));
      Judged.as(young, severity == Severity.FINE ? Severity.FINE : Severity.BUSY, null, "");
    }
  }
}
