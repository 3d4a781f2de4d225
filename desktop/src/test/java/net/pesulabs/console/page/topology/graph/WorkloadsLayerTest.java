package net.pesulabs.console.page.topology.graph;

import static net.pesulabs.console.page.HouseFixture.pod;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.topology.graph.Vertex.Tally;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Owners, and their pods on the machines. */
class WorkloadsLayerTest {

  private static final String WORKER = "deployment/apps/n8n-worker";

  private final Mapped house = Mapped.fine().show(Layer.WORKLOADS);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void anOwnerLeadsToItsPodsOnTheirMachines() {
    assertThat(house.vertex(WORKER).parent()).isEqualTo("namespace/apps");
    assertThat(house.vertex(WORKER).tally()).isEqualTo(new Tally(2, 2));
    assertThat(house.edge(WORKER, "pod/apps/n8n-worker-0").sort()).isEqualTo(Edge.Sort.OWNS);
    assertThat(house.edge(WORKER, "pod/apps/n8n-worker-1").inUse()).isTrue();
    assertThat(house.vertex("pod/apps/n8n-worker-0").parent())
        .isEqualTo("namespace/apps@machine/asuna");
    assertThat(house.vertex("namespace/apps@machine/asuna").parent()).isEqualTo("machine/asuna");
    assertThat(house.vertex("machine/asuna").rank())
        .isGreaterThan(house.vertex("namespace/apps").rank());
    assertThat(house.vertices()).doesNotContain("machine/GL-MT2500", Ids.LAN);
  }

  @Test
  void aDaemonSetIsOneOwnerOnAllMachines() {
    assertThat(house.edge("daemonset/kube-system/svclb-traefik", "pod/kube-system/svclb-traefik-0"))
        .isNotNull();
    assertThat(house.edge("daemonset/kube-system/svclb-traefik", "pod/kube-system/svclb-traefik-9"))
        .isNotNull();
  }

  @Test
  void oneScaledToNothingIsThereToo() {
    house.put(Kind.DEPLOYMENTS, Samples.deployment("media", "jellyfin", 0, 0));
    house.settle();

    assertThat(house.vertex("deployment/media/jellyfin").tally()).isEqualTo(new Tally(0, 0));
    assertThat(house.vertex("deployment/media/jellyfin").health().severity())
        .isEqualTo(Severity.FINE);
    assertThat(house.vertex("namespace/media").tally()).isEqualTo(new Tally(0, 0));

    house.remove(Kind.DEPLOYMENTS, "deployment-media-jellyfin");
    house.settle();
    assertThat(house.vertices()).doesNotContain("namespace/media", "deployment/media/jellyfin");
  }

  @Test
  void oneThatIsShortOfPodsIsOnItsWay() {
    house.put(Kind.DEPLOYMENTS, Samples.deployment("apps", "n8n-worker", 3, 2));
    house.settle();

    assertThat(house.vertex(WORKER).tally()).isEqualTo(new Tally(2, 3));
    assertThat(house.vertex(WORKER).health().severity()).isEqualTo(Severity.BUSY);
    assertThat(house.vertex("namespace/apps").tally()).isEqualTo(new Tally(2, 3));
  }

