package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The documents that say what the API server is and serves. */
final class Discovery {

  static final String VERSION = "v1.33.5+k3s1";

  /** What can be done to a kind, by those who may. */
  static final List<String> VERBS =
      List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

  private Discovery() {}

  /** The document at a path; empty where the path is none of these. */
  static Optional<ObjectNode> at(String path) {
    return switch (path.replaceAll("/+$", "")) {
      case "/version" -> Optional.of(version());
      case "/api" ->
          Optional.of(
              Json.object()
                  .with("kind", "APIVersions")
                  .with("versions", List.of("v1"))
                  .with(
                      "serverAddressByClientCIDRs",
                      Json.array(
                          Json.object(
                              "clientCIDR", "0.0.0.0/0", "serverAddress", "192.168.8.20:6443"))));
      case "/apis" ->
          Optional.of(
              Json.object()
                  .with("kind", "APIGroupList")
                  .with("apiVersion", "v1")
                  .with(
                      "groups",
                      Json.arrayOf(
                          groups().entrySet().stream()
                              .map(group -> group(group.getKey(), group.getValue()))
                              .toList())));
      case "/api/v1" -> Optional.of(resources("", "v1"));
      case "/apis/authorization.k8s.io/v1" -> Optional.of(reviews());
      case String other -> ofGroup(other);
    };
  }

  /** The versions of the named groups, one each, in order of their names. */
  static Map<String, String> groups() {
    Map<String, String> groups = new TreeMap<>(Map.of("authorization.k8s.io", "v1"));
    for (Resource resource : Resource.values()) {
      if (!resource.group().isEmpty()) {
        groups.put(resource.group(), resource.version());
      }
    }
    return groups;
  }

  /** {@code /apis/GROUP} and {@code /apis/GROUP/VERSION}. */
  private static Optional<ObjectNode> ofGroup(String path) {
    if (!path.startsWith("/apis/")) {
      return Optional.empty();
    }
    String asked = path.substring("/apis/".length());
    return groups().entrySet().stream()
        .flatMap(group -> {
          String groupVersion = group.getKey() + "/" + group.getValue();
          if (asked.equals(group.getKey())) {
            ObjectNode named = Json.object("kind", "APIGroup", "apiVersion", "v1");
            return Stream.of(named.<ObjectNode>setAll(group(group.getKey(), group.getValue())));
          }
          return asked.equals(groupVersion)
              ? Stream.of(resources(group.getKey(), groupVersion))
              : Stream.empty();
        })
        .findFirst();
  }

  private static ObjectNode version() {
    return Json.object()
        .with("major", "1")
        .with("minor", "33")
        .with("emulationMajor", "1")
        .with("emulationMinor", "33")
        .with("minCompatibilityMajor", "1")
        .with("minCompatibilityMinor", "32")
        .with("gitVersion", VERSION)
        .with("gitCommit", "9fc2a4d8c5f0b1e6d7a38b94c2e15f60718293a4")
        .with("gitTreeState", "clean")
        .with("buildDate", "2025-09-23T18:42:11Z")
        .with("goVersion", "go1.24.6")
        .with("compiler", "gc")
        .with("platform", "linux/amd64");
  }

  private static ObjectNode group(String name, String number) {
    ObjectNode version = Json.object("groupVersion", name + "/" + number, "version", number);
    return Json.object()
        .with("name", name)
        .with("versions", Json.array(version))
        .with("preferredVersion", version);
  }

  private static ObjectNode resources(String group, String groupVersion) {
    List<ObjectNode> list =
        Arrays.stream(Resource.values())
            .filter(resource -> resource.group().equals(group))
            .flatMap(Discovery::entries)
            .toList();
    return resourceList(groupVersion, Json.arrayOf(list));
  }

  private static Stream<ObjectNode> entries(Resource resource) {
    ObjectNode entry = entry(resource.plural(), resource.singular(), resource, VERBS);
    if (!resource.shortName().isEmpty()) {
      entry.set("shortNames", Json.array(resource.shortName()));
    }
    if (!resource.categories().isEmpty()) {
      entry.set("categories", Json.arrayOf(resource.categories()));
    }
    return switch (resource) {
      case PODS -> Stream.of(entry, entry("pods/log", "", resource, List.of("get")));
      case DEPLOYMENTS, STATEFULSETS, REPLICASETS -> Stream.of(entry, scale(resource));
      default -> Stream.of(entry);
    };
  }

  private static ObjectNode scale(Resource resource) {
    List<String> verbs = List.of("get", "patch", "update");
    return entry(resource.plural() + "/scale", "", resource, verbs)
        .put("group", "autoscaling")
        .put("version", "v1")
        .put("kind", "Scale");
  }

  private static ObjectNode entry(
      String name, String singular, Resource resource, List<String> verbs) {
    return Json.object()
        .with("name", name)
        .with("singularName", singular)
        .with("namespaced", resource.namespaced())
        .with("kind", resource.kind())
        .with("verbs", verbs);
  }

  private static ObjectNode reviews() {
    ArrayNode list = Json.array();
    for (String kind : List.of("SelfSubjectAccessReview", "SelfSubjectRulesReview")) {
      String singular = kind.toLowerCase(Locale.ROOT);
      list.add(
          Json.object()
              .with("name", singular + "s")
              .with("singularName", singular)
              .with("namespaced", false)
              .with("kind", kind)
              .with("verbs", List.of("create")));
    }
    return resourceList("authorization.k8s.io/v1", list);
  }

  private static ObjectNode resourceList(String groupVersion, ArrayNode resources) {
    return Json.object()
        .with("kind", "APIResourceList")
        .with("apiVersion", groupVersion.equals("v1") ? null : "v1")
        // the core group leaves it out
        .with("groupVersion", groupVersion)
        .with("resources", resources);
  }
}
