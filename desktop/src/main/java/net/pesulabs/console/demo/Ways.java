package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** The ways in from outside: Ingresses and IngressRoutes, both read by Traefik. */
final class Ways {

  /** The Secret with the certificate of all of them, one a namespace. */
  static final String CERTIFICATE = "pesulabs-net-tls";

  private static final String DOMAIN = ".pesulabs.net";

  private Ways() {}

  /** {@code https://sub.pesulabs.net/} to a service. */
  static ObjectNode ingress(
      Names names, String namespace, String name, String sub, String service, Instant created) {
    ObjectNode backend = Json.object("name", service, "port", Json.object("name", "main"));
    ObjectNode path =
        Json.object()
            .with("path", "/")
            .with("pathType", "Prefix")
            .with("backend", Json.object("service", backend));
    ObjectNode rule =
        Json.object("host", sub + DOMAIN, "http", Json.object("paths", Json.array(path)));
    ObjectNode door = Json.object("ip", Nodes.ip(Nodes.ASUNA)); // that of Traefik's service
    ObjectNode ingress =
        Json.object()
            .with(
                "metadata",
                Meta.of(names, namespace, name, created)
                    .with("generation", 1)
                    .with("labels", Json.object("app.kubernetes.io/name", name))
                    .with(
                        "annotations",
                        Json.object()
                            .with("traefik.ingress.kubernetes.io/router.entrypoints", "websecure")
                            .with("traefik.ingress.kubernetes.io/router.tls", "true")))
            .with(
                "spec",
                Json.object()
                    .with("ingressClassName", "traefik")
                    .with(
                        "tls",
                        Json.array(
                            Json.object("hosts", List.of(sub + DOMAIN), "secretName", CERTIFICATE)))
                    .with("rules", Json.array(rule)))
            .with("status", Json.object("loadBalancer", Json.object("ingress", Json.array(door))));
    ManagedFields.addUsual(ingress, Resource.INGRESSES, created);
    return ingress;
  }

  static List<ObjectNode> routes(Names names, Instant created) {
    ObjectNode dashboard = Json.object("name", "api@internal", "kind", "TraefikService");
    String match = "PathPrefix(`/dashboard`) || PathPrefix(`/api`)";
    return List.of(
        route(names, "kube-system", "traefik-dashboard", "traefik", match, dashboard, created),
        toService(names, "agentstack-api", "agentes", 8333, created),
        toService(names, "qdrant", "qdrant", 6333, created));
  }

  private static ObjectNode toService(
      Names names, String service, String sub, int port, Instant created) {
    ObjectNode target = Json.object("name", service, "port", port);
    String match = "Host(`%s`)".formatted(sub + DOMAIN);
    return route(names, "apps", service, "websecure", match, target, created);
  }

  private static ObjectNode route(
      Names names,
      String namespace,
      String name,
      String entryPoint,
      String match,
      ObjectNode service,
      Instant created) {
    ArrayNode routes =
        Json.array(
            Json.object()
                .with("kind", "Rule")
                .with("match", match)
                .with("services", Json.array(service)));
    boolean secure = entryPoint.equals("websecure");
    ObjectNode route =
        Json.object()
            .with("metadata", Meta.of(names, namespace, name, created).with("generation", 1))
            .with(
                "spec",
                Json.object()
                    .with("entryPoints", List.of(entryPoint))
                    .with("routes", routes)
                    .with("tls", secure ? Json.object("secretName", CERTIFICATE) : null));
    ManagedFields.addUsual(route, Resource.INGRESS_ROUTES, created);
    return route;
  }
}
