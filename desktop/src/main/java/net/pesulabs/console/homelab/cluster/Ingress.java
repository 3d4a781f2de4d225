package net.pesulabs.console.homelab.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which service answers for which host and path.
 *
 * @param ingressClass whose it is, such as {@code traefik}; null for the default one
 * @param addresses where it can be reached, as its controller reports
 */
public record Ingress(
    Meta meta,
    @Nullable String ingressClass,
    List<Rule> rules,
    List<Tls> tls,
    List<String> addresses)
    implements ClusterObject {

  /**
   * Where requests go.
   *
   * @param host empty for any
   * @param path empty for any
   * @param port number or name of the service's port; empty where none is given
   */
  public record Rule(String host, String path, String service, String port) {}

  /** The secret with the certificate for some hosts; empty for the controller's own one. */
  public record Tls(List<String> hosts, String secret) {}
}
