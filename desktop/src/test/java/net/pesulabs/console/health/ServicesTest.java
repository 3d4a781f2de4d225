package net.pesulabs.console.health;

import static net.pesulabs.console.health.Pods.CREATED;
import static net.pesulabs.console.health.Pods.pod;
import static net.pesulabs.console.health.Things.deployment;
import static net.pesulabs.console.health.Things.ingress;
import static net.pesulabs.console.health.Things.service;
import static net.pesulabs.console.health.Things.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.SecretPresence;
import net.pesulabs.console.homelab.cluster.Service;
import net.pesulabs.console.homelab.cluster.Workload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What leads to pods. */
class ServicesTest {

  private static final Instant NOW = CREATED.plus(Duration.ofHours(1));

  static Stream<Arguments> unanswered() {
    Pod broken = pod().waiting("CrashLoopBackOff", 9, "Error", 1).build();
    Pod starting = pod().notReady().created(NOW.minusSeconds(20)).build();
    return Stream.of(
        argumentSet(
            "all crash",
            List.of(broken),
            List.of(),
            Severity.CRITICAL,
            "service-no-endpoints",
            "its one pod is not ready"),
        argumentSet("one is coming", List.of(broken, starting), List.of(), Severity.BUSY, null, ""),
        argumentSet(
            "nothing matches",
            List.of(),
            List.of(),
            Severity.WARNING,
            "service-no-endpoints",
            "no pod has app=web"),
        argumentSet(
            "only what has ended",
            List.of(pod().phase("Succeeded").build()),
            List.of(),
            Severity.WARNING,
            "service-no-endpoints",
            ""),
        argumentSet(
            "scaled to 0", List.of(), List.of(deployment("web", 0, 0)), Severity.BUSY, null, ""));
  }

  @ParameterizedTest
  @MethodSource("unanswered")
  void judgesWhereNobodyAnswers(
      List<Pod> pods,
      List<Workload> makers,
      Severity severity,
      @Nullable String cause,
      String english) {
    Judged.as(
        ServiceHealth.unanswered(service("web"), pods, makers, NOW), severity, cause, english);
    Judged.as(
        ServiceHealth.unanswered(service("web"), pods, makers, CREATED.plusSeconds(9)),
        Severity.BUSY,
        null,
        "");
  }

  @Test
  void onlySomeAreToAnswer() {
    assertThat(ServiceHealth.isToAnswer(service("web"))).isTrue();
    assertThat(ServiceHealth.isToAnswer(service("web", "ClusterIP", "None", Map.of("app", "web"))))
        .isFalse();
    assertThat(ServiceHealth.isToAnswer(service("web", "ClusterIP", "10.43.0.9", Map.of())))
        .isFalse();
    assertThat(ServiceHealth.isToAnswer(service("web", "ExternalName", "", Map.of("app", "web"))))
        .isFalse();
    assertThat(ServiceHealth.isAnswered(List.of(slice("web", false), slice("web", false, true))))
        .isTrue();
    assertThat(ServiceHealth.isAnswered(List.of(slice("web", false)))).isFalse();
    assertThat(ServiceHealth.isAnswered(List.of())).isFalse();
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        argumentSet("by number", "web", "80", null, ""),
        argumentSet("by name", "web", "http", null, ""),
        argumentSet(
            "no such service", "wbe", "80", "ingress-no-service", "there is no service wbe"),
        argumentSet("no such port", "web", "8080", "ingress-no-service", "has no port 8080"),
        argumentSet("somewhere else", "outside", "1234", null, ""));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void judgesWhereAnIngressLeads(
      String backend, String port, @Nullable String cause, String english) {
    Map<String, Service> there =
        Map.of("web", service("web"), "outside", service("outside", "ExternalName", "", Map.of()));
    var ingress =
        ingress(
            "web",
            new Ingress.Rule("web.pesulabs.net", "/", "web", "80"),
            new Ingress.Rule("n8n.pesulabs.net", "/x", backend, port));
    Judged.as(
        IngressHealth.diagnose(ingress, there::get, NOW),
        cause == null ? Severity.FINE : Severity.CRITICAL,
        cause,
        english);
  }

  @ParameterizedTest
  @CsvSource({
    "true, 60, FINE,",
    "false, 60, WARNING, ingress-no-secret",
    ", 60, FINE,",
    "false, 1, BUSY,"
  })
  void judgesItsCertificates(
      @Nullable Boolean present, int minutes, Severity severity, @Nullable String cause) {
    var ingress =
        new Ingress(
            Things.meta("ingress-web", "web"),
            null,
            List.of(),
            List.of(
                new Ingress.Tls(List.of("a.net"), ""),
                new Ingress.Tls(List.of("web.pesulabs.net"), "web-tls")),
            List.of());
    var known = present == null ? null : new SecretPresence("apps", "web-tls", present);
    Judged.as(
        IngressHealth.certificates(
            ingress,
            name -> name.equals("web-tls") ? known : null,
            CREATED.plus(Duration.ofMinutes(minutes))),
        severity,
        cause,
        cause == null ? "" : "web.pesulabs.net has no certificate of its own");
  }

  @Test
  void whatIsAppliedTogetherComesOneAfterTheOther() {
    var ingress = ingress("web", new Ingress.Rule("", "", "web", "80"));
    Judged.as(
        IngressHealth.diagnose(ingress, name -> null, CREATED.plusSeconds(2)),
        Severity.BUSY,
        null,
        "");
  }
}
