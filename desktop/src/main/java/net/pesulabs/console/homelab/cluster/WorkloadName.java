package net.pesulabs.console.homelab.cluster;

/**
 * What a pod belongs to: its top owner as far as the pod itself tells.
 *
 * @param kind such as {@code Deployment}; {@code Pod} for one that stands alone
 */
public record WorkloadName(String kind, String name) {}
