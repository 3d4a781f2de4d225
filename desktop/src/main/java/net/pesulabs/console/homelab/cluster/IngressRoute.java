package net.pesulabs.console.homelab.cluster;

import java.util.List;

/**
 * Which service answers for which host and path, in Traefik's own form (<a
 * href="https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/ingressroute/">
 * IngressRoute</a>).
 *
 * @param entryPoints the doors of Traefik it is served at; empty for all
 * @param secure whether it is served over TLS
 * @param secret the secret with its certificate; empty for Traefik's own one
 */
public record IngressRoute(
    Meta meta, List<String> entryPoints, List<Route> routes, boolean secure, String secret)
    implements ClusterObject {

  /**
   * Where some requests go.
   *
   * @param match the rule as it is written
   * @param where what it says of host and path, one for each of its alternatives; empty where it
   *     cannot be read
   */
  public record Route(String match, List<Where> where, List<Backend> backends) {}

  /**
   * What a request is for.
   *
   * @param host empty for any; with {@code ~} before it where it is a pattern
   * @param path empty for any; with {@code ~} before it where it is a pattern
   */
  public record Where(String host, String path) {}

  /**
   * Who answers.
   *
   * @param kind {@code Service}, or {@code TraefikService} for Traefik itself or a mix of services
   * @param port number or name of the service's port; empty where none is given
   */
  public record Backend(String kind, String namespace, String name, String port) {

    public boolean isService() {
      return kind.equals("Service");
    }
  }
}
