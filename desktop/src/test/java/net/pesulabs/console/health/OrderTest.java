package net.pesulabs.console.health;

import static net.pesulabs.console.health.Containers.container;
import static net.pesulabs.console.health.Pods.pod;
import static net.pesulabs.console.health.Things.condition;
import static net.pesulabs.console.health.Things.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Condition;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Pod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever changed in whichever order, the concerns are those of what is there in the end. */
class OrderTest {

  private static final List<String> WORKLOADS = List.of("web", "api", "db");

  private record Slot<T extends ClusterObject>(Kind<T> kind, List<T> states, String uid) {
    void put(House house, int state) {
      if (state < states.size()) {
        house.put(kind, states.get(state));
      } else {
        house.remove(kind, uid);
      }
    }
  }

  private final List<Slot<?>> slots = new ArrayList<>();
  private final Random random = new Random();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
  void endsInWhatIsThere(long seed) {
    random.setSeed(seed);
    objects();
    int[] last = new int[slots.size()];
    try (var lived = new House();
        var fresh = new House()) {
      for (int i = 0; i < slots.size(); i++) {
        last[i] = Integer.MAX_VALUE; // not there
      }
      for (int change = 0; change < 600; change++) {
        int which = random.nextInt(slots.size());
        last[which] = random.nextInt(slots.get(which).states.size() + 1);
        slots.get(which).put(lived, last[which]);
      }
      for (int i = 0; i < slots.size(); i++) {
        slots.get(i).put(fresh, last[i]);
      }
      lived.health.tick();
      fresh.health.tick();
      assertThat(lived.health.sorted()).isEqualTo(fresh.health.sorted()).isNotEmpty();
      for (Slot<?> slot : slots) {
        lived.remove(slot.kind, slot.uid);
      }
      assertThat(lived.health.sorted()).isEmpty();
    }
  }

  private void objects() {
    add(
        Kind.NODES,
        Things.node("asuna", true),
        Things.node("asuna", null),
        Things.node("asuna", false));
    add(Kind.NODES, Things.node("pesubuntu", true, "DiskPressure"), Things.node("pesubuntu", null));
    Condition stuck = condition("Progressing", "False", "ProgressDeadlineExceeded", "timed out");
    Condition failed = condition("Failed", "True", "BackoffLimitExceeded", "limit");
    for (String workload : WORKLOADS) {
      add(
          Kind.DEPLOYMENTS,
          deployment(workload, 2, 2),
          deployment(workload, 2, 0, stuck),
          deployment(workload, 0, 0));
      add(Kind.SERVICES, Things.service(workload));
      add(
          Kind.ENDPOINT_SLICES,
          Things.slice(workload, true),
          Things.slice(workload, false),
          Things.slice(workload));
      add(Kind.INGRESSES, Things.ingress(workload, new Ingress.Rule("x", "/", workload, "80")));
      add(
          Kind.VOLUME_CLAIMS,
          Things.claim(workload, "Bound"),
          Things.claim(workload, "Lost"),
          Things.claim(workload, "Pending"));
      for (int i = 0; i < 3; i++) {
        add(Kind.PODS, pods(workload, workload + "-" + i));
      }
    }
    add(
        Kind.JOBS,
        Things.job("backup", "backup", failed),
        Things.job("backup", "backup", condition("Complete", "True", "", "")));
    add(
        Kind.CRON_JOBS,
        Things.cronJob("backup", false, Pods.CREATED, null),
        Things.cronJob("backup", false, Pods.CREATED, Pods.CREATED.plusSeconds(9)));
    add(
        Kind.PODS,
        pod("backup", "backup-a")
            .of("CronJob", "backup")
            .owner("Job", "job-backup")
            .phase("Failed")
            .build());
    add(
        Kind.WARNINGS,
        Things.event(
            "Pod", "pod-web-0", "spec.containers{web}", "Unhealthy", "Liveness probe failed: EOF"));
    add(
        Kind.WARNINGS,
        Things.event("PersistentVolumeClaim", "claim-db", "", "ProvisioningFailed", "no"));
  }

  private static Pod[] pods(String workload, String name) {
    Supplier<Pods> any = () -> pod(workload, name).claims(workload);
    var crash =
        container("web")
            .waiting("CrashLoopBackOff", "x")
            .restarts(4)
            .last("Error", 137)
            .probes(null, "TCP :80", null);
    return new Pod[] {
      any.get().build(),
      any.get().notReady().build(),
      any.get().node("pesubuntu").with(crash).build(),
      any.get()
          .unscheduled(
              "0/2 nodes are available: 2 node(s) had untolerated taint {node.kubernetes.io/unreachable: }.")
          .build(),
      any.get()
          .unscheduled("0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims.")
          .build(),
      any.get().phase("Succeeded").build(),
    };
  }

  @SafeVarargs
  private <T extends ClusterObject> void add(Kind<T> kind, T... states) {
    slots.add(new Slot<>(kind, List.of(states), states[0].uid()));
  }
}
