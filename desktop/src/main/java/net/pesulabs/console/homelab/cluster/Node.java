package net.pesulabs.console.homelab.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A machine of the cluster.
 *
 * @param ready the Ready condition; null where the node controller says Unknown
 * @param reason the Ready condition's reason
 * @param message the Ready condition's message
 * @param pressures the types of the pressure conditions that are true, such as {@code DiskPressure}
 * @param cordoned whether new pods are kept away
 * @param cordonedSince since when, where the taint tells
 * @param roles from the {@code node-role.kubernetes.io/} labels
 * @param cpus capacity in cores
 * @param memoryBytes capacity
 */
public record Node(
    Meta meta,
    @Nullable Boolean ready,
    @Nullable String reason,
    @Nullable String message,
    @Nullable Instant readySince,
    List<String> pressures,
    boolean cordoned,
    @Nullable Instant cordonedSince,
    List<String> roles,
    List<String> internalIps,
    String kubeletVersion,
    String osImage,
    String architecture,
    @Nullable Double cpus,
    @Nullable Long memoryBytes)
    implements ClusterObject {

  public Optional<String> internalIp() {
    return internalIps.stream().findFirst();
  }

  /** As {@code kubectl get nodes} says it. */
  public String status() {
    String base = ready == null ? "NotReady" : ready ? "Ready" : "NotReady";
    return cordoned ? base + ",SchedulingDisabled" : base;
  }
}
