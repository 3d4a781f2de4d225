package net.pesulabs.console.page.topology.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.pesulabs.console.homelab.cluster.CronJob;
import net.pesulabs.console.homelab.cluster.EndpointSlice;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.IngressRoute;
import net.pesulabs.console.homelab.cluster.Job;
import net.pesulabs.console.homelab.cluster.Meta;
import net.pesulabs.console.homelab.cluster.Service;
import net.pesulabs.console.homelab.cluster.Workload;
import net.pesulabs.console.page.HouseFixture;
import org.jspecify.annotations.Nullable;

/** Objects of the cluster as the map sees them. */
final class Samples {

  static final Instant CREATED = HouseFixture.NOW.minus(Duration.ofHours(30));

  private Samples() {}

  static Meta meta(String kind, String namespace, String name) {
    return Meta.of(kind + "-" + namespace + "-" + name, namespace, name, CREATED);
  }

  static Workload deployment(String namespace, String name, int desired, int ready) {
    return new Workload(
        meta("deployment", namespace, name),
        "Deployment",
        desired,
        desired,
        desired,
        ready,
        ready,
        true,
        false,
        List.of(),
        Map.of("app", name),
        List.of("ghcr.io/pesulabs/" + name + ":1.4.2"));
  }

  static Service service(String namespace, String name, String type) {
    return new Service(
        meta("service", namespace, name),
        type,
        "10.43.0.9",
        Map.of("app", name),
        List.of(new Service.Port("http", "TCP", 80, "8080", null)),
        null);
  }

  static Service external(String namespace, String name, String to) {
    return new Service(
        meta("service", namespace, name), "ExternalName", "", Map.of(), List.of(), to);
  }

  /** Of pods of the same namespace, by name, and whether each is ready. */
  static EndpointSlice slice(String namespace, String service, Map<String, Boolean> pods) {
    var endpoints = new ArrayList<EndpointSlice.Endpoint>();
    new TreeMap<>(pods)
        .forEach((pod, ready) ->
            endpoints.add(
                new EndpointSlice.Endpoint("10.42.0." + pod.length(), ready, pod, "asuna")));
    return new EndpointSlice(
        meta("slice", namespace, service),
        service,
        List.copyOf(endpoints),
        List.of(new EndpointSlice.Port("http", "TCP", 8080)));
  }

  static Ingress ingress(
      String namespace, String name, String host, String secret, String service) {
    return new Ingress(
        meta("ingress", namespace, name),
        null,
        List.of(new Ingress.Rule(host, "/", service, "80")),
        secret.isEmpty() ? List.of() : List.of(new Ingress.Tls(List.of(host), secret)),
        List.of("192.168.8.20"));
  }

  /** To a service, or to Traefik itself where that is empty. */
  static IngressRoute route(
      String namespace, String name, String host, String secret, String service) {
    var backend =
        service.isEmpty()
            ? new IngressRoute.Backend("TraefikService", namespace, "api@internal", "")
            : new IngressRoute.Backend("Service", namespace, service, "80");
    return new IngressRoute(
        meta("route", namespace, name),
        List.of("websecure"),
        List.of(
            new IngressRoute.Route(
                "Host(`" + host + "`)",
                List.of(new IngressRoute.Where(host, "")),
                List.of(backend))),
        !secret.isEmpty(),
        secret);
  }

  static CronJob cronJob(String namespace, String name) {
    return new CronJob(
        meta("cron", namespace, name), "0 3 * * *", null, false, 0, CREATED, CREATED);
  }

  static Job job(String namespace, String name, @Nullable String plan) {
    Meta plain = meta("job", namespace, name);
    var owner = plan == null ? null : new Meta.Owner("CronJob", plan, "cron-" + plan);
    return new Job(
        new Meta(plain.uid(), namespace, name, CREATED, null, owner, Map.of(), List.of()),
        1,
        0,
        1,
        0,
        false,
        CREATED,
        CREATED,
        List.of());
  }
}
