package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** What the demo's user may do: look at everything but secrets, and the usual small repairs. */
final class Rights {

  static final String USER = "demo";

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

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              List.of("get", "list", "watch"),
              List.of(""),
              List.of("nodes", "namespaces", "pods", "services", "events")),
          new Rule(List.of("get"), List.of(""), List.of("pods/log")),
          new Rule(List.of("get", "list", "watch", "patch", "delete"), List.of("apps"), APPS),
          new Rule(
              List.of("get", "patch", "update"),
              List.of("apps"),
              List.of("deployments/scale", "statefulsets/scale", "replicasets/scale")),
          new Rule(List.of("get", "list", "watch"), List.of("batch"), List.of("jobs", "cronjobs")),
          new Rule(List.of("delete", "patch"), List.of(""), List.of("pods")),
          new Rule(List.of("patch"), List.of(""), List.of("nodes")),
          new Rule(
              List.of("create"),
              List.of("authorization.k8s.io"),
              List.of("selfsubjectaccessreviews", "selfsubjectrulesreviews")));

  private Rights() {}

  static boolean allows(String verb, String group, String resource) {
    return RULES.stream().anyMatch(rule -> rule.allows(verb, group, resource));
  }

  static void require(String verb, Target target) throws ApiFailure {
    Resource resource = target.resource();
    String name =
        target.sub().isEmpty() ? resource.plural() : resource.plural() + "/" + target.sub();
    if (!allows(verb, resource.group(), name)) {
      throw ApiFailure.forbidden(USER, verb, target);
    }
  }

  static ObjectNode rulesReview() {
    Collection<ObjectNode> rules = RULES.stream().map(Rule::toJson).toList();
    return Json.object()
        .with("kind", "SelfSubjectRulesReview")
        .with("apiVersion", "authorization.k8s.io/v1")
        .with("metadata", Json.object())
        .with("spec", Json.object())
        .with(
            "status",
            Json.object()
                .with("resourceRules", Json.arrayOf(rules))
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

  static ObjectNode accessReview(JsonNode asked) {
    var attributes = asked.at("/spec/resourceAttributes");
    String sub = attributes.at("/subresource").asText();
    String resource = attributes.at("/resource").asText();
    boolean allowed =
        allows(
            attributes.at("/verb").asText(),
            attributes.at("/group").asText(),
            sub.isEmpty() ? resource : resource + "/" + sub);
    return Json.object()
        .with("kind", "SelfSubjectAccessReview")
        .with("apiVersion", "authorization.k8s.io/v1")
        .with("metadata", Json.object())
        .with("spec", asked.path("spec"))
        .with("status", Json.object("allowed", allowed));
  }
}
