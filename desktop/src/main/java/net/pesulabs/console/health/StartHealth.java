package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.pesulabs.console.homelab.cluster.Event;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.Pod.Container;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** A pod that has a node and does not run there yet. */
final class StartHealth {

  /** Images of AI programs are large. */
  private static final Duration TO_START = Duration.ofMinutes(5);

  /** What runs first may have a model to fetch, or a database to wait for. */
  private static final Duration TO_PREPARE = Duration.ofMinutes(10);

  /** The kubelet's words, of one volume and of all that are awaited. */
  private static final Pattern VOLUME =
      Pattern.compile("(?:for volume \"([^\"]+)\"|unmounted volumes=\\[([^\\]]+)\\])");

  private StartHealth() {}

  static Diagnosis diagnose(Pod pod, Warnings warnings, Instant now) {
    Optional<Container> first =
        pod.containers().stream()
            .filter(each -> each.init() && !each.sidecar() && each.state().equals("running"))
            .findFirst();
    if (first.isPresent()) {
      return preparing(pod, first.get(), now);
    }
    Instant created = pod.created();
    if (created != null && now.isBefore(created.plus(TO_START))) {
      return Diagnosis.fine(Severity.BUSY, Msg.podHealthStarting());
    }
    Event why =
        warnings
            .last("FailedMount", "FailedAttachVolume", "FailedMapVolume", "FailedCreatePodSandBox")
            .orElse(null);
    return Diagnosis.of(
        "slow-start",
        Severity.WARNING,
        why == null ? Msg.podHealthSlowStart() : words(why),
        advice(pod, why),
        Evidence.of(
            "phase=Pending",
            "status=" + pod.status(),
            Evidence.said("node", pod.node()),
            Evidence.event(why)),
        created);
  }

  private static Diagnosis preparing(Pod pod, Container container, Instant now) {
    Instant since = container.since() == null ? pod.created() : container.since();
    if (since == null || now.isBefore(since.plus(TO_PREPARE))) {
      return Diagnosis.fine(Severity.BUSY, Msg.podHealthStarting());
    }
    return Diagnosis.of(
        "init-stuck",
        Severity.WARNING,
        Msg.podHealthInitStuck(container.name()),
        Msg.adviceInitStuck(Kubectl.logs(pod, container.name(), false)),
        Evidence.of("initContainer=" + container.name(), "state=running", "startedAt=" + since),
        since);
  }

  private static Message words(Event why) {
    if (why.reason().equals("FailedCreatePodSandBox")) {
      return Msg.startNoSandbox();
    }
    String volume = volume(why.message());
    ConfigHealth.Missing missing = ConfigHealth.missing(why.message());
    if (missing != null) {
      return Msg.startMissing(volume, missing.kind(), missing.name());
    }
    return why.message().contains("Multi-Attach")
        ? Msg.startVolumeInUse(volume)
        : Msg.startNoVolume(volume);
  }

  private static Message advice(Pod pod, @Nullable Event why) {
    ConfigHealth.Missing missing = why == null ? null : ConfigHealth.missing(why.message());
    return missing == null
        ? Msg.adviceSlowStart(Kubectl.describe("pod", pod))
        : Msg.adviceConfigNoObject(missing.kind(), missing.name(), pod.namespace());
  }

  private static String volume(String message) {
    Matcher volume = VOLUME.matcher(message);
    if (!volume.find()) {
      return "?";
    }
    return volume.group(1) == null ? volume.group(2) : volume.group(1);
  }
}
