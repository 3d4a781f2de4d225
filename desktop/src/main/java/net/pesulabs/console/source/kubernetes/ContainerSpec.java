package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import net.pesulabs.console.homelab.cluster.Pod;
import org.jspecify.annotations.Nullable;

/** A container as the pod's specification has it, while it is read. */
final class ContainerSpec {

  final boolean init;
  String name = "";
  String image = "";

  /** An init container that runs on: {@code restartPolicy: Always}. */
  boolean sidecar;

  private @Nullable BigDecimal memoryLimit;
  private int gpus;
  private @Nullable String startup;
  private @Nullable String liveness;
  private @Nullable String readiness;

  private ContainerSpec(boolean init) {
    this.init = init;
  }

  static ContainerSpec read(JsonParser in, boolean init) throws IOException {
    var container = new ContainerSpec(init);
    Fields.each(in, container::read);
    return container;
  }

  @Nullable Long memoryLimitBytes() {
    return memoryLimit == null ? null : (Long) memoryLimit.longValue();
  }

  int gpus() {
    return gpus;
  }

  Pod.Probes probes() {
    return startup == null && liveness == null && readiness == null
        ? Pod.Probes.NONE
        : new Pod.Probes(startup, liveness, readiness);
  }

  private void read(String field, JsonParser value) throws IOException {
    switch (field) {
      case "name" -> name = Fields.shared(value);
      case "image" -> image = Fields.shared(value);
      case "restartPolicy" -> sidecar = init && Fields.textOrEmpty(value).equals("Always");
      case "resources" -> Fields.each(value, this::readResources);
      case "startupProbe" -> startup = probe(value);
      case "livenessProbe" -> liveness = probe(value);
      case "readinessProbe" -> readiness = probe(value);
      default -> {
        // env, mounts and the rest are fetched when somebody opens the pod
      }
    }
  }

  private void readResources(String field, JsonParser value) throws IOException {
    if (field.equals("limits")) {
      Fields.each(
          value,
          (resource, amount) -> {
            if (resource.equals("memory")) {
              memoryLimit = Fields.amount(amount);
            } else if (resource.endsWith("/gpu")) { // amd.com/gpu and its like are always limits
              BigDecimal count = Fields.amount(amount);
              gpus += count == null ? 0 : count.intValue();
            }
          });
    }
  }

  /** In short, as a person would type it. */
  private static String probe(JsonParser in) throws IOException {
    String[] found = {"?"};
    Fields.each(
        in,
        (field, value) -> {
          switch (field) {
            case "httpGet" -> found[0] = http(value);
            case "tcpSocket" -> found[0] = "TCP :" + port(value);
            case "grpc" -> found[0] = "gRPC :" + port(value);
            case "exec" -> found[0] = command(value);
            default -> {
              // how often and how patiently
            }
          }
        });
    return found[0].intern();
  }

  private static String http(JsonParser in) throws IOException {
    String[] texts = {"HTTP", "", "/"};
    Fields.each(
        in,
        (field, value) -> {
          switch (field) {
            case "scheme" -> texts[0] = Fields.textOrEmpty(value);
            case "port" -> texts[1] = Fields.textOrEmpty(value);
            case "path" -> texts[2] = Fields.textOrEmpty(value);
            default -> {
              // host and headers
            }
          }
        });
    return texts[0] + " :" + texts[1] + texts[2];
  }

  private static String port(JsonParser in) throws IOException {
    String[] port = {""};
    Fields.each(
        in,
        (field, value) -> {
          if (field.equals("port")) {
            port[0] = Fields.textOrEmpty(value);
          }
        });
    return port[0];
  }

  private static String command(JsonParser in) throws IOException {
    var words = new StringBuilder();
    Fields.each(
        in,
        (field, value) ->
            Fields.elements(value, word -> words.append(' ').append(Fields.textOrEmpty(word))));
    return words.toString().strip();
  }
}
