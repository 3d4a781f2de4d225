package net.pesulabs.console.homelab.cluster;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign of life: the kubelet of each node renews one every ten seconds.
 *
 * @param renewed by the clock of whoever renews it
 * @param lifetime how long it is good for without being renewed
 */
public record Lease(
    Meta meta, @Nullable String holder, @Nullable Instant renewed, @Nullable Duration lifetime)
    implements ClusterObject {}
