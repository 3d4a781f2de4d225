package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of storage and of ways in, as in pkg/printers/internalversion. */
final class MoreTables {

  private static final Map<String, String> MODES =
      Map.of(
          "ReadWriteOnce", "RWO",
          "ReadOnlyMany", "ROX",
          "ReadWriteMany", "RWX",
          "ReadWriteOncePod", "RWOP");

  private MoreTables() {}

  static List<String> names(Resource resource) {
    return switch (resource) {
      case CLAIMS ->
          List.of(
              "Name",
              "Status",
              "Volume",
              "Capacity",
              "Access Modes",
              "StorageClass",
              "VolumeAttributesClass",
              "Age",
              "+VolumeMode");
      case VOLUMES ->
          List.of(
              "Name",
              "Capacity",
              "Access Modes",
              "Reclaim Policy",
              "Status",
              "Claim",
              "StorageClass",
              "VolumeAttributesClass",
              "Reason",
              "Age",
              "+VolumeMode");
      case STORAGE_CLASSES ->
          List.of(
              "Name",
              "Provisioner",
              "ReclaimPolicy",
              "VolumeBindingMode",
              "AllowVolumeExpansion",
              "Age");
      case INGRESSES -> List.of("Name", "Class", "Hosts", "Address", "Ports", "Age");
      case ENDPOINT_SLICES -> List.of("Name", "AddressType", "Ports", "Endpoints", "Age");
      case LEASES -> List.of("Name", "Holder", "Age");
      case CONFIGMAPS -> List.of("Name", "Data", "Age");
      case DEFINITIONS -> List.of("Name", "Created At");
      default -> throw new IllegalArgumentException(resource.kind());
    };
  }

  static ArrayNode cells(Resource resource, ObjectNode o, Instant now) {
    JsonNode name = o.at("/metadata/name");
    String age = Tables.age(o.at("/metadata/creationTimestamp"), now);
    JsonNode spec = o.path("spec");
    return switch (resource) {
      case CLAIMS ->
          Json.array(
              name,
              o.at("/status/phase"),
              spec.path("volumeName").asText(),
              o.at("/status/capacity/storage").asText(),
              modes(o.at("/status/accessModes")),
              spec.path("storageClassName").asText(),
              "<unset>",
              age,
              spec.path("volumeMode").asText());
      case VOLUMES ->
          Json.array(
              name,
              spec.at("/capacity/storage"),
              modes(spec.path("accessModes")),
              spec.path("persistentVolumeReclaimPolicy"),
              o.at("/status/phase"),
              o.at("/spec/claimRef/namespace").asText()
                  + "/"
                  + o.at("/spec/claimRef/name").asText(),
              spec.path("storageClassName"),
              "<unset>",
              "",
              age,
              spec.path("volumeMode"));
      case STORAGE_CLASSES ->
          Json.array(
              name.asText() + (Storage.isDefault(o) ? " (default)" : ""),
              o.path("provisioner"),
              o.path("reclaimPolicy"),
              o.path("volumeBindingMode"),
              o.path("allowVolumeExpansion").asBoolean(),
              age);
      case INGRESSES ->
          Json.array(
              name,
              spec.path("ingressClassName"),
              joined(spec.path("rules"), "/host"),
              joined(o.at("/status/loadBalancer/ingress"), "/ip"),
              spec.path("tls").isEmpty() ? "80" : "80, 443",
              age);
      case ENDPOINT_SLICES ->
          Json.array(
              name,
              o.path("addressType"),
              orUnset(joined(o.path("ports"), "/port")),
              orUnset(joined(o.path("endpoints"), "/addresses/0")),
              age);
      case LEASES -> Json.array(name, spec.path("holderIdentity"), age);
      case CONFIGMAPS -> Json.array(name, Integer.toString(o.path("data").size()), age);
      case DEFINITIONS -> Json.array(name, o.at("/metadata/creationTimestamp"));
      default -> throw new IllegalArgumentException(resource.kind());
    };
  }

  private static String modes(JsonNode modes) {
    return modes
        .valueStream()
        .map(mode -> MODES.getOrDefault(mode.asText(), mode.asText()))
        .collect(Collectors.joining(","));
  }

  /** The first three, and how many more there are. */
  private static String joined(JsonNode list, String pointer) {
    List<String> all =
        list.valueStream().map(each -> each.at(pointer).asText()).distinct().toList();
    String shown = all.stream().limit(3).collect(Collectors.joining(","));
    return all.size() <= 3 ? shown : shown + " + " + (all.size() - 3) + " more...";
  }

  private static String orUnset(String text) {
    return text.isEmpty() ? "<unset>" : text;
  }
}
