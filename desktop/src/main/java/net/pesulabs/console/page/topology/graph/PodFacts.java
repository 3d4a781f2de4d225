package net.pesulabs.console.page.topology.graph;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.pesulabs.console.homelab.cluster.CronJob;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.Workload;
import net.pesulabs.console.i18n.Msg;

/** The facts of pods, of groups of them, and of what makes them. */
final class PodFacts {

  private PodFacts() {}

  static void tell(Pod pod, PodBook book, Sheet sheet) {
    sheet.ofCluster(Msg.topologyFactStatus(), pod.status());
    sheet.ofCluster(
        Msg.topologyFactReady(), Msg.homeOf(pod.readyContainers(), pod.totalContainers()));
    sheet.ofCluster(Msg.topologyFactNamespace(), pod.namespace());
    sheet.ofCluster(Msg.topologyFactMachine(), pod.node());
    sheet.ofCluster(Msg.topologyFactOwner(), pod.workload().kind() + " " + pod.workload().name());
    sheet.ofCluster(Msg.topologyFactAddresses(), pod.ip());
    sheet.ofCluster(
        Msg.topologyFactImages(),
        pod.containers().stream()
            .map(Pod.Container::image)
            .distinct()
            .collect(Collectors.joining(", ")));
    if (pod.restarts() > 0) {
      sheet.ofCluster(Msg.topologyFactRestarts(), Integer.toString(pod.restarts()));
      sheet.ago(Msg.topologyFactLastRestart(), pod.lastRestart(), sheet.house().cluster());
    }
    sheet.ofCluster(Msg.topologyFactClaims(), String.join(", ", pod.claims()));
    sheet.ago(Msg.topologyFactMade(), pod.created(), sheet.house().cluster());
    sheet.age(sheet.house().cluster());
    sheet.found(book.finding(Ids.of(pod)).stream().toList());
    sheet.can(new Action.OpenPods(pod.name()));
    sheet.kubectl("-n " + pod.namespace() + " describe pod " + pod.name());
    sheet.kubectl("-n " + pod.namespace() + " logs " + pod.name() + " --all-containers");
  }

  /** A group of pods, such as those of a namespace on a machine. */
  static void group(Vertex vertex, Set<String> pods, PodBook book, Sheet sheet) {
    Vertex.Tally tally = vertex.tally();
    if (tally != null) {
      sheet.ofCluster(Msg.topologyFactReady(), Msg.homeOf(tally.well(), tally.total()));
    }
    sheet.age(sheet.house().cluster());
    sheet.pods(pods, book);
    switch (vertex.sort()) {
      case NAMESPACE -> namespace(vertex, sheet);
      case CLUSTER -> cluster(sheet);
      case UNSCHEDULED -> sheet.kubectl("get pods -A --field-selector=status.phase=Pending");
      default -> {
        // What it is tells itself what can be done.
      }
    }
  }

  static void cluster(Sheet sheet) {
    sheet
        .house()
        .cluster()
        .known()
        .ifPresent(known -> sheet.ofCluster(Msg.topologyFactClusterVersion(), known.version()));
    sheet.can(new Action.OpenPods(""));
    sheet.can(new Action.Examine("cluster"));
    sheet.kubectl("get nodes -o wide");
  }

  static void namespace(Vertex vertex, Sheet sheet) {
    String name = vertex.id().replaceFirst("^namespace/", "").replaceFirst("@.*$", "");
    sheet.ofCluster(Msg.topologyFactNamespace(), name);
    sheet.can(new Action.OpenPods(name));
    sheet.kubectl("-n " + name + " get all");
  }

  static void owner(Owner owner, Owners owners, Desk desk, Sheet sheet) {
    sheet.ofCluster(Msg.topologyFactKind(), owner.kind());
    sheet.ofCluster(Msg.topologyFactNamespace(), owner.namespace());
    switch (owner.object()) {
      case Workload workload -> workload(workload, sheet);
      case CronJob job -> {
        sheet.ofCluster(Msg.topologyFactSchedule(), job.schedule());
        sheet.ago(Msg.topologyFactLastRun(), job.lastScheduled(), sheet.house().cluster());
        sheet.ago(Msg.topologyFactLastSuccess(), job.lastSucceeded(), sheet.house().cluster());
        owners.jobsOf(owner.id()).forEach(each -> sheet.found(desk.health().about(each)));
      }
      case null, default -> {
        // Its pods tell.
      }
    }
    if (owner.object() != null) {
      sheet.ago(Msg.topologyFactMade(), owner.object().created(), sheet.house().cluster());
      sheet.found(desk.health().about(owner.object()));
    }
    sheet.can(new Action.OpenPods(owner.name()));
    sheet.kubectl(
        "-n "
            + owner.namespace()
            + " describe "
            + owner.kind().toLowerCase(Locale.ROOT)
            + " "
            + owner.name());
  }

  private static void workload(Workload workload, Sheet sheet) {
    Integer desired = workload.desired();
    sheet.ofCluster(
        Msg.topologyFactReady(),
        desired == null ? Msg.readingNotReported() : Msg.homeOf(workload.ready(), desired));
    sheet.ofCluster(
        Msg.topologyFactImages(),
        workload.images().stream().distinct().collect(Collectors.joining(", ")));
  }
}
