package net.pesulabs.console.health;

import static net.pesulabs.console.health.Pods.CREATED;
import static net.pesulabs.console.health.Things.condition;
import static net.pesulabs.console.health.Things.leaving;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.cluster.Namespace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NamespaceHealthTest {

  private static final Instant NOW = CREATED.plus(Duration.ofHours(1));

  static Stream<Arguments> namespaces() {
    return Stream.of(
        argumentSet("stays", leaving(null), Severity.FINE, null, ""),
        argumentSet("goes", leaving(NOW.minusSeconds(60)), Severity.BUSY, null, ""),
        argumentSet(
            "finalizers",
            leaving(
                CREATED,
                condition(
                    "NamespaceContentRemaining",
                    "True",
                    "SomeResourcesRemain",
                    "Some resources are remaining: x.peers.test has 1 resource instances"),
                condition(
                    "NamespaceFinalizersRemaining",
                    "True",
                    "SomeFinalizersRemain",
                    "Some content in the namespace has finalizers remaining: peers.test/hold in 1 resource instances")),
            Severity.WARNING,
            "namespace-stuck",
            "its own cleaning up"),
        argumentSet(
            "discovery",
            leaving(
                CREATED,
                condition(
                    "NamespaceDeletionDiscoveryFailure",
                    "True",
                    "DiscoveryFailed",
                    "unable to retrieve the complete list of server APIs: metrics.k8s.io/v1beta1")),
            Severity.WARNING,
            "namespace-stuck",
            "does not answer"),
        argumentSet(
            "content",
            leaving(
                CREATED,
                condition(
                    "NamespaceContentRemaining",
                    "True",
                    "SomeResourcesRemain",
                    "Some resources are remaining: pods. has 1")),
            Severity.WARNING,
            "namespace-stuck",
            "has not gone yet"),
        argumentSet(
            "says nothing",
            leaving(CREATED),
            Severity.WARNING,
            "namespace-stuck",
            "does not say why"));
  }

  @ParameterizedTest
  @MethodSource("namespaces")
  void judges(Namespace namespace, Severity severity, @Nullable String cause, String english) {
    Judged.as(NamespaceHealth.diagnose(namespace, NOW), severity, cause, english);
  }
}
