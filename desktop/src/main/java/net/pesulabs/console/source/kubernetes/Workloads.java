package net.pesulabs.console.source.kubernetes;

import java.util.regex.Pattern;
import net.pesulabs.console.homelab.cluster.Meta;
import net.pesulabs.console.homelab.cluster.WorkloadName;

/** Finds what a pod belongs to from the pod alone, without asking for its owner's owner. */
final class Workloads {

  /**
   * A CronJob names its jobs by the scheduled minute since 1970 (<a
   * href="https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/cronjob/utils.go">
   * getJobName</a>); by the second before Kubernetes 1.21. Fewer digits are somebody's own
   * numbering.
   */
  private static final Pattern OF_CRON_JOB = Pattern.compile("(.+)-\\d{8,11}");

  private Workloads() {}

  static WorkloadName of(Metadata pod) {
    Meta.Owner owner = pod.owner;
    if (owner == null) {
      return new WorkloadName("Pod", pod.name);
    }
    String name = owner.name();
    return switch (owner.kind()) {
      case "ReplicaSet" -> {
        // The hash makes the ReplicaSet's name unique; see the label's documentation.
        String suffix = "-" + pod.labels.getOrDefault("pod-template-hash", "");
        boolean deployment = suffix.length() > 1 && name.endsWith(suffix);
        yield deployment
            ? new WorkloadName("Deployment", cut(name, suffix.length()))
            : new WorkloadName("ReplicaSet", name);
      }
      case "Job" -> {
        var match = OF_CRON_JOB.matcher(name);
        yield match.matches()
            ? new WorkloadName("CronJob", match.group(1).intern())
            : new WorkloadName("Job", name);
      }
      default -> new WorkloadName(owner.kind(), name);
    };
  }

  private static String cut(String name, int count) {
    return name.substring(0, name.length() - count).intern();
  }
}
