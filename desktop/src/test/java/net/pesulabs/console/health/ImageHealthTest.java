package net.pesulabs.console.health;

import static net.pesulabs.console.health.Containers.container;
import static net.pesulabs.console.health.Pods.CREATED;
import static net.pesulabs.console.health.Pods.pod;
import static net.pesulabs.console.health.Things.warned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageHealthTest {

  private static final String IMAGE = "ghcr.io/pesulabs/denied-429:1.4";

  /** As containerd says it to the kubelet, of any image. */
  private static String pull(String why) {
    return "rpc error: code = Unknown desc = failed to pull and unpack image \"%s\": failed to resolve reference \"%s\": %s"
        .formatted(IMAGE, IMAGE, why);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        argumentSet("tag", pull(IMAGE + ": not found"), "image-name-wrong", "does not exist"),
        argumentSet(
            "manifest",
            pull("unexpected status from HEAD request: manifest unknown"),
            "image-name-wrong",
            ""),
        argumentSet(
            "docker.io says both",
            pull(
                "pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed"),
            "image-no-credentials",
            "does not exist, or is private"),
        argumentSet(
            "docker itself",
            "Error response from daemon: pull access denied for web, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
            "image-no-credentials",
            "does not exist, or is private"),
        argumentSet(
            "no login",
            pull(
                "failed to authorize: failed to fetch oauth token: unexpected status from GET request to https://ghcr.io/token: 401 Unauthorized"),
            "image-no-credentials",
            "ghcr.io wants a login"),
        argumentSet(
            "ghcr",
            pull(
                "failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=x: 403 Forbidden"),
            "image-no-credentials",
            "wants a login"),
        argumentSet(
            "basic",
            pull(
                "pulling from host registry.lan failed with status code [manifests 1]: no basic auth credentials"),
            "image-no-credentials",
            ""),
        argumentSet(
            "dns",
            pull(
                "failed to do request: Head \"https://ghcr.io/v2/x/manifests/1\": dial tcp: lookup ghcr.io on 192.168.8.1:53: no such host"),
            "image-registry-unreachable",
            "ghcr.io cannot be reached"),
        argumentSet(
            "token dns",
            pull(
                "failed to authorize: failed to fetch anonymous token: Get \"https://auth.docker.io/token\": dial tcp: lookup auth.docker.io: Try again"),
            "image-registry-unreachable",
            ""),
        argumentSet(
            "timeout",
            pull(
                "failed to do request: Head \"https://ghcr.io/v2/\": dial tcp 140.82.121.33:443: i/o timeout"),
            "image-registry-unreachable",
            ""),
        argumentSet(
            "tls",
            pull(
                "failed to do request: Head \"https://ghcr.io/v2/\": net/http: TLS handshake timeout"),
            "image-registry-unreachable",
            ""),
        argumentSet(
            "ca",
            pull(
                "tls: failed to verify certificate: x509: certificate signed by unknown authority"),
            "image-registry-unreachable",
            ""),
        argumentSet(
            "limit",
            pull(
                "unexpected status code [manifests 1]: 429 Too Many Requests - Server message: toomanyrequests: You have reached your unauthenticated pull rate limit"),
            "image-rate-limited",
            "allows no more"),
        argumentSet(
            "platform",
            pull("no match for platform in manifest sha256:0d: not found"),
            "image-wrong-platform",
            "processor"),
        argumentSet("anything else", pull("disk is on holiday"), "image-pull", "Cannot fetch"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void tellsWhy(String message, String cause, String english) {
    for (String reason : new String[] {"ErrImagePull", "ImagePullBackOff"}) {
      Judged.as(diagnose(reason, message, Warnings.NONE), Severity.CRITICAL, cause, english);
    }
  }

  /** An older kubelet forgets why while it waits; the event says it still. */
  @ParameterizedTest
  @MethodSource("failures")
  void asksTheEventWhereTheStateSaysNothing(String message, String cause, String english) {
    var event = warned("web", "Failed", "Failed to pull image \"" + IMAGE + "\": " + message);
    var words = "Back-off pulling image \"" + IMAGE + "\"";
    Judged.as(diagnose("ImagePullBackOff", words, event), Severity.CRITICAL, cause, english);
  }

  @Test
  void knowsTheReasonsThatSayItThemselves() {
    var invalid =
        "Failed to apply default image tag \"We B\": couldn't parse image name \"We B\": invalid reference format";
    Judged.as(
        diagnose("InvalidImageName", invalid, Warnings.NONE),
        Severity.CRITICAL,
        "image-name-wrong",
        "");
    var never = "Container image \"" + IMAGE + "\" is not present with pull policy of Never";
    Judged.as(
        diagnose("ErrImageNeverPull", never, Warnings.NONE),
        Severity.CRITICAL,
        "image-not-present",
        "");
  }

  @Test
  void findsTheRegistryInTheName() {
    assertThat(ImageHealth.registry("nginx")).isEqualTo("docker.io");
    assertThat(ImageHealth.registry("pesulabs/web:1")).isEqualTo("docker.io");
    assertThat(ImageHealth.registry("localhost/web")).isEqualTo("localhost");
    assertThat(ImageHealth.registry("registry.lan:5000/web:1")).isEqualTo("registry.lan:5000");
  }

  private static Diagnosis diagnose(String reason, @Nullable String message, Warnings warnings) {
    var container = container("web").image(IMAGE).waiting(reason, message);
    return PodHealth.diagnose(pod().phase("Pending").with(container).build(), warnings, CREATED);
  }
}
