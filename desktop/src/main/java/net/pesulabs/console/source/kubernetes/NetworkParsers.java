package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.homelab.cluster.EndpointSlice;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.IngressRoute;
import net.pesulabs.console.homelab.cluster.Meta;
import net.pesulabs.console.homelab.cluster.Service;
import org.jspecify.annotations.Nullable;

/** Reads what leads to pods. */
final class NetworkParsers {

  private NetworkParsers() {}

  static Service service(Meta meta, JsonNode object) {
    JsonNode spec = object.path("spec");
    return new Service(
        meta,
        spec.path("type").asText("ClusterIP").intern(),
        Tree.shared(spec.path("clusterIP")),
        Tree.texts(spec.path("selector")),
        Tree.list(
            spec.path("ports"),
            port ->
                new Service.Port(
                    Tree.shared(port.path("name")),
                    port.path("protocol").asText("TCP").intern(),
                    port.path("port").asInt(),
                    Tree.shared(port.path("targetPort")),
                    Tree.integer(port.path("nodePort")))),
        Tree.text(spec.path("externalName")));
  }

  static EndpointSlice endpointSlice(Meta meta, JsonNode object) {
    var endpoints = new ArrayList<EndpointSlice.Endpoint>();
    for (JsonNode endpoint : object.path("endpoints")) {
      JsonNode target = endpoint.path("targetRef");
      for (JsonNode address : endpoint.path("addresses")) {
        endpoints.add(
            new EndpointSlice.Endpoint(
                address.asText(),
                // "nil should be interpreted as true": EndpointConditions in discovery/v1
                endpoint.path("conditions").path("ready").asBoolean(true),
                target.path("kind").asText("").equals("Pod")
                    ? Tree.text(target.path("name"))
                    : null,
                Tree.text(endpoint.path("nodeName"))));
      }
    }
    return new EndpointSlice(
        meta,
        meta.labels().getOrDefault("kubernetes.io/service-name", ""),
        List.copyOf(endpoints),
        Tree.list(
            object.path("ports"),
            port ->
                new EndpointSlice.Port(
                    Tree.shared(port.path("name")),
                    port.path("protocol").asText("TCP").intern(),
                    port.path("port").asInt())));
  }

  static Ingress ingress(Meta meta, JsonNode object) {
    JsonNode spec = object.path("spec");
    var rules = new ArrayList<Ingress.Rule>();
    add(rules, "", "", spec.path("defaultBackend"));
    for (JsonNode rule : spec.path("rules")) {
      for (JsonNode path : rule.path("http").path("paths")) {
        add(
            rules,
            rule.path("host").asText(""),
            path.path("path").asText(""),
            path.path("backend"));
      }
    }
    return new Ingress(
        meta,
        Tree.text(spec.path("ingressClassName")),
        List.copyOf(rules),
        Tree.list(
            spec.path("tls"),
            tls ->
                new Ingress.Tls(
                    Tree.list(tls.path("hosts"), JsonNode::asText),
                    tls.path("secretName").asText(""))),
        Tree.list(
            object.path("status").path("loadBalancer").path("ingress"),
            each -> each.path("ip").asText(each.path("hostname").asText(""))));
  }

  static IngressRoute ingressRoute(Meta meta, JsonNode object) {
    JsonNode spec = object.path("spec");
    return new IngressRoute(
        meta,
        Tree.list(spec.path("entryPoints"), JsonNode::asText),
        Tree.list(
            spec.path("routes"),
            route -> {
              String match = route.path("match").asText("");
              return new IngressRoute.Route(
                  match,
                  MatchRule.read(match),
                  Tree.list(route.path("services"), service -> backend(meta, service)));
            }),
        spec.path("tls").isObject(),
        spec.path("tls").path("secretName").asText(""));
  }

  /** One of Traefik's own kind may be in a file of its, with a name like {@code api@internal}. */
  private static IngressRoute.Backend backend(Meta meta, JsonNode service) {
    String namespace = service.path("namespace").asText("");
    return new IngressRoute.Backend(
        service.path("kind").asText("Service").intern(),
        namespace.isEmpty() ? meta.namespace() : namespace.intern(),
        service.path("name").asText(""),
        service.path("port").asText(""));
  }

  /** A backend may also be an object of another kind; that is nobody's service. */
  private static void add(List<Ingress.Rule> rules, String host, String path, JsonNode backend) {
    @Nullable String service = Tree.text(backend.path("service").path("name"));
    if (service != null) {
      JsonNode port = backend.path("service").path("port");
      rules.add(
          new Ingress.Rule(
              host, path, service, port.path("name").asText(port.path("number").asText(""))));
    }
  }
}
