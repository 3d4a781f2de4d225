package net.pesulabs.console.homelab.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the addresses behind a service.
 *
 * @param service its name; empty where the slice belongs to none
 */
public record EndpointSlice(Meta meta, String service, List<Endpoint> endpoints, List<Port> ports)
    implements ClusterObject {

  /**
   * An address that answers for the service.
   *
   * @param ready whether requests are sent there; true where nothing is said, as the API has it
   * @param pod the pod behind it; null for an address of another kind
   */
  public record Endpoint(
      String address, boolean ready, @Nullable String pod, @Nullable String node) {}

  /** A port of all its addresses. */
  public record Port(String name, String protocol, int port) {}
}
