package net.pesulabs.console.page.topology.graph;

import static net.pesulabs.console.page.HouseFixture.pod;
import static org.assertj.core.api.Assertions.assertThat;

import net.pesulabs.console.homelab.Settings;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all layers have in common. */
class HouseMapTest {

  private final Mapped house = Mapped.fine();

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @EnumSource(Layer.class)
  void aLayerIsToldWholeWhenItIsShown(Layer layer) {
    house.map.show(layer);
    house.map.activate();

    assertThat(house.told).hasSize(1);
    assertThat(house.told.getFirst().everything()).isTrue();
    assertThat(house.told.getFirst().vertices()).isEqualTo(house.vertices());
    assertThat(house.told.getFirst().edges()).isEqualTo(house.edges());
    assertThat(house.map.graph().layer()).isEqualTo(layer);
    Mapped.assertWhole(house.map.graph());
  }

  @Test
  void kindsAreNeededOnlyWhileALayerThatNeedsThemIsShown() {
    assertThat(house.homelab.objects().isNeeded(Kind.INGRESS_ROUTES)).isFalse();

    house.show(Layer.TRAFFIC);
    assertThat(house.homelab.objects().isNeeded(Kind.INGRESS_ROUTES)).isTrue();

    house.map.show(Layer.PHYSICAL);
    assertThat(house.homelab.objects().isNeeded(Kind.INGRESS_ROUTES)).isFalse();
    assertThat(house.homelab.attention().isOn(Source.CLUSTER)).isTrue();

    house.map.deactivate();
    assertThat(house.homelab.attention().isOn(Source.CLUSTER)).isFalse();
  }

  @Test
  void leftAloneItHearsNothingAndComesBackUpToDate() {
    house.show(Layer.WORKLOADS);
    house.map.deactivate();
    house.put(Kind.PODS, pod("apps", "extra", "asuna", "Running", true));
    house.settle();
    assertThat(house.told).isEmpty();
    assertThat(house.vertices()).doesNotContain("pod/apps/extra-0");

    house.map.activate();
    assertThat(house.vertices()).contains("pod/apps/extra-0");
    house.map.activate();
    assertThat(house.told).as("once").hasSize(1);
  }

  @Test
  void manyChangesOfManySourcesAreToldOnce() {
    house.show(Layer.WORKLOADS);
    house.put(Kind.PODS, pod("apps", "one", "asuna", "Running", true));
    house.put(Kind.DEPLOYMENTS, Samples.deployment("apps", "one", 1, 1));
    house.put(Kind.PODS, pod("apps", "two", "pesubuntu", "Running", true));
    house.loseCluster(Msg.readingWaiting());
    house.settle();

    assertThat(house.told).hasSizeBetween(1, 2); // the first change may hop alone
    assertThat(house.vertices()).contains("pod/apps/one-0", "pod/apps/two-0");
  }

  @Test
  void anotherProfileIsAnotherHouse() {
    house.show(Layer.PHYSICAL);
    var profile = house.settings.get().profile();
    house.settings.update(before ->
        before.withProfile(
            new net.pesulabs.console.homelab.Profile(
                "Other", "10.0.0.0/24", java.util.List.of(), "", "", "", "", profile.tailscale())));
    house.settle();

    assertThat(house.vertices())
        .contains("machine/asuna")
        .doesNotContain("machine/GL-MT2500", Ids.GPU, Ids.MODEL);
    assertThat(Settings.initial().profile()).isEqualTo(profile);
    Mapped.assertWhole(house.map.graph());
  }

  @Test
  void whatIsNotThereHasNoDetails() {
    house.show(Layer.PHYSICAL);

    assertThat(house.map.details("pod/apps/nobody")).isEmpty();
  }
}
