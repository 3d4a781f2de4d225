package net.pesulabs.console.page.pods;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import org.jspecify.annotations.Nullable;

/** A pod's columns in words. */
final class PodWords {

  /** What stands where the cluster told nothing. */
  static final Localized NONE = Localized.verbatim("–");

  private PodWords() {}

  static Localized ready(Pod pod) {
    return Localized.verbatim(pod.readyContainers() + "/" + pod.totalContainers());
  }

  /** As kubectl, the last restart told beside the count. */
  static Localized restarts(Pod pod, Instant now) {
    Instant last = pod.lastRestart();
    return pod.restarts() == 0 || last == null
        ? Quantity.number(pod.restarts(), 0)
        : Msg.podsRestarts(pod.restarts(), since(last, now));
  }

  static Localized age(Pod pod, Instant now) {
    return pod.created() == null ? NONE : since(pod.created(), now);
  }

  static Localized since(Instant then, Instant now) {
    return Quantity.duration(Duration.between(then, now));
  }

  static Localized workload(Pod pod) {
    return pod.workload().kind().equals("Pod")
        ? NONE
        : Localized.verbatim(pod.workload().kind() + "/" + pod.workload().name());
  }

  static Localized orNone(@Nullable String text) {
    return text == null || text.isEmpty() ? NONE : Localized.verbatim(text);
  }

  /** What lies behind the status: of the whole pod, else of the first container that tells. */
  static Localized reason(Pod pod) {
    return Stream.of(pod.reason(), pod.unscheduledBecause())
        .filter(Objects::nonNull)
        .map(Localized::verbatim)
        .findFirst()
        .or(() -> pod.containers().stream().flatMap(c -> reason(c).stream()).findFirst())
        .orElse(NONE);
  }

  /** Why a container is not running, or why it had to be started again. */
  private static Optional<Localized> reason(Pod.Container container) {
    if (container.state().equals("running") && container.ready()) {
      return Optional.empty();
    }
    if (container.lastReason() != null || container.lastExitCode() != null) {
      return Optional.of(ended(container.lastReason(), container.lastExitCode()));
    }
    if (container.state().equals("terminated") && !isSuccess(container)) {
      return Optional.of(ended(container.reason(), container.exitCode()));
    }
    return Optional.ofNullable(container.message()).map(Localized::verbatim);
  }

  private static boolean isSuccess(Pod.Container container) {
    return container.exitCode() != null && container.exitCode() == 0;
  }

  /** A reason and an exit code, as far as they are known. */
  static Localized ended(@Nullable String reason, @Nullable Integer exitCode) {
    if (exitCode == null) {
      return orNone(reason);
    }
    String code = Integer.toString(exitCode);
    return reason == null ? Msg.podsExitCode(code) : Msg.podsEnded(reason, code);
  }
}
