package net.pesulabs.console.demo;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A kind of object that the pretend API server serves. */
enum Resource {
  NODES("", "v1", "nodes", "Node", false, "no"),
  NAMESPACES("", "v1", "namespaces", "Namespace", false, "ns"),
  PODS("", "v1", "pods", "Pod", true, "po"),
  SERVICES("", "v1", "services", "Service", true, "svc"),
  SECRETS("", "v1", "secrets", "Secret", true, ""),
  EVENTS("", "v1", "events", "Event", true, "ev"),
  CONFIGMAPS("", "v1", "configmaps", "ConfigMap", true, "cm"),
  CLAIMS("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", true, "pvc"),
  VOLUMES("", "v1", "persistentvolumes", "PersistentVolume", false, "pv"),
  DEPLOYMENTS("apps", "v1", "deployments", "Deployment", true, "deploy"),
  STATEFULSETS("apps", "v1", "statefulsets", "StatefulSet", true, "sts"),
  DAEMONSETS("apps", "v1", "daemonsets", "DaemonSet", true, "ds"),
  REPLICASETS("apps", "v1", "replicasets", "ReplicaSet", true, "rs"),
  JOBS("batch", "v1", "jobs", "Job", true, ""),
  CRONJOBS("batch", "v1", "cronjobs", "CronJob", true, "cj"),
  LEASES("coordination.k8s.io", "v1", "leases", "Lease", true, ""),
  ENDPOINT_SLICES("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", true, ""),
  INGRESSES("networking.k8s.io", "v1", "ingresses", "Ingress", true, "ing"),
  STORAGE_CLASSES("storage.k8s.io", "v1", "storageclasses", "StorageClass", false, "sc"),
  DEFINITIONS(
      "apiextensions.k8s.io",
      "v1",
      "customresourcedefinitions",
      "CustomResourceDefinition",
      false,
      "crd"),
  SEALED_SECRETS("bitnami.com", "v1alpha1", "sealedsecrets", "SealedSecret", true, ""),
  KUSTOMIZATIONS(
      "kustomize.toolkit.fluxcd.io", "v1", "kustomizations", "Kustomization", true, "ks"),
  INGRESS_ROUTES("traefik.io", "v1alpha1", "ingressroutes", "IngressRoute", true, "");

  /** The kinds that a CustomResourceDefinition brings. */
  static final Set<Resource> CUSTOM = EnumSet.of(SEALED_SECRETS, KUSTOMIZATIONS, INGRESS_ROUTES);

  /** What {@code kubectl get all} shows, besides kinds that are not served here. */
  private static final Set<Resource> ALL =
      EnumSet.of(
          PODS, SERVICES, DEPLOYMENTS, STATEFULSETS, DAEMONSETS, REPLICASETS, JOBS, CRONJOBS);

  private final String group;
  private final String version;
  private final String plural;
  private final String kind;
  private final boolean namespaced;
  private final String shortName;

  Resource(
      String group,
      String version,
      String plural,
      String kind,
      boolean namespaced,
      String shortName) {
    this.group = group;
    this.version = version;
    this.plural = plural;
    this.kind = kind;
    this.namespaced = namespaced;
    this.shortName = shortName;
  }

  static Optional<Resource> find(String group, String version, String plural) {
    return Arrays.stream(values())
        .filter(r -> r.group.equals(group) && r.version.equals(version) && r.plural.equals(plural))
        .findFirst();
  }

  /** Empty for the core group. */
  String group() {
    return group;
  }

  String version() {
    return version;
  }

  String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  String plural() {
    return plural;
  }

  String singular() {
    return kind.toLowerCase(Locale.ROOT);
  }

  /** As error messages name it, such as {@code deployments.apps}. */
  String qualified() {
    return group.isEmpty() ? plural : plural + "." + group;
  }

  String kind() {
    return kind;
  }

  boolean namespaced() {
    return namespaced;
  }

  /** Whether its objects have something else than a spec and a status. */
  boolean isWithoutStatus() {
    return switch (this) {
      case CONFIGMAPS, SECRETS, EVENTS, ENDPOINT_SLICES, STORAGE_CLASSES, LEASES -> true;
      default -> CUSTOM.contains(this); // a custom object has nothing that the server adds
    };
  }

  /** The groups of kinds that kubectl knows by one name. */
  List<String> categories() {
    return ALL.contains(this) ? List.of("all") : List.of();
  }

  /** What may be typed for it; empty where there is nothing shorter. */
  String shortName() {
    return shortName;
  }
}
