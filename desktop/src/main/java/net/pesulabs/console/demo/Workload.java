package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that runs in the pretend cluster, as one line of {@link Household}; made step by step.
 */
final class Workload {

  /** What a workload is made of, and what comes of it. */
  static final List<Resource> KINDS =
      List.of(
          Resource.DEPLOYMENTS,
          Resource.STATEFULSETS,
          Resource.DAEMONSETS,
          Resource.REPLICASETS,
          Resource.CLAIMS,
          Resource.VOLUMES,
          Resource.PODS);

  private final Resource kind;
  private final String namespace;
  private final String name;
  private final String node; // empty for every node
  private final ArrayNode containers = Json.array();
  private final ArrayNode initContainers = Json.array();
  private String app;
  private final ArrayNode volumes = Json.array();
  private final ArrayNode claimTemplates = Json.array();
  private final Map<String, String> claims = new LinkedHashMap<>(); // sizes by name
  private String component = "";
  private String sub = "";
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
    first().set("ports", Json.array(entry));
    first().set("readinessProbe", Probes.tcp(number));
    return this;
  }

  /** Where its program says over HTTP, at its port, how it is. */
  Workload health(String path) {
    first().set("readinessProbe", Probes.http(path, port));
    first().set("livenessProbe", Probes.http(path, port));
    return this;
  }

  /** What the first container is promised of memory, and what it may take at most. */
  Workload memory(String request, String limit) {
    ObjectNode resources = first().withObject("/resources");
    resources.withObject("/requests").put("memory", request);
    resources.withObject("/limits").put("memory", limit);
    return this;
  }

  /** A volume of the first container's own: one a pod of a StatefulSet, else one for all. */
  Workload volume(String volume, String path, String size) {
    mount(volume, path);
    if (kind == Resource.STATEFULSETS) {
      claimTemplates.add(Storage.template(volume, size));
    } else {
      claims.put(name + "-" + volume, size);
      volumes.add(Storage.use(volume, name + "-" + volume));
    }
    return this;
  }

  /** A volume of the first container that comes of a claim made by somebody else. */
  Workload claim(String volume, String claim, String path) {
    mount(volume, path);
    volumes.add(Storage.use(volume, claim));
    return this;
  }

  /** A ConfigMap as a folder of the first container. */
  Workload config(String map, String path) {
    mount("config", path);
    volumes.add(
        Json.object()
            .with("name", "config")
            .with("configMap", Json.object("name", map, "defaultMode", 420)));
    return this;
  }

  /** It is reached from outside as {@code https://sub.pesulabs.net}. */
  Workload at(String subdomain) {
    sub = subdomain;
    return this;
  }

  /** A variable of the first container that comes from a Secret of its namespace. */
  Workload secretEnv(String variable, String secret, String key) {
    ObjectNode from = Json.object("secretKeyRef", Json.object("name", secret, "key", key));
    first().withArray("env").add(Json.object("name", variable, "valueFrom", from));
    return this;
  }

  Workload env(String variable, String value) {
    first().withArray("env").add(Json.object("name", variable, "value", value));
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

  /** The claims of what is no StatefulSet, not bound yet. */
  List<ObjectNode> toClaims(Names names, Instant created) {
    return claims.entrySet().stream()
        .map(claim ->
            Storage.claim(
                names,
                namespace,
                claim.getKey(),
                Storage.CLASS,
                claim.getValue(),
                labels(),
                created))
        .toList();
  }

  /** Its way in from outside; null where it has none. */
  @Nullable ObjectNode toIngress(Names names, Instant created) {
    return sub.isEmpty() ? null : Ways.ingress(names, namespace, name, sub, name, created);
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
                    .with(
                        "volumeClaimTemplates",
                        claimTemplates.isEmpty() ? null : claimTemplates.deepCopy())
                    .with(
                        "persistentVolumeClaimRetentionPolicy",
                        kind == Resource.STATEFULSETS
                            ? Json.object("whenDeleted", "Retain", "whenScaled", "Retain")
                            : null)
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
        .with("volumes", volumes.isEmpty() ? null : volumes.deepCopy())
        .with("restartPolicy", "Always")
        .with("terminationGracePeriodSeconds", 30)
        .with("dnsPolicy", hostNetwork ? "ClusterFirstWithHostNet" : "ClusterFirst")
        .with("nodeSelector", node.isEmpty() ? null : Json.object("kubernetes.io/hostname", node))
        .with("hostNetwork", hostNetwork ? true : null)
        .with("securityContext", Json.object())
        .with("schedulerName", "default-scheduler");
  }

  private ObjectNode first() {
    return (ObjectNode) containers.get(0);
  }

  private void mount(String volume, String path) {
    first().withArray("volumeMounts").add(Json.object("name", volume, "mountPath", path));
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