  @Test
  void aNamespaceCountsItsPrograms() {
    assertThat(house.vertex("namespace/apps").tally()).isEqualTo(new Tally(3, 3));
    assertThat(house.vertex("namespace/data").tally())
        .as("a job that has ended needs not run")
        .isEqualTo(new Tally(3, 3));

    house.put(Kind.PODS, pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    house.settle();

    assertThat(house.vertex("namespace/apps").tally()).isEqualTo(new Tally(2, 3));
    assertThat(house.vertex("namespace/apps").health().severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void aChangeOfAPodTouchesItAndWhatItIsIn() {
    house.put(Kind.PODS, pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    house.settle();

    assertThat(house.told)
        .containsExactly(
            new Graph.Changes(
                Set.of(
                    "pod/apps/n8n-0",
                    "deployment/apps/n8n",
                    "namespace/apps",
                    "namespace/apps@machine/asuna",
                    "machine/asuna"),
                Set.of(Ids.edge("deployment/apps/n8n", "pod/apps/n8n-0")),
                false));
  }

  @Test
  void aPodThatMovesTakesItsLineAlong() {
    house.put(Kind.PODS, pod("apps", "n8n", "pesubuntu", "Running", true));
    house.settle();

    assertThat(house.vertex("pod/apps/n8n-0").parent())
        .isEqualTo("namespace/apps@machine/pesubuntu");
    assertThat(house.map.graph().edges().values())
        .filteredOn(edge -> edge.to().equals("pod/apps/n8n-0"))
        .hasSize(1);

    house.remove(Kind.PODS, "apps/n8n-0");
    house.settle();
    assertThat(house.vertices())
        .doesNotContain(
            "pod/apps/n8n-0", "deployment/apps/n8n", "namespace/apps@machine/pesubuntu");
    Mapped.assertWhole(house.map.graph());
  }

  @Test
  void aCronJobHasItsJobsInIt() {
    house.put(Kind.CRON_JOBS, Samples.cronJob("apps", "backup"));
    house.put(Kind.JOBS, Samples.job("apps", "backup-29274120", "backup"));
    house.put(Kind.JOBS, Samples.job("apps", "once", null));
    house.settle();

    assertThat(house.vertices())
        .contains("cronjob/apps/backup", "job/apps/once")
        .doesNotContain("job/apps/backup-29274120");
    assertThat(house.details("cronjob/apps/backup").facts())
        .extracting(fact -> fact.value().in(Language.EN))
        .contains("0 3 * * *");
  }

  @Test
  void timeAloneMakesWorseWhatIsNotWell() {
    house.put(Kind.PODS, pod("ai", "whisper", null, "Pending", false));
    house.settle();
    house.told.clear();

    house.pass(Duration.ofSeconds(1));

    assertThat(house.told).as("nothing looks different by then").isEmpty();
  }

  @Test
  void nothingOfASilentClusterIsGreen() {
    house.loseCluster(Msg.readingWaiting());
    house.settle();

    assertThat(house.map.graph().vertices().values())
        .hasSizeGreaterThan(40)
        .allMatch(vertex -> !vertex.live() && vertex.health().severity() == Severity.UNKNOWN);
    assertThat(house.map.graph().edges().values())
        .hasSizeGreaterThan(20)
        .allMatch(edge -> !edge.live() && edge.health().severity() == Severity.UNKNOWN);
  }

  @Test
  void aLoginThatMayNotSeeAllIsToldOf() {
    house.cluster(
        new Cluster(
            "v1.33.4+k3s1",
            true,
            List.of(
                new Cluster.MissingRight("deployments.apps", true),
                new Cluster.MissingRight("jobs.batch", false),
                new Cluster.MissingRight("services", true)),
            List.of(),
            null));
    house.settle();

    assertThat(house.map.notices())
        .containsExactly(Msg.topologyNoticeHidden("Deployment"), Msg.topologyNoticePartly("Job"));
    assertThat(house.vertices()).as("its pods tell").contains("deployment/apps/n8n");
  }

  @Test
  void aPodTellsWhoOwnsItAndWhereItStands() {
    Details details = house.details("pod/apps/n8n-0");

    assertThat(details.neighbours())
        .containsExactly(
            new Details.Neighbour(
                "namespace/apps@machine/asuna",
                house.vertex("namespace/apps@machine/asuna").title(),
                Details.Relation.STANDS_IN,
                null),
            new Details.Neighbour(
                "deployment/apps/n8n",
                house.vertex("deployment/apps/n8n").title(),
                Details.Relation.OWNED_BY,
                Ids.edge("deployment/apps/n8n", "pod/apps/n8n-0")));
    assertThat(details.actions())
        .contains(
            new Action.OpenPods("n8n-0"),
            new Action.CopyCommand("kubectl -n apps describe pod n8n-0"));
  }
}
