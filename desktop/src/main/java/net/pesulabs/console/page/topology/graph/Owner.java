package net.pesulabs.console.page.topology.graph;

import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.WorkloadName;
import org.jspecify.annotations.Nullable;

/**
 * What makes pods.
 *
 * @param object null for one of which only its pods tell
 */
record Owner(String kind, String namespace, String name, @Nullable ClusterObject object) {

  /** Null for a pod that stands alone, or that its node makes. */
  static @Nullable Owner of(Pod pod) {
    WorkloadName workload = pod.workload();
    return workload.kind().equals("Pod") || workload.kind().equals("Node")
        ? null
        : new Owner(workload.kind(), pod.namespace(), workload.name(), null);
  }

  static Owner of(String kind, ClusterObject object) {
    return new Owner(kind, object.namespace(), object.name(), object);
  }

  String id() {
    return Ids.of(kind, namespace, name);
  }
}
