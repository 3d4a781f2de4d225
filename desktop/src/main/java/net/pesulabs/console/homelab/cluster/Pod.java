package net.pesulabs.console.homelab.cluster;

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
 * @param claims the volume claims it mounts, by name
 */
public record Pod(
    Meta meta,
    String status,
    String phase,
    @Nullable String node,
    @Nullable String ip,
    boolean hostNetwork,
    WorkloadName workload,
    int readyContainers,
    int totalContainers,
    int restarts,
    @Nullable Instant lastRestart,
    @Nullable String reason,
    @Nullable String message,
    @Nullable String unscheduledBecause,
    boolean ready,
    @Nullable Instant started,
    List<Container> containers,
    List<String> claims)
    implements ClusterObject {

  /**
   * A container's state.
   *
   * @param init whether it runs before the others (a sidecar is one too, and says so)
   * @param state {@code waiting}, {@code running}, {@code terminated}, or {@code none} yet
   * @param reason of a waiting or terminated state, such as {@code CrashLoopBackOff}
   * @param exitCode of a terminated state
   * @param since when a running one was started, when a terminated one ended
   * @param lastReason why it ended before its last restart, such as {@code OOMKilled}
   * @param lastExitCode with which code
   * @param started whether its startup probe has passed, where it has one
   * @param memoryLimitBytes how much it may use; null for as much as the node has
   * @param gpus how many graphics cards are set apart for it
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
      @Nullable Instant since,
      @Nullable String lastReason,
      @Nullable Integer lastExitCode,
      boolean ready,
      boolean started,
      int restarts,
      @Nullable Long memoryLimitBytes,
      Probes probes,
      int gpus) {}

  /**
   * What the kubelet asks a container, in short, such as {@code GET :8080/healthz}; null where it
   * does not ask.
   */
  public record Probes(
      @Nullable String startup, @Nullable String liveness, @Nullable String readiness) {
    public static final Probes NONE = new Probes(null, null, null);
  }
}
