package net.pesulabs.console.homelab.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A persistent volume claim.
 *
 * @param phase {@code Pending}, {@code Bound} or {@code Lost}
 * @param volume the name of the volume it is bound to; null without one
 * @param storageClass null where none is named
 * @param requestedBytes how much it asks for
 * @param capacityBytes how much it has been given
 */
public record VolumeClaim(
    Meta meta,
    String phase,
    @Nullable String volume,
    @Nullable String storageClass,
    @Nullable Long requestedBytes,
    @Nullable Long capacityBytes,
    List<String> accessModes,
    List<Condition> conditions)
    implements ClusterObject {}
