package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** By what a kubelet says that it lives: one Lease a node, renewed every ten seconds. */
final class Leases {

  private static final String NAMESPACE = "kube-node-lease";
  private static final Duration RENEWED = Duration.ofSeconds(10);

  // A MicroTime always has its six decimals: k8s.io/apimachinery, RFC3339Micro.
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final ObjectStore store;

  Leases(ObjectStore store) {
    this.store = store;
  }

  static ObjectNode of(Names names, ObjectNode node, Instant created, Instant now) {
    String name = Meta.name(node);
    ObjectNode owner =
        Json.object()
            .with("apiVersion", "v1")
            .with("kind", "Node")
            .with("name", name)
            .with("uid", Meta.uid(node));
    ObjectNode lease =
        Json.object()
            .with(
                "metadata",
                Meta.of(names, NAMESPACE, name, created).with("ownerReferences", Json.array(owner)))
            .with(
                "spec",
                Json.object()
                    .with("holderIdentity", name)
                    .with("leaseDurationSeconds", 40)
                    .with("renewTime", MICROS.format(now)));
    ManagedFields.addUsual(lease, Resource.LEASES, now);
    return lease;
  }

  /** Renews the lease of a node that lives, where it is time for it. */
  void renew(String node, Instant now) {
    if (!now.isBefore(renewed(node).plus(RENEWED))) {
      store.update(
          key(node),
          lease -> {
            lease.withObject("/spec").put("renewTime", MICROS.format(now));
            return lease;
          });
    }
  }

  /** When a node was last heard of; the epoch where it has no lease. */
  Instant renewed(String node) {
    return store
        .get(key(node))
        .map(lease -> Json.timeAt(lease, "/spec/renewTime"))
        .orElse(Instant.EPOCH);
  }

  private static ObjectStore.Key key(String node) {
    return new ObjectStore.Key(Resource.LEASES, NAMESPACE, node);
  }
}
