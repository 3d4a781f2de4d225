package net.pesulabs.console.homelab.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An object of the cluster, as little of it as lists, rules and the map need. Immutable. */
public interface ClusterObject {

  Meta meta();

  default String uid() {
    return meta().uid();
  }

  default String namespace() {
    return meta().namespace();
  }

  default String name() {
    return meta().name();
  }

  default @Nullable Instant created() {
    return meta().created();
  }

  default @Nullable Instant deleting() {
    return meta().deleting();
  }

  /** {@code namespace/name}, as a person writes it; the name alone where there is no namespace. */
  default String qualifiedName() {
    return namespace().isEmpty() ? name() : namespace() + "/" + name();
  }
}
