package net.pesulabs.console.page.home;

import static net.pesulabs.console.page.HouseFixture.pod;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Freshness;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.HouseFixture;
import net.pesulabs.console.page.QueuedFx;
import net.pesulabs.console.page.home.Verdict.Kind;
import org.junit.jupiter.api.Test;

/** The home page's model, without a toolkit. */
class HomeViewModelTest {

  private final HouseFixture house = HouseFixture.fine();
  private final QueuedFx fx = new QueuedFx();
  private final HomeViewModel model =
      new HomeViewModel(house.homelab, house.health, house.settings, new Pulse(fx), house.now);

  @Test
  void machinesThatMayNotBeSeenAreNotNone() {
    var hidden = new Cluster.MissingRight("nodes", true);
    house
        .homelab
        .cluster()
        .set(house.live(Source.CLUSTER, new Cluster("v1", true, List.of(hidden), List.of(), null)));
    model.activate();

    assertThat(counts().nodesTotal()).isNull();
    assertThat(counts().podsTotal()).isEqualTo(26);
  }

  @Test
  void endedJobsAreNotCountedAsMissing() {
    model.activate();

    assertThat(counts()).isEqualTo(new Counts(2, 2, 26, 26, 0));
  }

  @Test
  void countsFollowEachChange() throws Exception {
    model.activate();

    house.homelab.pods().put(pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    house.homelab.pods().put(pod("apps", "nuevo", "asuna", "Running", true));
    house.homelab.pods().remove("apps/mem0-0");
    fx.runUntil(() -> counts().podsReady() == 25 && counts().podsTotal() == 26);

    house.homelab.nodes().put(HouseFixture.node("asuna", false));
    fx.runUntil(() -> counts().nodesReady() == 1);
    assertThat(counts().nodesTotal()).isEqualTo(2);
  }

  @Test
  void countsAreAsOldAsTheClusterIs() throws Exception {
    model.activate();

    house.loseCluster(Msg.readingWaiting());
    fx.runUntil(() -> model.countsProperty().get().freshness() == Freshness.STALE);
    assertThat(counts().podsTotal()).isEqualTo(26);

    house.homelab.cluster().set(house.live(Source.CLUSTER, new Cluster("v1", false)));
    fx.runUntil(() -> model.countsProperty().get().freshness() == Freshness.UNKNOWN);
  }

  @Test
  void aFindingTurnsTheVerdictAndItsEndTurnsItBack() throws Exception {
    model.activate();
    assertThat(model.verdictProperty().get().kind()).isEqualTo(Kind.FINE);

    house.find("crash-loop", Severity.CRITICAL, "pod/apps/n8n-0", Msg.readingWaiting());
    fx.runUntil(() -> model.verdictProperty().get().kind() == Kind.CARE);
    assertThat(model.troublesProperty().get()).hasSize(1);

    house.health.concerns().replaceAll(List.of());
    fx.runUntil(() -> model.verdictProperty().get().kind() == Kind.FINE);
  }

  @Test
  void itLooksOnlyWhileItIsOpenAndStartsAnewWhenOpenedAgain() {
    model.activate();
    assertThat(house.homelab.attention().isOn(Source.GPU)).isTrue();

    model.deactivate();
    assertThat(house.homelab.attention().isOn(Source.GPU)).isFalse();
    house.homelab.pods().remove("apps/mem0-0");
    assertThat(counts().podsTotal()).isEqualTo(26);

    model.activate();
    assertThat(counts().podsTotal()).isEqualTo(25);
  }

  private Counts counts() {
    return model.countsProperty().get().known().orElseThrow();
  }
}
