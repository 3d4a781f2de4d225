package net.pesulabs.console.health;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.Pod.Container;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** A container that cannot be made as it is configured, and what is missing. */
final class ConfigHealth {

  private static final Set<String> REASONS =
      Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError");

  /** The kubelet's words: pkg/kubelet/kubelet_pods.go. */
  private static final Pattern NO_KEY =
      Pattern.compile("couldn't find key (\\S+) in (Secret|ConfigMap) (?:\\S+/)?([^\\s/]+)");

  private static final Pattern NO_OBJECT =
      Pattern.compile("(?i)\\b(secret|configmap) \"([^\"]+)\" not found");

  private static final Pattern NO_PROGRAM =
      Pattern.compile("exec: \"([^\"]+)\": .*(?:not found|no such file or directory)");

  private ConfigHealth() {}

  static Optional<Diagnosis> diagnose(Pod pod, Container container) {
    String reason = container.reason();
    if (!container.state().equals("waiting") || reason == null || !REASONS.contains(reason)) {
      return Optional.empty();
    }
    String message = container.message() == null ? "" : container.message();
    return Optional.of(
        Diagnosis.of(
            "container-config",
            Severity.CRITICAL,
            text(container.name(), message),
            advice(pod, message),
            Evidence.of(
                "container=" + container.name(),
                "reason=" + reason,
                Evidence.said("message", container.message())),
            pod.created()));
  }

  private static Message text(String container, String message) {
    Matcher key = NO_KEY.matcher(message);
    if (key.find()) {
      return Msg.configNoKey(container, key.group(1), key.group(2), key.group(3));
    }
    Missing missing = missing(message);
    if (missing != null) {
      return Msg.configNoObject(container, missing.kind, missing.name);
    }
    if (message.contains("runAsNonRoot") || message.contains("non-root")) {
      return Msg.configRunsAsRoot(container);
    }
    Matcher program = NO_PROGRAM.matcher(message);
    return program.find()
        ? Msg.configNoProgram(container, program.group(1))
        : Msg.podHealthContainerConfig(container);
  }

  private static Message advice(Pod pod, String message) {
    Matcher key = NO_KEY.matcher(message);
    if (key.find()) {
      return Msg.adviceConfigNoKey(
          key.group(1),
          "kubectl "
              + Kubectl.in(pod)
              + "describe "
              + key.group(2).toLowerCase(java.util.Locale.ROOT)
              + " "
              + key.group(3));
    }
    Missing missing = missing(message);
    if (missing != null) {
      return Msg.adviceConfigNoObject(missing.kind, missing.name, pod.namespace());
    }
    return message.contains("runAsNonRoot") || message.contains("non-root")
        ? Msg.adviceConfigRunsAsRoot()
        : Msg.adviceContainerConfig(Kubectl.describe("pod", pod));
  }

  /**
   * A Secret or ConfigMap that is not there.
   *
   * @param kind as in manifests
   */
  record Missing(String kind, String name) {}

  /** What a message says is not there; null where it says nothing of the kind. */
  static @Nullable Missing missing(String message) {
    Matcher object = NO_OBJECT.matcher(message);
    if (!object.find()) {
      return null;
    }
    String kind = object.group(1).equalsIgnoreCase("secret") ? "Secret" : "ConfigMap";
    return new Missing(kind, object.group(2));
  }
}
