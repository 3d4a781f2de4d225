package net.pesulabs.console.page.pods;

import static net.pesulabs.console.page.SampleHouse.CLUSTER_ORIGIN;
import static net.pesulabs.console.page.SampleHouse.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.fx.ManualFx;
import net.pesulabs.console.fx.Now;
import net.pesulabs.console.fx.Pulse;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Table;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.SampleHouse;
import net.pesulabs.console.page.pods.PodsStatus.Kind;
import org.junit.jupiter.api.Test;

class PodsViewModelTest {

  private final MovableClock clock = new MovableClock(NOW);
  private final ManualFx fx = new ManualFx();
  private final Pulse pulse = new Pulse(fx);
  private final Now now = new Now(clock);

  @Test
  void beforeTheFirstAnswerItSaysThatItWaitsAndCountsNothing() {
    var model = open(new LiveHomelab());
    assertThat(model.status().get().kind()).isEqualTo(Kind.WAITING);
    assertThat(model.count().get()).isNull();
  }

  @Test
  void unknownTellsWhyAndWhatToDo() {
    var homelab = new LiveHomelab();
    homelab.cluster().set(new Reading.Unknown<>(CLUSTER_ORIGIN, Msg.tailnetHealthStopped()));
    var model = open(homelab);
    assertThat(model.status().get().kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(model.status().get().text()).isEqualTo(Msg.tailnetHealthStopped());
    assertThat(model.status().get().advice()).isNotNull();
    assertThat(model.count().get()).as("unknown is not zero pods").isNull();
  }

  @Test
  void aLoginThatSeesOnlySomeIsToldSo() {
    var homelab = new LiveHomelab();
    var some = new Cluster.MissingRight("pods", false);
    homelab
        .cluster()
        .set(
            new Reading.Live<>(
                new Cluster("v1", true, List.of(some), List.of(), null), CLUSTER_ORIGIN, NOW));
    homelab.pods().put(SampleHouse.pods().getFirst());
    assertThat(open(homelab).count().get().in(Language.EN))
        .startsWith("1 pod")
        .endsWith("this login may not see all pods");
  }

  @Test
  void anEmptyClusterIsToldApartFromOneThatIsStillListing() {
    var homelab = new LiveHomelab();
    cluster(homelab, false);
    assertThat(open(homelab).status().get().kind()).isEqualTo(Kind.LISTING);
    cluster(homelab, true);
    assertThat(open(homelab).status().get().kind()).isEqualTo(Kind.NO_PODS);
  }

  @Test
  void theCountTellsHowManyNeedCareAndHowManyAreShown() {
    var model = open(SampleHouse.live());
    assertThat(count(model, Language.EN)).isEqualTo("28 pods, 4 need care");
    assertThat(count(model, Language.ES)).isEqualTo("28 pods, 4 necesitan atención");
    model.textProperty().set("postgres");
    assertThat(count(model, Language.EN)).isEqualTo("2 shown · 28 pods, 4 need care");
    model.textProperty().set("jellyfin");
    assertThat(model.status().get().kind()).isEqualTo(Kind.NO_MATCH);
    model.clearFilter();
    assertThat(model.status().get().kind()).isEqualTo(Kind.SHOWN);
  }

  @Test
  void onePodIsToldInTheSingular() {
    var homelab = new LiveHomelab();
    cluster(homelab, true);
    homelab.pods().put(SampleHouse.crashing());
    assertThat(count(open(homelab), Language.ES)).isEqualTo("1 pod, 1 necesita atención");
  }

  @Test
  void staleLinesStayAndClaimNoHealth() {
    var homelab = SampleHouse.live();
    homelab.cluster().update(reading -> reading.lost(Msg.tailnetHealthStopped()));
    var model = open(homelab);
    assertThat(model.shown()).hasSize(28);
    assertThat(count(model, Language.EN)).isEqualTo("28 pods");
  }

  @Test
  void theOpenedPodStaysOpenWhileTheFilterHidesIt() {
    var homelab = SampleHouse.live();
    var model = open(homelab);
    var row = model.shown().getFirst();
    model.selectedProperty().set(row);
    model.textProperty().set("qdrant");
    assertThat(model.selectedProperty().get()).isSameAs(row);
    homelab.pods().remove(row.uid());
    await()
        .untilAsserted(() -> {
          fx.run();
          assertThat(model.selectedProperty().get()).isNull();
        });
  }

  @Test
  void aColumnOrdersAndWithoutOneProblemsComeFirst() {
    var model = open(SampleHouse.live());
    model.sortBy(Comparator.comparing(row -> row.pod().name()));
    assertThat(model.shown().getFirst().pod().name()).startsWith("agentstack-server");
    model.sortBy(null);
    assertThat(model.shown().getFirst().pod().name()).startsWith("comfyui");
  }

  @Test
  void closedItHearsNothingAndOpenedAgainItCatchesUp() {
    var homelab = SampleHouse.live();
    var model = open(homelab);
    assertThat(homelab.attention().isOn(Source.CLUSTER)).isTrue();
    model.deactivate();
    assertThat(homelab.attention().isOn(Source.CLUSTER)).isFalse();
    var gone = SampleHouse.crashing();
    var probe = new ArrayList<Table.Change<Pod>>();
    try (var following = pulse.follow(homelab.pods(), probe::addAll)) {
      homelab.pods().remove(gone.uid());
      await()
          .untilAsserted(() -> {
            fx.run();
            assertThat(probe).as("%s", following).hasSize(29);
          });
    }
    clock.move(Duration.ofSeconds(9));
    now.tick();
    assertThat(model.shown()).hasSize(28);
    assertThat(model.now().getValue()).isEqualTo(NOW);
    model.activate();
    assertThat(model.shown()).hasSize(27);
    assertThat(model.now().getValue()).isEqualTo(NOW.plusSeconds(9));
  }

  private PodsViewModel open(LiveHomelab homelab) {
    var model = new PodsViewModel(homelab, pulse, now);
    model.activate();
    return model;
  }

  private static String count(PodsViewModel model, Language language) {
    return java.util.Objects.requireNonNull(model.count().get()).in(language);
  }

  private static void cluster(LiveHomelab homelab, boolean complete) {
    homelab
        .cluster()
        .set(new Reading.Live<>(new Cluster("v1.33.4", complete), CLUSTER_ORIGIN, NOW));
  }
}
