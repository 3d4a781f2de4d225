package net.pesulabs.console.health;

import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Pod;

/** Commands to look closer with, ready to be typed. */
final class Kubectl {

  private Kubectl() {}

  static String describe(String kind, ClusterObject object) {
    return "kubectl " + in(object) + "describe " + kind + " " + object.name();
  }

  static String delete(String kind, ClusterObject object) {
    return "kubectl " + in(object) + "delete " + kind + " " + object.name();
  }

  static String get(String kind, ClusterObject object, String options) {
    return "kubectl " + in(object) + "get " + kind + " " + object.name() + options;
  }

  static String logs(Pod pod, String container, boolean ofLastRun) {
    return "kubectl "
        + in(pod)
        + "logs "
        + pod.name()
        + " -c "
        + container
        + (ofLastRun ? " --previous" : "");
  }

  static String in(ClusterObject object) {
    return object.namespace().isEmpty() ? "" : "-n " + object.namespace() + " ";
  }
}
