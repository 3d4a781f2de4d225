package net.pesulabs.console.health;

import java.util.Locale;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Job;
import net.pesulabs.console.homelab.cluster.Meta;
import net.pesulabs.console.homelab.cluster.Pod;

/** The names of what is to be mended, as {@link Concern#id()} has them. */
final class Groups {

  static final String TAILNET = "tailnet";

  private Groups() {}

  static String node(String name) {
    return "node/" + name;
  }

  /** What a pod belongs to; a static pod, which its node makes, stands alone. */
  static String of(Pod pod) {
    String kind = pod.workload().kind();
    return kind.equals("Node") || kind.equals("Pod")
        ? "pod/" + pod.qualifiedName()
        : workload(kind, pod.namespace(), pod.workload().name());
  }

  /** What makes a job again and again, else the job. */
  static String of(Job job) {
    Meta.Owner owner = job.meta().owner();
    return owner != null && owner.kind().equals("CronJob")
        ? workload("CronJob", job.namespace(), owner.name())
        : workload("Job", job.namespace(), job.name());
  }

  static String of(String kind, ClusterObject object) {
    return kind + "/" + object.qualifiedName();
  }

  static String workload(String kind, String namespace, String name) {
    return kind.toLowerCase(Locale.ROOT) + "/" + namespace + "/" + name;
  }
}
