package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** The probes of containers, and a readiness probe that fails. */
final class Probes {

  /** A path that no program of the house answers: see {@link Pods.Temper#NEVER_READY}. */
  static final String WRONG_PATH = "/api/v2/ready";

  private static final Duration PERIOD = Duration.ofSeconds(10);

  private Probes() {}

  static ObjectNode http(String path, int port) {
    ObjectNode get = Json.object().with("path", path).with("port", port).with("scheme", "HTTP");
    return Json.object("httpGet", get).setAll(usual());
  }

  static ObjectNode tcp(int port) {
    return Json.object("tcpSocket", Json.object("port", port)).setAll(usual());
  }

  /** The program runs, and says that it cannot be used. */
  static void fail(ObjectNode pod, Happenings happenings, Instant now) {
    if (Pods.isReady(pod)) {
      PodStatus.ready(pod, false, now);
    }
    JsonNode probe = pod.at("/spec/containers/0/readinessProbe");
    int code = probe.at("/httpGet/path").asText().equals(WRONG_PATH) ? 404 : 503;
    String message = "Readiness probe failed: HTTP probe failed with statuscode: " + code;
    happenings.repeat(pod, "Unhealthy", message, now, PERIOD);
  }

  private static ObjectNode usual() {
    return Json.object()
        .with("timeoutSeconds", 1)
        .with("periodSeconds", PERIOD.toSeconds())
        .with("successThreshold", 1)
        .with("failureThreshold", 3);
  }
}
