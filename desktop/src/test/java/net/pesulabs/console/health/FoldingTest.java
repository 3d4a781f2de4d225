package net.pesulabs.console.health;

import static net.pesulabs.console.health.Containers.container;
import static net.pesulabs.console.health.Pods.CREATED;
import static net.pesulabs.console.health.Pods.pod;
import static net.pesulabs.console.health.Things.condition;
import static net.pesulabs.console.health.Things.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.cluster.Condition;
import net.pesulabs.console.homelab.cluster.Coverage;
import net.pesulabs.console.homelab.cluster.Ingress;
import net.pesulabs.console.homelab.cluster.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parents fold children: what is to be mended is told once. */
class FoldingTest {

  private static final Condition STUCK =
      condition("Progressing", "False", "ProgressDeadlineExceeded", "timed out progressing");

  private static final String NODE_GONE =
      "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, "
          + "1 node(s) had untolerated taint {node.kubernetes.io/unreachable: }.";

  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  private static Pods crashing(String workload, String name) {
    return pod(workload, name)
        .with(
            container("web").waiting("CrashLoopBackOff", "back-off").restarts(9).last("Error", 1));
  }

  @Test
  void aNodeDownIsOneConcernNotForty() {
    house.put(Kind.NODES, Things.node("asuna", true));
    for (int i = 0; i < 40; i++) {
      house.put(pod("web-" + i, "web-" + i + "-x").notReady());
    }
    assertThat(house.concerns()).hasSize(40);
    house.put(Kind.DEPLOYMENTS, deployment("web-3", 1, 0, STUCK));
    house.put(Kind.NODES, Things.node("asuna", null));
    assertThat(house.concerns())
        .containsExactly("node/asuna: node-silent + not-ready x40 + rollout-stuck");
    Concern concern = house.health.sorted().getFirst();
    assertThat(concern.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(concern.foldedCount()).isEqualTo(41);
    assertThat(concern.folded().getFirst().objects()).hasSize(Group.MOST_OBJECTS);

    house.put(Kind.NODES, Things.node("asuna", true));
    assertThat(house.concerns())
        .hasSize(40)
        .contains("deployment/apps/web-3: not-ready + rollout-stuck");
  }

  @Test
  void whatWaitsForTheNodeThatIsDownGoesWithIt() {
    house.put(pod("whisper", "whisper-0").unscheduled(NODE_GONE));
    assertThat(house.concerns()).containsExactly("deployment/apps/whisper: unschedulable-taint");
    house.put(Kind.NODES, Things.node("pesubuntu", null));
    assertThat(house.concerns())
        .containsExactly("node/pesubuntu: node-silent + unschedulable-taint");
  }

  @Test
  void whatANodePutOutForWantOfDiskGoesWithIt() {
    String words =
        "0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/disk-pressure: }.";
    house.put(pod("homepage", "homepage-a").phase("Failed").reason("Evicted"));
    house.put(pod("homepage", "homepage-b").unscheduled(words));
    assertThat(house.concerns())
        .containsExactly("deployment/apps/homepage: unschedulable-taint + evicted");
    house.put(Kind.NODES, Things.node("asuna", true, "DiskPressure"));
    assertThat(house.concerns())
        .containsExactly("node/asuna: node-pressure + unschedulable-taint + evicted");
  }

  @Test
  void podsOfOneWorkloadAndItsServiceAreOne() {
    house.put(Kind.SERVICES, Things.service("web"));
    house.put(Kind.ENDPOINT_SLICES, Things.slice("web", false, false));
    house.put(Kind.DEPLOYMENTS, deployment("web", 2, 0, STUCK));
    house.put(crashing("web", "web-a")).put(crashing("web", "web-b"));
    house.health.tick();
    assertThat(house.concerns())
        .containsExactly(
            "deployment/apps/web: crash-loop + crash-loop + rollout-stuck + service-no-endpoints");

    house.put(Kind.ENDPOINT_SLICES, Things.slice("web", true, false));
    assertThat(house.concerns())
        .containsExactly("deployment/apps/web: crash-loop + crash-loop + rollout-stuck");
  }

  @Test
  void podsGoWithTheClaimThatHasNoVolume() {
    String words = "0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims.";
    house.put(pod("db", "db-0").unscheduled(words).claims("data"));
    assertThat(house.concerns()).containsExactly("deployment/apps/db: unschedulable-volume");
    house.put(Kind.VOLUME_CLAIMS, Things.claim("data", "Pending"));
    assertThat(house.concerns())
        .containsExactly("persistentvolumeclaim/apps/data: claim-unbound + unschedulable-volume");
    house.put(Kind.VOLUME_CLAIMS, Things.claim("data", "Bound"));
    assertThat(house.concerns()).containsExactly("deployment/apps/db: unschedulable-volume");
  }

  @Test
  void attemptsGoWithTheirJobAndThatWithItsPlan() {
    house.put(
        pod("x", "backup-1-a")
            .of("CronJob", "backup")
            .owner("Job", "job-backup-1")
            .phase("Failed"));
    assertThat(house.health.sorted())
        .extracting(Concern::severity)
        .containsExactly(Severity.NOTICE);
    house.put(
        Kind.JOBS,
        Things.job(
            "backup-1", "backup", condition("Failed", "True", "BackoffLimitExceeded", "limit")));
    house.put(
        Kind.CRON_JOBS,
        Things.cronJob("backup", false, CREATED.plusSeconds(60), CREATED.minusSeconds(60)));
    assertThat(house.concerns())
        .containsExactly("cronjob/apps/backup: job-failed + cronjob-failing + failed");
    house.put(
        Kind.CRON_JOBS,
        Things.cronJob("backup", false, CREATED.plusSeconds(90), CREATED.plusSeconds(95)));
    assertThat(house.concerns()).containsExactly("cronjob/apps/backup: failed");
  }

  @Test
  void anAttemptOfAJobThatIsCompleteIsForgotten() {
    house.put(pod("x", "backup-a").of("Job", "backup").owner("Job", "job-backup").phase("Failed"));
    assertThat(house.concerns()).hasSize(1);
    house.put(Kind.JOBS, Things.job("backup", null, condition("Complete", "True", "", "")));
    assertThat(house.concerns()).isEmpty();
  }

  @Test
  void aMachineThatIsGoneExplainsItsNodeAndWhatIsAskedThere() {
    house.put(Kind.NODES, Things.node("asuna", null));
    house.tailnet(Tailnet.State.UP, Tailnet.Path.OFFLINE);
    assertThat(house.concerns()).containsExactly("node/asuna: node-silent + machine-offline");
    house.put(Kind.NODES, Things.node("asuna", true));
    house.loseCluster();
    assertThat(house.concerns()).containsExactly("machine/asuna: machine-offline + unreachable");
  }

  @Test
  void aTailnetThatIsOffExplainsWhatIsAskedThroughIt() {
    house.tailnet(Tailnet.State.STOPPED, Tailnet.Path.UNKNOWN);
    house.loseCluster();
    assertThat(house.concerns()).containsExactly("tailnet: tailnet-off + unreachable");
  }

  @Test
  void anAdviceNeverLeadsAndCountsForNothing() {
    house.put(Kind.DEPLOYMENTS, Things.images("nginx:latest"));
    assertThat(house.concerns()).containsExactly("deployment/apps/web: image-latest");
    assertThat(house.health.sorted().getFirst().severity().wantsCare()).isFalse();
    house.put(pod("web", "web-a").notReady());
    assertThat(house.concerns()).containsExactly("deployment/apps/web: not-ready + image-latest");
  }

  @Test
  void absenceIsConcludedOnlyFromWhatIsKnownWhole() {
    house.covers(Kind.SERVICES, new Coverage(Set.of("other"), List.of()));
    house.covers(Kind.ENDPOINT_SLICES, new Coverage(Set.of("other"), List.of()));
    house.put(Kind.INGRESSES, Things.ingress("web", new Ingress.Rule("a.b", "/", "web", "80")));
    house.put(Kind.SERVICES, Things.service("lonely"));
    house.health.tick();
    assertThat(house.concerns()).isEmpty();

    house.covers(Kind.SERVICES, Coverage.WHOLE);
    assertThat(house.concerns()).containsExactly("ingress/apps/web: ingress-no-service");
    house.covers(Kind.ENDPOINT_SLICES, Coverage.WHOLE);
    assertThat(house.concerns())
        .containsExactly(
            "ingress/apps/web: ingress-no-service", "service/apps/lonely: service-no-endpoints");
    house.put(Kind.SERVICES, Things.service("web", "ClusterIP", "None", Map.of()));
    assertThat(house.concerns()).containsExactly("service/apps/lonely: service-no-endpoints");
  }

  @Test
  void aLeaseIsLostWhileTheNodeStillCountsAsReady() {
    house.put(Kind.NODES, Things.node("asuna", true));
    house.put(Kind.NODE_LEASES, Things.lease("asuna", CREATED));
    for (int i = 0; i < 9; i++) {
      house.clock.move(Duration.ofSeconds(5));
      house.health.tick();
    }
    assertThat(house.concerns()).containsExactly("node/asuna: node-lease-lost");
    house.put(Kind.NODE_LEASES, Things.lease("asuna", CREATED.plusSeconds(50)));
    assertThat(house.concerns()).isEmpty();
  }

  @Test
  void aLaptopThatSleptBlamesNobody() {
    house.put(Kind.NODES, Things.node("asuna", true));
    house.put(Kind.NODE_LEASES, Things.lease("asuna", CREATED));
    house.clock.move(Duration.ofMinutes(10));
    house.health.tick();
    assertThat(house.concerns()).isEmpty();
  }

  @Test
  void aPodOfTheSameNameTakesTheOldOnesPlace() {
    house.put(crashing("web", "web-a"));
    var again = crashing("web", "web-b");
    house.put(again);
    house.remove(Kind.PODS, "pod-web-a");
    assertThat(house.concerns()).containsExactly("deployment/apps/web: crash-loop");
    assertThat(house.health.about(again.build())).isPresent();
  }
}
