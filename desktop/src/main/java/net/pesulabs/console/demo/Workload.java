package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that runs in the pretend cluster, as one line of {@link Household}; made step by step.
 */
final class Workload {

  /** What a workload is made of. */
  static final List<Resource> KINDS =
      List.of(
          Resource.DEPLOYMENTS,
          Resource.STATEFULSETS,
          Resource.DAEMONSETS,
          Resource.REPLICASETS,
          Resource.PODS);

  private final Resource kind;
  private final String namespace;
  private final String name;
  private final String node; // empty for every node
  private final ArrayNode containers = Json.array();
  private final ArrayNode initContainers = Json.array();
  private String app;
  private String component = "";
  private int replicas = 1;
  private int port;
  private int daysOld = 90;
  private boolean hostNetwork;
  private boolean exposed;

  private Workload(Resource kind, String namespace, String name, String node) {
    this.kind = kind;
    this.namespace = namespace;
    this.name = name;
    this.node = node;
    this.app = name;
  }

  static Workload deployment(String namespace, String name, String node) {
    return new Workload(Resource.DEPLOYMENTS, namespace, name, node);
  }

  static Workload statefulSet(String namespace, String name, String node) {
    return new Workload(Resource.STATEFULSETS, namespace, name, node);
  }

  static Workload daemonSet(String namespace, String name, String node) {
    return new Workload(Resource.DAEMONSETS, namespace, name, node);
  }

  /** Another container, named as the workload where it is the first. */
  Workload image(String image) {
    return image(containers.isEmpty() ? name : image.replaceAll("^.*/|:.*$", ""), image);
  }

  Workload image(String container, String image) {
    containers.add(container(container, image));
    return this;
  }

  Workload init(String container, String image) {
    initContainers.add(container(container, image));
    return this;
  }

  /** The port of the first container, and of a service of the workload's name. */
  Workload port(int number) {
    port = number;
    ObjectNode entry = Json.object("containerPort", number, "protocol", "TCP");
    ((ObjectNode) containers.get(0)).set("ports", Json.array(entry));
    return this;
  }

  Workload env(String variable, String value) {
    ((ObjectNode) containers.get(0))
        .withArray("env")
        .add(Json.object("name", variable, "value", value));
    return this;
  }

  /** Part of a larger system: the labels of both. */
  Workload partOf(String system, String part) {
    app = system;
    component = part;
    return this;
  }

  Workload replicas(int count) {
    replicas = count;
    return this;
  }

  Workload daysOld(int days) {
    daysOld = days;
    return this;
  }

  Workload hostNetwork() {
    hostNetwork = true;
    return this;
  }

  /** Its service is reached from the home network, as with the ServiceLB of K3s. */
  Workload exposed() {
    exposed = true;
    return this;
  }

  int age() {
    return daysOld;
  }

  Resource kind() {
    return kind;
  }

  String namespace() {
    return namespace;
  }

  ObjectNode toObject(Names names, Instant created) {
    boolean deployment = kind == Resource.DEPLOYMENTS;
    boolean daemon = kind == Resource.DAEMONSETS;
    ObjectNode strategy =
        deployment
            ? Json.object()
                .with("type", "RollingUpdate")
                .with("rollingUpdate", Json.object("maxUnavailable", "25%", "maxSurge", "25%"))
            : Json.object("type", "RollingUpdate");
    ObjectNode object =
        Json.object()
            .with(
                "metadata",
                Json.object()
                    .with("name", name)
                    .with("namespace", namespace)
                    .with("uid", names.uid())
                    .with("generation", 1)
                    .with("creationTimestamp", created)
                    .with("labels", labels())
                    .with(
                        "annotations",
                        deployment ? Json.object("deployment.kubernetes.io/revision", "1") : null))
            .with(
                "spec",
                Json.object()
                    .with("replicas", daemon ? null : replicas)
                    .with("selector", Json.object("matchLabels", labels()))
                    .with(
                        "template",
                        Json.object("metadata", Json.object("labels", labels()), "spec", podSpec()))
                    .with("serviceName", kind == Resource.STATEFULSETS ? name : null)
                    .with(
                        "podManagementPolicy",
                        kind == Resource.STATEFULSETS ? "OrderedReady" : null)
                    .with(deployment ? "strategy" : "updateStrategy", strategy)
                    .with("revisionHistoryLimit", 10)
                    .with("progressDeadlineSeconds", deployment ? 600 : null))
            .with("status", Json.object());
    ManagedFields.addUsual(object, kind, created);
    return object;
  }

  /** Its service; null where it has no port. */
  @Nullable ObjectNode toService(Names names, String clusterIp, Instant created) {
    if (port == 0) {
      return null;
    }
    ObjectNode entry =
        Json.object()
            .with("name", "main")
            .with("protocol", "TCP")
            .with("port", port)
            .with("targetPort", port);
    ObjectNode service =
        Json.object()
            .with(
                "metadata",
                Json.object()
                    .with("name", name)
                    .with("namespace", namespace)
                    .with("uid", names.uid())
                    .with("creationTimestamp", created)
                    .with("labels", labels()))
            .with(
                "spec",
                Json.object()
                    .with("ports", Json.array(entry))
                    .with("selector", labels())
                    .with("clusterIP", clusterIp)
                    .with("clusterIPs", Json.array(clusterIp))
                    .with("type", exposed ? "LoadBalancer" : "ClusterIP")
                    .with("sessionAffinity", "None")
                    .with("ipFamilies", Json.array("IPv4"))
                    .with("ipFamilyPolicy", "SingleStack")
                    .with("internalTrafficPolicy", "Cluster"))
            .with("status", Json.object("loadBalancer", entrance()));
    ManagedFields.addUsual(service, Resource.SERVICES, created);
    return service;
  }

  ObjectNode podSpec() {
    return Json.object()
        .with("initContainers", initContainers.isEmpty() ? null : initContainers.deepCopy())
        .with("containers", containers.deepCopy())
        .with("restartPolicy", "Always")
        .with("terminationGracePeriodSeconds", 30)
        .with("dnsPolicy", hostNetwork ? "ClusterFirstWithHostNet" : "ClusterFirst")
        .with("nodeSelector", node.isEmpty() ? null : Json.object("kubernetes.io/hostname", node))
        .with("hostNetwork", hostNetwork ? true : null)
        .with("securityContext", Json.object())
        .with("schedulerName", "default-scheduler");
  }

  private ObjectNode entrance() {
    ObjectNode door = Json.object("ip", Nodes.ip(Nodes.ASUNA), "ipMode", "VIP");
    return exposed ? Json.object("ingress", Json.array(door)) : Json.object();
  }

  private ObjectNode labels() {
    return Json.object()
        .with("app.kubernetes.io/component", component.isEmpty() ? null : component)
        .with("app.kubernetes.io/name", app);
  }

  private static ObjectNode container(String name, String image) {
    return Json.object()
        .with("name", name)
        .with("image", image)
        .with(
            "resources",
            Json.object()
                .with("limits", Json.object("memory", "1Gi"))
                .with("requests", Json.object("cpu", "50m", "memory", "128Mi")))
        .with("terminationMessagePath", "/dev/termination-log")
        .with("terminationMessagePolicy", "File")
        .with("imagePullPolicy", "IfNotPresent");
  }
}
