package net.pesulabs.console.health;

import java.util.Optional;
import java.util.Set;
import net.pesulabs.console.homelab.cluster.Event;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.Pod.Container;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;

/** A container whose image cannot be fetched, and why not. */
final class ImageHealth {

  private static final Set<String> REASONS =
      Set.of(
          "ImagePullBackOff",
          "ErrImagePull",
          "InvalidImageName",
          "ErrImageNeverPull",
          "ImageInspectError",
          "RegistryUnavailable",
          "SignatureValidationFailed");

  private record Words(String cause, Message text, Message advice) {}

  private ImageHealth() {}

  static Optional<Diagnosis> diagnose(Pod pod, Container container, Warnings warnings) {
    String reason = container.reason();
    if (!container.state().equals("waiting") || reason == null || !REASONS.contains(reason)) {
      return Optional.empty();
    }
    PullError error = PullError.of(reason + " " + withoutImage(container.message(), container));
    Event failed = null;
    if (error == PullError.OTHER) {
      // While it waits, a kubelet before 1.31 says only: Back-off pulling image "…".
      failed = warnings.ofContainer(container.name(), "Failed", "Failed to pull").orElse(null);
      error = failed == null ? error : PullError.of(withoutImage(failed.message(), container));
    }
    Words words = words(error, pod, container.image());
    return Optional.of(
        Diagnosis.of(
            words.cause,
            Severity.CRITICAL,
            words.text,
            words.advice,
            Evidence.of(
                "container=" + container.name(),
                "image=" + container.image(),
                "reason=" + reason,
                Evidence.said("message", container.message()),
                Evidence.event(failed)),
            pod.created()));
  }

  /** An image may be called after anything, and its name must not be taken for the reason. */
  private static String withoutImage(@Nullable String message, Container container) {
    return message == null ? "" : message.replace(container.image(), "");
  }

  private static Words words(PullError error, Pod pod, String image) {
    return switch (error) {
      case NAME_WRONG ->
          new Words("image-name-wrong", Msg.imageNameWrong(image), Msg.adviceImageNameWrong());
      case MISSING_OR_PRIVATE ->
          new Words(
              "image-no-credentials",
              Msg.imageMissingOrPrivate(image),
              Msg.adviceImageMissingOrPrivate(pullSecret(pod, image)));
      case NO_CREDENTIALS ->
          new Words(
              "image-no-credentials",
              Msg.imageNoCredentials(image, registry(image)),
              Msg.adviceImageNoCredentials(pullSecret(pod, image)));
      case UNREACHABLE ->
          new Words(
              "image-registry-unreachable",
              Msg.imageUnreachable(image, registry(image)),
              Msg.adviceImageUnreachable(registry(image)));
      case RATE_LIMITED ->
          new Words(
              "image-rate-limited",
              Msg.imageRateLimited(image, registry(image)),
              Msg.adviceImageRateLimited());
      case WRONG_PLATFORM ->
          new Words(
              "image-wrong-platform", Msg.imageWrongPlatform(image), Msg.adviceImagePlatform());
      case NEVER_PULLED ->
          new Words("image-not-present", Msg.imageNotPresent(image), Msg.adviceImageNotPresent());
      case OTHER ->
          new Words(
              "image-pull",
              Msg.podHealthImagePull(image),
              Msg.adviceImagePull(Kubectl.describe("pod", pod)));
    };
  }

  private static String pullSecret(Pod pod, String image) {
    return "kubectl "
        + Kubectl.in(pod)
        + "create secret docker-registry NAME --docker-server="
        + registry(image)
        + " --docker-username=… --docker-password=…";
  }

  /** The host of an image's name; Docker's where it has none, as all of them do. */
  static String registry(String image) {
    int slash = image.indexOf('/');
    String first = slash < 0 ? "" : image.substring(0, slash);
    boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
    return host ? first : "docker.io";
  }
}
