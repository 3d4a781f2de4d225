package net.pesulabs.console.homelab.cluster;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name under which pods are reached.
 *
 * @param type {@code ClusterIP}, {@code NodePort}, {@code LoadBalancer} or {@code ExternalName}
 * @param clusterIp empty for none, {@code None} for a headless one
 * @param selector the labels of its pods; empty where somebody else fills in the endpoints
 * @param externalName where it sends to, for the type of that name
 */
public record Service(
    Meta meta,
    String type,
    String clusterIp,
    Map<String, String> selector,
    List<Port> ports,
    @Nullable String externalName)
    implements ClusterObject {

  /**
   * A port of a service.
   *
   * @param target number or name of the pods' port
   */
  public record Port(
      String name, String protocol, int port, String target, @Nullable Integer nodePort) {}
}
