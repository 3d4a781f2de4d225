package net.pesulabs.console.homelab.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every object of the cluster has.
 *
 * @param namespace empty for an object of the whole cluster
 * @param deleting when it is to be gone: the time of the request and the grace period after it
 * @param owner who manages it; null where nobody does
 * @param finalizers what must be done before a deleted object goes
 */
public record Meta(
    String uid,
    String namespace,
    String name,
    @Nullable Instant created,
    @Nullable Instant deleting,
    @Nullable Owner owner,
    Map<String, String> labels,
    List<String> finalizers) {

  /** The owner reference with {@code controller: true}. */
  public record Owner(String kind, String name, String uid) {}

  /** An object of which only the name matters. */
  public static Meta of(String uid, String namespace, String name, @Nullable Instant created) {
    return new Meta(uid, namespace, name, created, null, null, Map.of(), List.of());
  }
}
