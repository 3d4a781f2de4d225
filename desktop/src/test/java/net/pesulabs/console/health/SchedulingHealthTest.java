package net.pesulabs.console.health;

import static net.pesulabs.console.health.Pods.CREATED;
import static net.pesulabs.console.health.Pods.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchedulingHealthTest {

  private static final Instant NOW = CREATED.plus(Duration.ofMinutes(10));
  private static final String PREEMPTION =
      " preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.";

  static Stream<Arguments> words() {
    return Stream.of(
        argumentSet(
            "memory",
            "0/2 nodes are available: 2 Insufficient memory." + PREEMPTION,
            "unschedulable-resources",
            "memory"),
        argumentSet(
            "cpu and memory",
            "0/2 nodes are available: 1 Insufficient cpu, 2 Insufficient memory.",
            "unschedulable-resources",
            "processor"),
        argumentSet(
            "GPU",
            "0/2 nodes are available: 1 Insufficient amd.com/gpu, 1 node(s) didn't match Pod's node affinity/selector."
                + PREEMPTION,
            "unschedulable-resources",
            "amd.com/gpu"),
        argumentSet(
            "pods",
            "0/2 nodes are available: 2 Too many pods.",
            "unschedulable-resources",
            "number of pods"),
        argumentSet(
            "taint",
            "0/2 nodes are available: 2 node(s) had untolerated taint {gpu: only}." + PREEMPTION,
            "unschedulable-taint",
            "(gpu=only)"),
        argumentSet(
            "older words",
            "0/2 nodes are available: 2 node(s) had taint {node-role.kubernetes.io/control-plane: }, that the pod didn't tolerate.",
            "unschedulable-taint",
            "control-plane"),
        argumentSet(
            "newer words",
            "0/2 nodes are available: 2 node(s) had untolerated taint(s). no new claims to deallocate, preemption: x",
            "unschedulable-taint",
            "kept for others"),
        argumentSet(
            "cordoned",
            "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) were unschedulable.",
            "unschedulable-taint",
            "takes no new pods"),
        argumentSet(
            "node down",
            "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) had untolerated taint {node.kubernetes.io/unreachable: }."
                + PREEMPTION,
            "unschedulable-taint",
            "is down"),
        argumentSet(
            "unbound",
            "0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims."
                + PREEMPTION,
            "unschedulable-volume",
            "volume is missing"),
        argumentSet(
            "claim missing",
            "0/2 nodes are available: persistentvolumeclaim \"data\" not found.",
            "unschedulable-volume",
            "claim data is missing"),
        argumentSet(
            "volume elsewhere",
            "0/2 nodes are available: 1 Insufficient memory, 1 node(s) had volume node affinity conflict.",
            "unschedulable-volume",
            ""),
        argumentSet(
            "affinity",
            "0/2 nodes are available: 2 node(s) didn't match Pod's node affinity/selector.",
            "unschedulable-affinity",
            "none is of the kind"),
        argumentSet(
            "anti-affinity",
            "0/2 nodes are available: 2 node(s) didn't match pod anti-affinity rules.",
            "unschedulable-affinity",
            ""),
        argumentSet(
            "ports",
            "0/2 nodes are available: 2 node(s) didn't have free ports for the requested pod ports.",
            "unschedulable-ports",
            "port"),
        argumentSet(
            "words not known",
            "0/2 nodes are available: 2 node(s) are on strike.",
            "unschedulable",
            "No node can take it"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void tellsWhatIsInTheWay(String words, String cause, String english) {
    var pod = pod().unscheduled(words).build();
    Judged.as(PodHealth.diagnose(pod, NOW), Severity.CRITICAL, cause, english);
    Judged.as(PodHealth.diagnose(pod, CREATED.plusSeconds(5)), Severity.BUSY, null, "");
  }

  @Test
  void oneThatIsHeldBackIsGivenMoreTime() {
    var pod =
        pod()
            .unscheduled("Scheduling is blocked due to non-empty scheduling gates")
            .status("SchedulingGated")
            .build();
    Judged.as(PodHealth.diagnose(pod, CREATED.plusSeconds(90)), Severity.BUSY, null, "");
    Judged.as(PodHealth.diagnose(pod, NOW), Severity.WARNING, "scheduling-gated", "on purpose");
  }

  @Test
  void theEvidenceIsTheSchedulersOwnWords() {
    String words = "0/2 nodes are available: 2 Insufficient memory.";
    assertThat(PodHealth.diagnose(pod().unscheduled(words).build(), NOW).evidence())
        .containsExactly("PodScheduled=False", words);
  }
}
