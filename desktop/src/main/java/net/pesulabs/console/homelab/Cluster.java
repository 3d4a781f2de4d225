package net.pesulabs.console.homelab;

/**
 * The Kubernetes API server that the pods and nodes come from.
 *
 * @param version as the server names it, such as {@code v1.33.4+k3s1}
 * @param complete whether the first list of every kind has arrived whole
 */
public record Cluster(String version, boolean complete) {}
