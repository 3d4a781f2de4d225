package net.pesulabs.console.homelab.cluster;

import java.util.List;

/**
 * A kind of object that the API server serves.
 *
 * @param group of the API; empty for the core one
 * @param plural as in paths and RBAC rules
 * @param name as in manifests
 * @param namespaced whether its objects live in namespaces
 * @param fieldSelector which of its objects; empty for all
 * @param <T> the record that is kept of each object
 */
@SuppressWarnings("unused") // T ties a kind to its table
public record Kind<T extends ClusterObject>(
    String group,
    String version,
    String plural,
    String name,
    boolean namespaced,
    String fieldSelector) {

  public static final Kind<Node> NODES = new Kind<>("", "v1", "nodes", "Node", false);
  public static final Kind<Namespace> NAMESPACES =
      new Kind<>("", "v1", "namespaces", "Namespace", false);
  public static final Kind<Pod> PODS = new Kind<>("", "v1", "pods", "Pod", true);
  public static final Kind<Workload> DEPLOYMENTS =
      new Kind<>("apps", "v1", "deployments", "Deployment", true);
  public static final Kind<Workload> STATEFUL_SETS =
      new Kind<>("apps", "v1", "statefulsets", "StatefulSet", true);
  public static final Kind<Workload> DAEMON_SETS =
      new Kind<>("apps", "v1", "daemonsets", "DaemonSet", true);
  public static final Kind<Job> JOBS = new Kind<>("batch", "v1", "jobs", "Job", true);
  public static final Kind<CronJob> CRON_JOBS =
      new Kind<>("batch", "v1", "cronjobs", "CronJob", true);
  public static final Kind<Service> SERVICES = new Kind<>("", "v1", "services", "Service", true);
  public static final Kind<EndpointSlice> ENDPOINT_SLICES =
      new Kind<>("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", true);
  public static final Kind<Ingress> INGRESSES =
      new Kind<>("networking.k8s.io", "v1", "ingresses", "Ingress", true);

  /** A custom kind: a cluster without Traefik has none such. */
  public static final Kind<IngressRoute> INGRESS_ROUTES =
      new Kind<>("traefik.io", "v1alpha1", "ingressroutes", "IngressRoute", true);

  public static final Kind<VolumeClaim> VOLUME_CLAIMS =
      new Kind<>("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", true);
  public static final Kind<Event> EVENTS = new Kind<>("", "v1", "events", "Event", true);

  /** The events that tell of something wrong. */
  public static final Kind<Event> WARNINGS =
      new Kind<>("", "v1", "events", "Event", true, "type=Warning");

  /** The signs of life of the nodes; other leases say who of several leads. */
  public static final Kind<Lease> NODE_LEASES =
      new Kind<>(
          "coordination.k8s.io",
          "v1",
          "leases",
          "Lease",
          true,
          "metadata.namespace=kube-node-lease");

  /** The kinds that this program has a record of its own for. */
  public static final List<Kind<?>> KNOWN =
      List.of(
          NODES,
          NAMESPACES,
          PODS,
          DEPLOYMENTS,
          STATEFUL_SETS,
          DAEMON_SETS,
          JOBS,
          CRON_JOBS,
          SERVICES,
          ENDPOINT_SLICES,
          INGRESSES,
          INGRESS_ROUTES,
          VOLUME_CLAIMS,
          EVENTS,
          WARNINGS,
          NODE_LEASES);

  private Kind(String group, String version, String plural, String name, boolean namespaced) {
    this(group, version, plural, name, namespaced, "");
  }

  /** A kind found by asking the server; one of {@link #KNOWN} is to be used where it is there. */
  public static Kind<ListedObject> listed(
      String group, String version, String plural, String name, boolean namespaced) {
    return new Kind<>(group, version, plural, name, namespaced);
  }

  /** Of the part that tells most kinds apart: kinds are looked up at every change. */
  @Override
  public int hashCode() {
    return plural.hashCode();
  }

  /** As RBAC and kubectl write it, such as {@code deployments.apps}. */
  public String qualified() {
    return group.isEmpty() ? plural : plural + "." + group;
  }
}
