package net.pesulabs.console.health;

import static net.pesulabs.console.health.Containers.container;
import static net.pesulabs.console.health.Pods.CREATED;
import static net.pesulabs.console.health.Pods.pod;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigHealthTest {

  static Stream<Arguments> messages() {
    String config = "CreateContainerConfigError";
    return Stream.of(
        argumentSet(
            "key of a secret",
            config,
            "couldn't find key DB_PASSWORD in Secret apps/n8n-secrets",
            "the key DB_PASSWORD is missing in Secret n8n-secrets"),
        argumentSet(
            "key of a config map",
            config,
            "couldn't find key LOG_LEVEL in ConfigMap apps/n8n",
            "the key LOG_LEVEL is missing in ConfigMap n8n"),
        argumentSet(
            "secret",
            config,
            "secret \"n8n-secrets\" not found",
            "Secret n8n-secrets does not exist"),
        argumentSet(
            "config map", config, "configmap \"n8n\" not found", "ConfigMap n8n does not exist"),
        argumentSet(
            "root",
            config,
            "container has runAsNonRoot and image will run as root (pod: \"web-0_apps(uid-1)\", container: web)",
            "may not run as root"),
        argumentSet(
            "command",
            "RunContainerError",
            "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: \"/app/strat\": stat /app/strat: no such file or directory",
            "its command /app/strat does not exist"),
        argumentSet(
            "anything else",
            "CreateContainerError",
            "context deadline exceeded",
            "as it is configured"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void tellsWhatIsMissing(String reason, String message, String english) {
    var pod = pod().phase("Pending").with(container("web").waiting(reason, message)).build();
    Judged.as(PodHealth.diagnose(pod, CREATED), Severity.CRITICAL, "container-config", english);
  }
}
