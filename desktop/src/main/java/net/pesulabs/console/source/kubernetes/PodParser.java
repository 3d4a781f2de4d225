package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.pesulabs.console.homelab.cluster.Pod;
import org.jspecify.annotations.Nullable;

/** Reads a pod into the row we keep of it. */
final class PodParser implements Item.Parser<Pod> {

  @Override
  public Item<Pod> parse(JsonParser in) throws IOException {
    PodFacts pod = PodFacts.read(in);
    return new Item<>(row(pod), pod.metadata.resourceVersion);
  }

  private static Pod row(PodFacts pod) {
    PodStatus columns = PodStatus.of(pod);
    var metadata = pod.metadata;
    boolean unscheduled = pod.scheduled.status().equals("False");
    return new Pod(
        metadata.toMeta(),
        columns.status(),
        pod.phase,
        pod.node,
        pod.ip,
        pod.hostNetwork,
        Workloads.of(metadata),
        columns.ready(),
        columns.total(),
        columns.restarts(),
        columns.lastRestart(),
        pod.reason,
        pod.message,
        unscheduled ? words(pod.scheduled) : null,
        pod.ready.isTrue(),
        pod.started,
        containers(pod),
        List.copyOf(pod.claims));
  }

  /** The scheduler's message; its reason where it gives no message. */
  private static @Nullable String words(PodFacts.Condition condition) {
    return condition.message() == null ? blankToNull(condition.reason()) : condition.message();
  }

  /** In the order of the spec, init containers first. */
  private static List<Pod.Container> containers(PodFacts pod) {
    var containers =
        new ArrayList<Pod.Container>(pod.initContainers.size() + pod.containers.size());
    pod.initContainers.forEach(each -> containers.add(container(each, pod.initStatuses)));
    pod.containers.forEach(each -> containers.add(container(each, pod.statuses)));
    return List.copyOf(containers);
  }

  private static Pod.Container container(ContainerSpec declared, List<ContainerFacts> statuses) {
    ContainerFacts facts =
        statuses.stream()
            .filter(each -> each.name.equals(declared.name))
            .findFirst()
            .orElseGet(ContainerFacts::new); // not begun: no state yet
    ContainerFacts.State state = facts.state;
    ContainerFacts.State last = facts.last;
    return new Pod.Container(
        declared.name,
        declared.image,
        declared.init,
        declared.sidecar,
        state.kind(),
        blankToNull(state.reason()),
        state.message(),
        state.terminated() ? (Integer) state.exitCode() : null,
        state.since(),
        blankToNull(last.reason()),
        last.terminated() ? (Integer) last.exitCode() : null,
        facts.ready,
        facts.started,
        facts.restarts,
        declared.memoryLimitBytes(),
        declared.probes(),
        declared.gpus());
  }

  private static @Nullable String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
