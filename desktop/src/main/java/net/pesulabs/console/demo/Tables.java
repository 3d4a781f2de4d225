package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Quantity;

/**
 * The columns that kubectl prints; the first ones of each kind, as in pkg/printers/internalversion.
 */
final class Tables {

  private Tables() {}

  static ArrayNode columns(Resource resource) {
    if (Resource.CUSTOM.contains(resource)) {
      return PrinterColumns.columns(resource);
    }
    ArrayNode columns = Json.array();
    for (String name : names(resource)) {
      boolean wide = name.startsWith("+");
      columns.add(
          Json.object()
              .with("name", wide ? name.substring(1) : name)
              .with(
                  "type",
                  List.of("Desired", "Current", "Up-to-date", "Available").contains(name)
                      ? "integer"
                      : "string")
              .with("format", name.equals("Name") ? "name" : "")
              .with("description", "")
              .with("priority", wide ? 1 : 0));
    }
    return columns;
  }

  /** A name after a plus is shown by {@code -o wide} only. */
  private static List<String> names(Resource resource) {
    return switch (resource) {
      case PODS -> List.of("Name", "Ready", "Status", "Restarts", "Age", "+IP", "+Node");
      case NODES ->
          List.of(
              "Name",
              "Status",
              "Roles",
              "Age",
              "Version",
              "+Internal-IP",
              "+OS-Image",
              "+Kernel-Version",
              "+Container-Runtime");
      case NAMESPACES -> List.of("Name", "Status", "Age");
      case DEPLOYMENTS -> List.of("Name", "Ready", "Up-to-date", "Available", "Age");
      case STATEFULSETS -> List.of("Name", "Ready", "Age");
      case DAEMONSETS, REPLICASETS -> List.of("Name", "Desired", "Current", "Ready", "Age");
      case SERVICES -> List.of("Name", "Type", "Cluster-IP", "External-IP", "Port(s)", "Age");
      case EVENTS -> List.of("Last Seen", "Type", "Reason", "Object", "Message", "+Name");
      case JOBS -> List.of("Name", "Status", "Completions", "Age");
      case CRONJOBS -> List.of("Name", "Schedule", "Suspend", "Active", "Age");
      case SECRETS -> List.of("Name", "Age");
      default -> MoreTables.names(resource);
    };
  }

  static ArrayNode cells(Resource resource, ObjectNode o, Instant now) {
    if (Resource.CUSTOM.contains(resource)) {
      return PrinterColumns.cells(resource, o, now);
    }
    String name = o.at("/metadata/name").asText();
    String age = age(o.at("/metadata/creationTimestamp"), now);
    JsonNode status = o.path("status");
    return switch (resource) {
      case PODS -> pod(o, name, age, now);
      case NODES ->
          Json.array(
              name,
              nodeStatus(o),
              roles(o),
              age,
              o.at("/status/nodeInfo/kubeletVersion"),
              o.at("/status/addresses/0/address"),
              o.at("/status/nodeInfo/osImage"),
              o.at("/status/nodeInfo/kernelVersion"),
              o.at("/status/nodeInfo/containerRuntimeVersion"));
      case NAMESPACES -> Json.array(name, status.path("phase"), age);
      case DEPLOYMENTS ->
          Json.array(
              name,
              ready(o),
              status.path("updatedReplicas").asInt(),
              status.path("availableReplicas").asInt(),
              age);
      case STATEFULSETS -> Json.array(name, ready(o), age);
      case DAEMONSETS ->
          Json.array(
              name,
              status.path("desiredNumberScheduled").asInt(),
              status.path("currentNumberScheduled").asInt(),
              status.path("numberReady").asInt(),
              age);
      case REPLICASETS ->
          Json.array(
              name,
              o.at("/spec/replicas").asInt(),
              status.path("replicas").asInt(),
              status.path("readyReplicas").asInt(),
              age);
      case SERVICES ->
          Json.array(
              name,
              o.at("/spec/type"),
              o.at("/spec/clusterIP"),
              orNone(o.at("/status/loadBalancer/ingress/0/ip").asText()),
              ports(o),
              age);
      case EVENTS ->
          Json.array(
              age(o.path("lastTimestamp"), now),
              o.path("type"),
              o.path("reason"),
              o.at("/involvedObject/kind").asText().toLowerCase(Locale.ROOT)
                  + "/"
                  + o.at("/involvedObject/name").asText(),
              o.path("message"),
              name);
      case JOBS -> Json.array(name, jobStatus(o), status.path("succeeded").asInt() + "/1", age);
      case CRONJOBS ->
          Json.array(name, o.at("/spec/schedule"), "False", status.path("active").size(), age);
      case SECRETS -> Json.array(name, age);
      default -> MoreTables.cells(resource, o, now);
    };
  }

  private static ArrayNode pod(ObjectNode pod, String name, String age, Instant now) {
    int ready = 0;
    int restarts = 0;
    String last = "";
    String state = pod.at("/status/reason").asText(pod.at("/status/phase").asText());
    for (JsonNode container : pod.at("/status/containerStatuses")) {
      ready += container.path("ready").asBoolean() ? 1 : 0;
      restarts += container.path("restartCount").asInt();
      JsonNode ended = container.at("/lastState/terminated/finishedAt");
      last = restarts == 0 || ended.isMissingNode() ? last : " (" + age(ended, now) + " ago)";
      String waiting = container.at("/state/waiting/reason").asText();
      String over = container.at("/state/terminated/reason").asText();
      state = !waiting.isEmpty() ? waiting : !over.isEmpty() ? over : state;
    }
    if (pod.path("metadata").has("deletionTimestamp")) {
      state = "Terminating";
    }
    return Json.array(
        name,
        ready + "/" + pod.at("/spec/containers").size(),
        state,
        restarts + last,
        age,
        orNone(pod.at("/status/podIP").asText()),
        orNone(pod.at("/spec/nodeName").asText()));
  }

  private static String nodeStatus(ObjectNode node) {
    boolean ready =
        node.at("/status/conditions")
            .valueStream()
            .anyMatch(c ->
                c.path("type").asText().equals("Ready")
                    && c.path("status").asText().equals("True"));
    return (ready ? "Ready" : "NotReady")
        + (node.at("/spec/unschedulable").asBoolean() ? ",SchedulingDisabled" : "");
  }

  private static String jobStatus(ObjectNode job) {
    if (PodStatus.condition(job, "Failed").path("status").asText().equals("True")) {
      return "Failed";
    }
    return job.path("status").has("completionTime") ? "Complete" : "Running";
  }

  private static String roles(ObjectNode node) {
    String prefix = "node-role.kubernetes.io/";
    return orNone(
        node.at("/metadata/labels").properties().stream()
            .map(Map.Entry::getKey)
            .filter(label -> label.startsWith(prefix))
            .map(label -> label.substring(prefix.length()))
            .sorted()
            .collect(Collectors.joining(",")));
  }

  private static String ready(ObjectNode o) {
    return o.at("/status/readyReplicas").asInt() + "/" + o.at("/spec/replicas").asInt();
  }

  private static String ports(ObjectNode service) {
    return service
        .at("/spec/ports")
        .valueStream()
        .map(p -> p.path("port").asText() + "/" + p.path("protocol").asText())
        .collect(Collectors.joining(","));
  }

  static String age(JsonNode time, Instant now) {
    return time.asText().isEmpty() ? "<unknown>" : age(Instant.parse(time.asText()), now);
  }

  static String age(Instant time, Instant now) {
    return Quantity.duration(Duration.between(time, now)).in(Language.EN);
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "<none>" : text;
  }
}
