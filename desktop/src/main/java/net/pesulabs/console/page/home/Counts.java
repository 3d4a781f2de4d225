package net.pesulabs.console.page.home;

/**
 * How many machines and pods the cluster has, and how many are as they should be.
 *
 * @param podsTotal pods that should be ready: all but those that ended as they should
 */
record Counts(int nodesReady, int nodesTotal, int podsReady, int podsTotal, int podProblems) {}
