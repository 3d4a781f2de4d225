package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What one user of the pretend cluster may do. */
final class Rights {

  private record Rule(List<String> verbs, List<String> groups, List<String> resources) {

    boolean allows(String verb, String group, String resource) {
      return verbs.contains(verb) && groups.contains(group) && resources.contains(resource);
    }

    ObjectNode toJson() {
      return Json.object()
          .with("verbs", verbs)
          .with("apiGroups", groups)
          .with("resources", resources);
    }
  }

  private static final List<String> APPS =
      List.of("deployments", "statefulsets", "daemonsets", "replicasets");
  private static final List<String> BEYOND_VIEW = List.of("nodes", "leases", "services/proxy");
  private static final List<String> LOOK = List.of("get", "list", "watch");

  /** What everybody who is known may do, as by the ClusterRole system:basic-user. */
  private static final Rule BASIC =
      new Rule(
          List.of("create"),
          List.of("authorization.k8s.io"),
          List.of("selfsubjectaccessreviews", "selfsubjectrulesreviews"));

  /** Looks at everything but secrets, everywhere, and makes the usual small repairs. */
  static final Rights DEMO =
      new Rights(
          "demo",
          Set.of(),
          List.of(
              new Rule(
                  LOOK, List.of(""), List.of("nodes", "namespaces", "pods", "services", "events")),
              new Rule(
                  LOOK,
                  List.of(""),
                  List.of("configmaps", "persistentvolumeclaims", "persistentvolumes")),
              new Rule(List.of("get"), List.of(""), List.of("pods/log")),
              new Rule(List.of("get"), List.of(""), List.of("services/proxy")),
              new Rule(List.of("get", "list", "watch", "patch", "delete"), List.of("apps"), APPS),
              new Rule(
                  List.of("get", "patch", "update"),
                  List.of("apps"),
                  List.of("deployments/scale", "statefulsets/scale", "replicasets/scale")),
              new Rule(LOOK, List.of("batch"), List.of("jobs", "cronjobs")),
              new Rule(LOOK, List.of("coordination.k8s.io"), List.of("leases")),
              new Rule(LOOK, List.of("discovery.k8s.io"), List.of("endpointslices")),
              new Rule(LOOK, List.of("networking.k8s.io"), List.of("ingresses")),
              new Rule(LOOK, List.of("storage.k8s.io"), List.of("storageclasses")),
              new Rule(LOOK, List.of("apiextensions.k8s.io"), List.of("customresourcedefinitions")),
              new Rule(LOOK, List.of("bitnami.com"), List.of("sealedsecrets")),
              new Rule(LOOK, List.of("kustomize.toolkit.fluxcd.io"), List.of("kustomizations")),
              new Rule(LOOK, List.of("traefik.io"), List.of("ingressroutes")),
              new Rule(List.of("delete", "patch"), List.of(""), List.of("pods")),
              new Rule(List.of("patch"), List.of(""), List.of("nodes"))));

  /** Looks at what runs, but not at the machines it runs on, as the ClusterRole view does. */
  static final Rights NARROW =
      new Rights(
          "demo",
          Set.of(),
          Stream.concat(
                  Stream.of(
                      new Rule(
                          LOOK, List.of(""), List.of("namespaces", "pods", "services", "events"))),
                  DEMO.rules.stream()
                      .filter(rule -> Collections.disjoint(rule.resources, BEYOND_VIEW)))
              .toList());

  /** Looks at two namespaces, as by a RoleBinding to the ClusterRole view in each of them. */
  static final Rights FAMILY =
      new Rights(
          "family",
          Set.of("apps", "media"),
          List.of(
              new Rule(
                  LOOK,
                  List.of(""),
                  List.of(
                      "namespaces",
                      "pods",
                      "services",
                      "events",
                      "configmaps",
                      "persistentvolumeclaims")),
              new Rule(List.of("get"), List.of(""), List.of("pods/log")),
              new Rule(LOOK, List.of("apps"), APPS),
              new Rule(LOOK, List.of("batch"), List.of("jobs", "cronjobs")),
              new Rule(LOOK, List.of("discovery.k8s.io"), List.of("endpointslices")),
              new Rule(LOOK, List.of("networking.k8s.io"), List.of("ingresses"))));

  private final String user;
  private final Set<String> namespaces; // empty for the whole cluster
  private final List<Rule> rules;

  private Rights(String user, Set<String> namespaces, List<Rule> rules) {
    this.user = user;
    this.namespaces = namespaces;
    this.rules = rules;
  }

  String user() {
    return user;
  }

  void require(String verb, Target target) throws ApiFailure {
    Resource resource = target.resource();
    String name =
        target.sub().isEmpty() ? resource.plural() : resource.plural() + "/" + target.sub();
    if (!allows(verb, resource.group(), name, target.scope())) {
      throw ApiFailure.forbidden(user, verb, target);
    }
  }

  ObjectNode rulesReview(JsonNode asked) {
    Collection<ObjectNode> given =
        Stream.concat(rulesIn(asked.at("/spec/namespace").asText()), Stream.of(BASIC))
            .map(Rule::toJson)
            .toList();
    return Json.object()
        .with("kind", "SelfSubjectRulesReview")
        .with("apiVersion", "authorization.k8s.io/v1")
        .with("metadata", Json.object())
        .with("spec", Json.object())
        .with(
            "status",
            Json.object()
                .with("resourceRules", Json.arrayOf(given))
                .with(
                    "nonResourceRules",
                    Json.array(
                        Json.object()
                            .with("verbs", List.of("get"))
                            .with(
                                "nonResourceURLs",
                                List.of(
                                    "/api",
                                    "/api/*",
                                    "/apis",
                                    "/apis/*",
                                    "/healthz",
                                    "/livez",
                                    "/readyz",
                                    "/version",
                                    "/version/"))))
                .with("incomplete", false));
  }

  ObjectNode accessReview(JsonNode asked) {
    var attributes = asked.at("/spec/resourceAttributes");
    String sub = attributes.at("/subresource").asText();
    String resource = attributes.at("/resource").asText();
    boolean allowed =
        allows(
            attributes.at("/verb").asText(),
            attributes.at("/group").asText(),
            sub.isEmpty() ? resource : resource + "/" + sub,
            attributes.at("/namespace").asText());
    return Json.object()
        .with("kind", "SelfSubjectAccessReview")
        .with("apiVersion", "authorization.k8s.io/v1")
        .with("metadata", Json.object())
        .with("spec", asked.path("spec"))
        .with("status", Json.object("allowed", allowed));
  }

  private boolean allows(String verb, String group, String resource, String namespace) {
    return Stream.concat(rulesIn(namespace), Stream.of(BASIC))
        .anyMatch(rule -> rule.allows(verb, group, resource));
  }

  private Stream<Rule> rulesIn(String namespace) {
    return namespaces.isEmpty() || namespaces.contains(namespace) ? rules.stream() : Stream.empty();
  }
}
