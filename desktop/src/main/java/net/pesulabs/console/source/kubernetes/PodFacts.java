package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pod while it is read: what its row and its STATUS column are made of. */
final class PodFacts {

  /** A condition of the pod. */
  record Condition(String status, String reason, @Nullable String message) {
    static final Condition NONE = new Condition("", "", null);

    boolean isTrue() {
      return status.equals("True");
    }
  }

  final Metadata metadata = new Metadata();
  final List<ContainerSpec> initContainers = new ArrayList<>();
  final List<ContainerSpec> containers = new ArrayList<>();
  final List<ContainerFacts> initStatuses = new ArrayList<>();
  final List<ContainerFacts> statuses = new ArrayList<>();
  final List<String> claims = new ArrayList<>();
  @Nullable String node;
  @Nullable String ip;
  boolean hostNetwork;
  String phase = "";
  @Nullable String reason;
  @Nullable String message;
  @Nullable Instant started;
  Condition scheduled = Condition.NONE;
  Condition initialized = Condition.NONE;
  Condition ready = Condition.NONE;

  /** Reads the object the parser stands on. */
  static PodFacts read(JsonParser in) throws IOException {
    var pod = new PodFacts();
    Fields.each(
        in,
        (field, value) -> {
          switch (field) {
            case "metadata" -> pod.metadata.read(value);
            case "spec" -> Fields.each(value, pod::readSpec);
            case "status" -> Fields.each(value, pod::readStatus);
            default -> {
              // kind and apiVersion
            }
          }
        });
    return pod;
  }

  private void readSpec(String field, JsonParser value) throws IOException {
    switch (field) {
      case "nodeName" -> node = blankToNull(Fields.shared(value));
      case "hostNetwork" -> hostNetwork = Fields.isTrue(value);
      case "containers" ->
          Fields.elements(value, each -> containers.add(ContainerSpec.read(each, false)));
      case "initContainers" ->
          Fields.elements(value, each -> initContainers.add(ContainerSpec.read(each, true)));
      case "volumes" -> Fields.elements(value, this::readVolume);
      default -> {
        // affinity and the rest are fetched when somebody opens the pod
      }
    }
  }

  private void readStatus(String field, JsonParser value) throws IOException {
    switch (field) {
      case "phase" -> phase = Fields.shared(value);
      case "reason" -> reason = blankToNull(Fields.shared(value));
      case "message" -> message = blankToNull(Fields.textOrEmpty(value));
      case "podIP" -> ip = blankToNull(Fields.textOrEmpty(value));
      case "startTime" -> started = Fields.time(value);
      case "conditions" -> Fields.elements(value, this::readCondition);
      case "containerStatuses" ->
          Fields.elements(value, each -> statuses.add(ContainerFacts.read(each)));
      case "initContainerStatuses" ->
          Fields.elements(value, each -> initStatuses.add(ContainerFacts.read(each)));
      default -> {
        // hostIPs, qosClass and others
      }
    }
  }

  private void readCondition(JsonParser in) throws IOException {
    String[] texts = {"", "", "", null};
    Fields.each(
        in,
        (field, value) -> {
          switch (field) {
            case "type" -> texts[0] = Fields.shared(value);
            case "status" -> texts[1] = Fields.shared(value);
            case "reason" -> texts[2] = Fields.shared(value);
            case "message" -> texts[3] = blankToNull(Fields.textOrEmpty(value));
            default -> {
              // the times
            }
          }
        });
    var condition = new Condition(texts[1], texts[2], texts[3]);
    switch (texts[0]) {
      case "PodScheduled" -> scheduled = condition;
      case "Initialized" -> initialized = condition;
      case "Ready" -> ready = condition;
      default -> {
        // conditions that others have added
      }
    }
  }

  private void readVolume(JsonParser in) throws IOException {
    Fields.each(
        in,
        (field, value) -> {
          if (field.equals("persistentVolumeClaim")) {
            Fields.each(
                value,
                (part, name) -> {
                  if (part.equals("claimName")) {
                    claims.add(Fields.shared(name));
                  }
                });
          }
        });
  }

  private static @Nullable String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
