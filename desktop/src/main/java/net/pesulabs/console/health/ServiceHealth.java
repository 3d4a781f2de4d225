package net.pesulabs.console.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.pesulabs.console.homelab.cluster.EndpointSlice;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.Service;
import net.pesulabs.console.homelab.cluster.Workload;
import net.pesulabs.console.i18n.Msg;

/** Whether anything answers under a service's name. */
final class ServiceHealth {

  /** What stands behind a new service may come a little later. */
  private static final Duration TO_BE_BACKED = Duration.ofMinutes(2);

  private ServiceHealth() {}

  /** Whether somebody is to answer: not a headless one, nor one whose addresses others fill in. */
  static boolean isToAnswer(Service service) {
    return !service.selector().isEmpty()
        && !service.type().equals("ExternalName")
        && !service.clusterIp().equals("None")
        && service.deleting() == null;
  }

  static boolean isAnswered(Collection<EndpointSlice> slices) {
    return slices.stream()
        .flatMap(slice -> slice.endpoints().stream())
        .anyMatch(EndpointSlice.Endpoint::ready);
  }

  static boolean selects(Service service, Map<String, String> labels) {
    return labels.entrySet().containsAll(service.selector().entrySet());
  }

  /**
   * A service that nobody answers for.
   *
   * @param pods those it selects, which are all there are
   * @param makers what would make such pods
   */
  static Diagnosis unanswered(Service service, List<Pod> pods, List<Workload> makers, Instant now) {
    Instant created = service.created();
    if (created != null && now.isBefore(created.plus(TO_BE_BACKED))) {
      return Diagnosis.fine(Severity.BUSY, Msg.serviceBusy());
    }
    List<Pod> serving = pods.stream().filter(ServiceHealth::mayServe).toList();
    if (serving.isEmpty()) {
      // Scaled to 0 on purpose, or its pods are about to come; if they do not, that is a finding.
      return makers.isEmpty() ? none(service) : Diagnosis.fine(Severity.BUSY, Msg.serviceBusy());
    }
    boolean coming =
        serving.stream().anyMatch(pod -> !PodHealth.of(pod, now).severity().wantsCare());
    return coming
        ? Diagnosis.fine(Severity.BUSY, Msg.serviceBusy())
        : Diagnosis.of(
            "service-no-endpoints",
            Severity.CRITICAL,
            Msg.serviceNoneReady(serving.size()),
            Msg.adviceServiceNoneReady(),
            Evidence.of(selector(service), "pods=" + serving.size(), "endpoints ready=0"),
            null);
  }

  private static Diagnosis none(Service service) {
    return Diagnosis.of(
        "service-no-endpoints",
        Severity.WARNING,
        Msg.serviceSelectsNothing(
            service.selector().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .sorted()
                .collect(Collectors.joining(", "))),
        Msg.adviceServiceSelectsNothing(
            "kubectl " + Kubectl.in(service) + "get pods --show-labels"),
        Evidence.of(selector(service), "pods=0"),
        null);
  }

  private static boolean mayServe(Pod pod) {
    return pod.deleting() == null
        && !pod.phase().equals("Succeeded")
        && !pod.phase().equals("Failed");
  }

  private static String selector(Service service) {
    return "selector=" + new java.util.TreeMap<>(service.selector());
  }
}
