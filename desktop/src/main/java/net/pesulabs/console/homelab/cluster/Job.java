package net.pesulabs.console.homelab.cluster;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done once.
 *
 * @param completions how many pods must succeed; null where one success is enough
 * @param failed how many pods have failed
 */
public record Job(
    Meta meta,
    @Nullable Integer completions,
    int active,
    int succeeded,
    int failed,
    boolean suspended,
    @Nullable Instant started,
    @Nullable Instant finished,
    List<Condition> conditions)
    implements ClusterObject {}
