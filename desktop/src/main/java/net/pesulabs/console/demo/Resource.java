package net.pesulabs.console.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of object that the pretend API server serves. */
enum Resource {
  NODES("", "v1", "nodes", "Node", false, "no"),
  NAMESPACES("", "v1", "namespaces", "Namespace", false, "ns"),
  PODS("", "v1", "pods", "Pod", true, "po"),
  SERVICES("", "v1", "services", "Service", true, "svc"),
  SECRETS("", "v1", "secrets", "Secret", true, ""),
  EVENTS("", "v1", "events", "Event", true, "ev"),
  DEPLOYMENTS("apps", "v1", "deployments", "Deployment", true, "deploy"),
  STATEFULSETS("apps", "v1", "statefulsets", "StatefulSet", true, "sts"),
  DAEMONSETS("apps", "v1", "daemonsets", "DaemonSet", true, "ds"),
  REPLICASETS("apps", "v1", "replicasets", "ReplicaSet", true, "rs"),
  JOBS("batch", "v1", "jobs", "Job", true, ""),
  CRONJOBS("batch", "v1", "cronjobs", "CronJob", true, "cj");

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

  /** What may be typed for it; empty where there is nothing shorter. */
  String shortName() {
    return shortName;
  }
}
