package net.pesulabs.console.homelab.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done again and again.
 *
 * @param schedule as cron writes it
 * @param lastScheduled when a job was last made
 * @param lastSucceeded when one last ended well
 */
public record CronJob(
    Meta meta,
    String schedule,
    @Nullable String timeZone,
    boolean suspended,
    int active,
    @Nullable Instant lastScheduled,
    @Nullable Instant lastSucceeded)
    implements ClusterObject {}
