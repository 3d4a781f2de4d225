package net.pesulabs.console.homelab;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pod, as little of it as lists, health and the map need; the whole object is fetched when
 * somebody opens it.
 *
 * @param status the STATUS column of {@code kubectl get pods}
 * @param phase {@code Pending}, {@code Running}, {@code Succeeded}, {@code Failed} or {@code
 *     Unknown}
 * @param node the name of its node; null until it has one
 * @param workload what it belongs to: its top owner as far as the pod itself tells
 * @param readyContainers of {@code containers}, as the READY column counts
 * @param restarts the RESTARTS column
 * @param lastRestart when a container last ended before its restart
 * @param reason why the pod as a whole is as it is, such as {@code Evicted}
 * @param unscheduledBecause the scheduler's words while no node fits
 * @param deleting when deletion was asked for
 */
public record Pod(
    String uid,
    String namespace,
    String name,
    String status,
    String phase,
    @Nullable String node,
    @Nullable String ip,
    boolean hostNetwork,
    Workload workload,
    int readyContainers,
    int totalContainers,
    int restarts,
    @Nullable Instant lastRestart,
    @Nullable String reason,
    @Nullable String message,
    @Nullable String unscheduledBecause,
    boolean ready,
    @Nullable Instant created,
    @Nullable Instant started,
    @Nullable Instant deleting,
    List<Container> containers) {

  /**
   * What a pod belongs to.
   *
   * @param kind such as {@code Deployment}; {@code Pod} for one that stands alone
   */
  public record Workload(String kind, String name) {}

  /**
   * A container's state.
   *
   * @param init whether it runs before the others (a sidecar is one too, and says so)
   * @param state {@code waiting}, {@code running}, {@code terminated}, or {@code none} yet
   * @param reason of a waiting or terminated state, such as {@code CrashLoopBackOff}
   * @param exitCode of a terminated state
   * @param lastReason why it ended before its last restart, such as {@code OOMKilled}
   * @param lastExitCode with which code
   */
  public record Container(
      String name,
      String image,
      boolean init,
      boolean sidecar,
      String state,
      @Nullable String reason,
      @Nullable String message,
      @Nullable Integer exitCode,
      @Nullable String lastReason,
      @Nullable Integer lastExitCode,
      boolean ready,
      int restarts) {}

  /** {@code namespace/name}, as a person writes it. */
  public String qualifiedName() {
    return namespace + "/" + name;
  }
}
