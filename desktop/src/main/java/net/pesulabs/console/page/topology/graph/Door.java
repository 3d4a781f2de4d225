package net.pesulabs.console.page.topology.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.IngressRoute;
import net.pesulabs.console.homelab.cluster.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A way in from outside the cluster: an Ingress, or an IngressRoute, which is Traefik's own form of
 * one.
 *
 * @param entrance the program that serves it, such as {@code traefik}; empty for the default one
 * @param secure whether it is served over TLS
 */
record Door(
    String id,
    String kind,
    ClusterObject object,
    String entrance,
    List<Target> targets,
    boolean secure,
    List<Certificate> certificates) {

  /**
   * Where requests go.
   *
   * @param host empty for any
   * @param path empty for any
   * @param service the id of the service's vertex; null for what is no service
   * @param name of the service, or of what else answers
   * @param port number or name; empty where none is given
   */
  record Target(String host, String path, @Nullable String service, String name, String port) {}

  /**
   * The certificate of some hosts.
   *
   * @param secret {@code namespace/name}
   */
  record Certificate(List<String> hosts, String secret) {

    /** Whether it is, or would be, that of a host. */
    boolean isFor(String host) {
      return hosts.isEmpty() || hosts.contains(host);
    }
  }

  /** What is applied together comes one after the other. */
  private static final Duration TO_BE_BACKED = Duration.ofSeconds(30);

  static Door of(Ingress ingress) {
    String namespace = ingress.namespace();
    String entrance = ingress.ingressClass();
    return new Door(
        Ids.of(Kind.INGRESSES.name(), ingress),
        Kind.INGRESSES.name(),
        ingress,
        entrance == null ? "" : entrance,
        ingress.rules().stream()
            .map(rule ->
                new Target(
                    rule.host(),
                    rule.path(),
                    Ids.of("Service", namespace, rule.service()),
                    rule.service(),
                    rule.port()))
            .toList(),
        !ingress.tls().isEmpty(),
        ingress.tls().stream()
            .filter(tls -> !tls.secret().isEmpty())
            .map(tls -> new Certificate(tls.hosts(), namespace + "/" + tls.secret()))
            .toList());
  }

  static Door of(IngressRoute route) {
    return new Door(
        Ids.of(Kind.INGRESS_ROUTES.name(), route),
        Kind.INGRESS_ROUTES.name(),
        route,
        "traefik",
        route.routes().stream().flatMap(Door::targets).toList(),
        route.secure(),
        route.secret().isEmpty()
            ? List.of()
            : List.of(new Certificate(List.of(), route.namespace() + "/" + route.secret())));
  }

  /** One whose rule cannot be read still leads somewhere: it is for no host that could be named. */
  private static Stream<Target> targets(IngressRoute.Route route) {
    List<IngressRoute.Where> where =
        route.where().isEmpty()
            ? List.of(new IngressRoute.Where("~" + route.match(), ""))
            : route.where();
    return where.stream()
        .flatMap(each ->
            route.backends().stream()
                .map(backend ->
                    new Target(
                        each.host(),
                        each.path(),
                        backend.isService()
                            ? Ids.of("Service", backend.namespace(), backend.name())
                            : null,
                        backend.name(),
                        backend.port())));
  }

  /** Whether what it leads to may come yet. */
  boolean isYoung(Instant now) {
    Instant created = object.created();
    return created != null && now.isBefore(created.plus(TO_BE_BACKED));
  }

  List<String> hosts() {
    return targets.stream().map(Target::host).distinct().toList();
  }
}
