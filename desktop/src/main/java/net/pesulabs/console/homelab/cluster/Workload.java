package net.pesulabs.console.homelab.cluster;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Deployment, StatefulSet or DaemonSet: what keeps a number of pods alike and alive.
 *
 * @param kind {@code Deployment}, {@code StatefulSet} or {@code DaemonSet}
 * @param desired how many pods it is to have; null where nothing tells
 * @param pods how many it has
 * @param updated how many of them are of its present template
 * @param available ready for as long as it asks for
 * @param observed whether its controller has seen its present specification
 * @param selector the labels of its pods
 * @param images of its template, init containers first
 */
public record Workload(
    Meta meta,
    String kind,
    @Nullable Integer desired,
    int pods,
    int updated,
    int ready,
    int available,
    boolean observed,
    boolean paused,
    List<Condition> conditions,
    Map<String, String> selector,
    List<String> images)
    implements ClusterObject {}
