package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** A container whose image does not exist: ErrImagePull and ImagePullBackOff in turn. */
final class ImagePull {

  private static final Duration ERROR = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofSeconds(20);
  private static final long TURN = ERROR.plus(PAUSE).toSeconds();

  private ImagePull() {}

  /** The pull has failed just now. */
  static void fail(ObjectNode pod, Happenings happenings, Instant now) {
    become(pod, "ErrImagePull", message(pod));
    tell(pod, happenings, now);
  }

  /** Says why the pull has failed. */
  static void tell(ObjectNode pod, Happenings happenings, Instant now) {
    String message = "Failed to pull image \"" + image(pod) + "\": " + message(pod);
    happenings.tell(pod, "Warning", "Failed", message, now);
  }

  /** Takes the pod to its next state once it is time for it. */
  static void step(ObjectNode pod, Happenings happenings, Instant now) {
    long elapsed = Duration.between(Json.timeAt(pod, "/status/startTime"), now).toSeconds();
    boolean error = elapsed % TURN < ERROR.toSeconds();
    boolean wasError =
        pod.at("/status/containerStatuses/0/state/waiting/reason").asText().equals("ErrImagePull");
    if (error && !wasError) {
      fail(pod, happenings, now);
    } else if (!error && wasError) {
      String message = "Back-off pulling image \"" + image(pod) + "\"";
      become(pod, "ImagePullBackOff", message + ": ErrImagePull: " + message(pod));
      happenings.tell(pod, "Normal", "BackOff", message, now);
    }
  }

  private static void become(ObjectNode pod, String reason, String message) {
    PodStatus.first(pod)
        .set("state", Json.object("waiting", Json.object("reason", reason, "message", message)));
  }

  private static String message(ObjectNode pod) {
    String image = image(pod);
    return "rpc error: code = NotFound desc = failed to pull and unpack image \"%s\": "
            .formatted(image)
        + "failed to resolve reference \"%s\": %s: not found".formatted(image, image);
  }

  private static String image(ObjectNode pod) {
    return pod.at("/spec/containers/0/image").asText();
  }
}
