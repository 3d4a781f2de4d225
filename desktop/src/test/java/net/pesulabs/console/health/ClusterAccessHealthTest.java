package net.pesulabs.console.health;

import static net.pesulabs.console.health.Pods.CREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.cluster.Cluster.Certificate;
import net.pesulabs.console.homelab.cluster.Cluster.MissingRight;
import net.pesulabs.console.homelab.cluster.Cluster.Role;
import net.pesulabs.console.i18n.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterAccessHealthTest {

  static Stream<Arguments> ends() {
    return Stream.of(
        argumentSet("far", 200, Severity.FINE, null, ""),
        argumentSet("soon", 20, Severity.WARNING, "certificate-ending", "Ends in 20d"),
        argumentSet("now", 3, Severity.CRITICAL, "certificate-ending", "Ends in 3d"),
        argumentSet("over", -3, Severity.CRITICAL, "certificate-ending", "Ended 3d ago"));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void judgesCertificates(int days, Severity severity, @Nullable String cause, String english) {
    for (Role role : Role.values()) {
      var certificate =
          new Certificate(
              role,
              "CN=" + role.name().toLowerCase(Locale.ROOT),
              CREATED.plus(Duration.ofDays(days)));
      Judged.as(ClusterAccessHealth.certificate(certificate, CREATED), severity, cause, english);
    }
  }

  @Test
  void asksForWhatIsMissingAndNoMore() {
    var missing =
        List.of(
            new MissingRight("secretless.example", true),
            new MissingRight("deployments.apps", false),
            new MissingRight("leases.coordination.k8s.io", true));
    Diagnosis diagnosis = ClusterAccessHealth.rights(missing);
    Judged.as(diagnosis, Severity.UNKNOWN, "missing-right", "2 kinds of objects");
    assertThat(diagnosis.advice()).isNotNull();
    assertThat(diagnosis.advice().in(Language.EN))
        .contains(
            "--verb=get,list,watch --resource=deployments.apps,leases.coordination.k8s.io,secretless.example")
        .doesNotContain("nodes/proxy");
  }

  @Test
  void missesNothingWithoutLeases() {
    Judged.as(
        ClusterAccessHealth.rights(List.of(new MissingRight("leases.coordination.k8s.io", true))),
        Severity.FINE,
        null,
        "");
    Judged.as(ClusterAccessHealth.rights(List.of()), Severity.FINE, null, "");
  }

  static Stream<Arguments> clocks() {
    return Stream.of(
        argumentSet("not told", null, null, ""),
        argumentSet("right", 20, null, ""),
        argumentSet("ours is late", 90, "clock-skew", "90s behind"),
        argumentSet("ours is early", -90, "clock-skew", "90s ahead"));
  }

  @ParameterizedTest
  @MethodSource("clocks")
  void judgesThisComputersClock(@Nullable Integer seconds, @Nullable String cause, String english) {
    var ahead = seconds == null ? null : Duration.ofSeconds(seconds);
    Judged.as(
        ClusterAccessHealth.clock(ahead),
        cause == null ? Severity.FINE : Severity.WARNING,
        cause,
        english);
  }
}
