package net.pesulabs.console.page.home;

import static net.pesulabs.console.page.HouseFixture.node;
import static net.pesulabs.console.page.HouseFixture.peer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Freshness;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Tailnet.Path;
import net.pesulabs.console.homelab.Tailnet.State;
import net.pesulabs.console.homelab.Way;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.HouseFixture;
import org.junit.jupiter.api.Test;

class MachineRowTest {

  private final HouseFixture house = HouseFixture.fine();

  @Test
  void thisLaptopComesFirstThenTheProfilesOrder() {
    assertThat(rows())
        .extracting(MachineRow::name)
        .containsExactly("portatil-ana", "GL-MT2500", "asuna", "pesubuntu");
    assertThat(words(row("laptop").reach())).isEqualTo("Tailnet: Connected");
  }

  @Test
  void eachWayIsToldInWords() {
    assertThat(words(row("machine/GL-MT2500").reach())).isEqualTo("Online");
    assertThat(words(row("machine/asuna").reach())).isEqualTo("Online, reached directly");
    assertThat(words(row("machine/pesubuntu").reach()))
        .isEqualTo("Online, through the relay waw (slower)");
  }

  @Test
  void anOfflineMachineIsCriticalAndAMissingOneNotKnown() {
    tailnet(State.UP, peer("asuna", "100.81.76.55", Path.OFFLINE, null));

    assertThat(health(row("machine/asuna").reach()).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(health(row("machine/pesubuntu").reach()).severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(words(row("machine/pesubuntu").reach())).isEqualTo("Not in the tailnet");
  }

  @Test
  void whileOwnTailscaleIsStoppedNobodyIsOnline() {
    tailnet(State.STOPPED, peer("asuna", "100.81.76.55", Path.DIRECT, null));

    assertThat(row("machine/asuna").reach().freshness()).isEqualTo(Freshness.UNKNOWN);
    assertThat(row("machine/asuna").reach().problem()).contains(Msg.tailnetHealthStopped());
  }

  @Test
  void aStaleTailnetKeepsTheLastWayAndSaysSo() {
    house.homelab.tailnet().update(reading -> reading.lost(Msg.readingWaiting()));

    Reading<Health> reach = row("machine/asuna").reach();
    assertThat(reach.freshness()).isEqualTo(Freshness.STALE);
    assertThat(words(reach)).isEqualTo("Online, reached directly");
    assertThat(CardKit.severity(reach)).isEqualTo(Severity.UNKNOWN);
  }

  @Test
  void onlyMachinesOfTheClusterHaveANodesState() {
    assertThat(Objects.requireNonNull(row("machine/asuna").node()).isLive()).isTrue();

    List<MachineRow> without = MachineRow.of(sight(), List.of(node("pesubuntu", true)));
    assertThat(Objects.requireNonNull(without.get(2).node()).freshness())
        .isEqualTo(Freshness.UNKNOWN);
  }

  @Test
  void ofTheRouterItIsToldWhatTheRouterTells() {
    assertThat(Objects.requireNonNull(row("machine/GL-MT2500").node()).freshness())
        .isEqualTo(Freshness.UNKNOWN);

    house.homelab.router().set(house.live(Source.GATEWAY, HouseFixture.router(false)));
    Reading<Health> router = Objects.requireNonNull(row("machine/GL-MT2500").node());
    assertThat(health(router).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(words(router)).startsWith("Router: ");
  }

  @Test
  void theQuickestWayInUseIsNamed() {
    assertThat(row("machine/asuna").via()).isNull();

    way(true, Route.TAILNET, "https://100.81.76.55:6443", 23);
    way(false, Route.LAN, "https://192.168.8.20:6443", 1);
    way(true, Route.TAILNET, "http://100.86.122.109:8080", 9);
    way(true, Route.LAN, "http://192.168.8.129:9100", 4);
    assertThat(Objects.requireNonNull(row("machine/asuna").via()).known())
        .contains(new MachineRow.Via(Route.TAILNET, Duration.ofMillis(23)));
    assertThat(Objects.requireNonNull(row("machine/pesubuntu").via()).known())
        .contains(new MachineRow.Via(Route.LAN, Duration.ofMillis(4)));
    assertThat(row("laptop").via()).isNull();
  }

  private void way(boolean inUse, Route route, String address, long millis) {
    var origin = new Origin(Source.CLUSTER, route, address);
    house
        .homelab
        .ways()
        .put(
            new Way(
                inUse, new Reading.Live<>(Duration.ofMillis(millis), origin, HouseFixture.NOW)));
  }

  private void tailnet(State state, Tailnet.Peer... peers) {
    house.homelab.tailnet().set(house.live(Source.TAILNET, HouseFixture.tailnet(state, peers)));
  }

  private MachineRow row(String id) {
    return rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }

  private List<MachineRow> rows() {
    return MachineRow.of(sight(), house.homelab.nodes().all());
  }

  private Sight sight() {
    return new Sight(
        Profile.example(),
        house.homelab.tailnet().get(),
        house.homelab.cluster().get(),
        house.homelab.gpu().get(),
        house.homelab.model().get(),
        house.homelab.router().get(),
        house.homelab.ways().all().stream().filter(Way::inUse).toList());
  }

  private static Health health(Reading<Health> reading) {
    return reading.known().orElseThrow();
  }

  private static String words(Reading<Health> reading) {
    return health(reading).text().in(Language.EN);
  }
}
