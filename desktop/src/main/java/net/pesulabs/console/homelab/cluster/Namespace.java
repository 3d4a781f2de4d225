package net.pesulabs.console.homelab.cluster;

import java.util.List;

/**
 * A namespace.
 *
 * @param phase {@code Active} or {@code Terminating}
 */
public record Namespace(Meta meta, String phase, List<Condition> conditions)
    implements ClusterObject {}
