package net.pesulabs.console.health;

import java.util.List;

/** Which of two causes leads to the other: the one that stands first here. */
final class Causes {

  private static final List<String> FROM_THE_ROOT =
      List.of(
          "tailnet-off",
          "router-down",
          "wan-down",
          "dns-down",
          "node-silent",
          "node-not-ready",
          "node-lease-lost",
          "machine-offline",
          "node-pressure",
          MachineHealth.DISK,
          GpuHealth.MISSING,
          GpuHealth.VANISHED,
          GpuHealth.FAN_STOPPED,
          GpuHealth.SLOWED,
          GpuHealth.HOT,
          GpuHealth.SPILLING,
          GpuHealth.NEARLY_FULL,
          "clock-skew",
          "node-cordoned",
          "claim-lost",
          "claim-unbound",
          "claim-nearly-full",
          "quota",
          "pods-refused",
          "unschedulable-volume",
          "unschedulable-resources",
          "unschedulable-taint",
          "unschedulable-affinity",
          "unschedulable-ports",
          "unschedulable",
          "scheduling-gated",
          "image-name-wrong",
          "image-no-credentials",
          "image-registry-unreachable",
          "image-rate-limited",
          "image-wrong-platform",
          "image-not-present",
          "image-pull",
          "container-config",
          "out-of-memory",
          "init-failing",
          "crash-loop",
          "probe-failing",
          "init-stuck",
          "slow-start",
          "evicted",
          "stuck-terminating",
          "not-ready",
          "failed",
          "job-deadline",
          "job-failed",
          "cronjob-not-run",
          "cronjob-failing",
          "rollout-stuck",
          "replicas-short",
          "service-no-endpoints",
          "ingress-no-service",
          "ingress-no-secret");

  private Causes() {}

  /** The lower, the nearer to the root. */
  static int rank(String cause) {
    int rank = FROM_THE_ROOT.indexOf(cause);
    return rank < 0 ? FROM_THE_ROOT.size() : rank;
  }
}
