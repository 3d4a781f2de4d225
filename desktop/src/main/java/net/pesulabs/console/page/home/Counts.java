package net.pesulabs.console.page.home;

import org.jspecify.annotations.Nullable;

/**
 * How many machines and pods the cluster has, and how many are as they should be.
 *
 * @param nodesReady null where this login may not see the machines, as {@code nodesTotal}
 * @param podsTotal pods that should be ready: all but those that ended as they should
 */
record Counts(
    @Nullable Integer nodesReady,
    @Nullable Integer nodesTotal,
    int podsReady,
    int podsTotal,
    int podProblems) {}
