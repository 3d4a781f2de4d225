package net.pesulabs.console.page.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Localized;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.HouseFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which way is in use to each system. */
class NetworkLayerTest {

  private static final String LAN = "http://192.168.8.129:8080";
  private static final String TAILNET = "http://100.86.122.109:8080";

  private final Mapped house = Mapped.fine().show(Layer.NETWORK);

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource({
    "LAN,       lan",
    "TAILNET,   tailnet",
    "API_PROXY, system/cluster",
    "INGRESS,   entrance",
    "LOOPBACK,  laptop",
    "OTHER,     laptop",
  })
  void aWayComesThroughWhatItGoesBy(Route route, String through) {
    house.way(Source.MODEL, route, "http://model.example", true, 3);
    house.settle();

    Edge way = way(Source.MODEL, "http://model.example");
    assertThat(way.from()).isEqualTo(through);
    assertThat(way.to()).isEqualTo("system/model");
    assertThat(way.health().severity()).isEqualTo(Severity.FINE);
    assertThat(way.inUse()).isTrue();
    assertThat(label(way)).startsWith("3.0 ms");
    Mapped.assertWhole(house.map.graph());
  }

  @Test
  void theOneInUseIsToldFromTheOthers() {
    house.way(Source.MODEL, Route.LAN, LAN, true, 1);
    house.way(Source.MODEL, Route.TAILNET, TAILNET, false, 23);
    house.settle();

    assertThat(way(Source.MODEL, LAN).inUse()).isTrue();
    assertThat(way(Source.MODEL, TAILNET).inUse()).isFalse();
    assertThat(label(way(Source.MODEL, TAILNET))).startsWith("23 ms").contains("waw");
    assertThat(house.vertex("system/model").subtitle().in(Language.EN)).isEqualTo(LAN);
    assertThat(house.edge(Ids.LAPTOP, Ids.LAN).health().severity()).isEqualTo(Severity.FINE);

    house.told.clear();
    house.way(Source.MODEL, Route.LAN, LAN, true, 2);
    house.settle();
    assertThat(house.told)
        .containsExactly(new Graph.Changes(Set.of(), Set.of(way(Source.MODEL, LAN).id()), false));
  }

  @Test
  void aWayThatFailsTellsWhyAndIsNeverGreen() {
    house.brokenWay(Source.MODEL, Route.LAN, LAN, false, Msg.readingNotReported());
    house.brokenWay(Source.GPU, Route.LAN, LAN, true, Msg.readingNotReported());
    house.brokenWay(Source.CLUSTER, Route.LAN, LAN, false, Msg.readingWaiting());
    house.settle();

    Edge other = way(Source.MODEL, LAN);
    assertThat(other.health().severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(other.health().text()).isEqualTo(Msg.readingNotReported());
    assertThat(label(other)).isEqualTo("no answer");
    assertThat(way(Source.GPU, LAN).health().severity()).isEqualTo(Severity.WARNING);
    assertThat(label(way(Source.CLUSTER, LAN))).as("not tried yet").isEqualTo("not known");
    assertThat(house.edge(Ids.LAPTOP, Ids.LAN).health().severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(house.map.graph().edges().values())
        .filteredOn(edge -> !edge.live())
        .noneMatch(edge -> edge.health().severity() == Severity.FINE);
  }

  @Test
  void whereNobodyTriesWaysTheReadingTellsItsOwn() {
    Edge way = way(Source.CLUSTER, Mapped.CLUSTER.address());

    assertThat(way.from()).isEqualTo(Ids.TAILNET);
    assertThat(way.inUse()).isTrue();
    assertThat(way.health().severity()).isEqualTo(Severity.FINE);
    assertThat(house.vertex("system/cluster").parent()).isEqualTo("machine/asuna");

    house.loseCluster(Msg.readingNotReported());
    house.settle();

    assertThat(way(Source.CLUSTER, Mapped.CLUSTER.address()).health().severity())
        .isEqualTo(Severity.UNKNOWN);
    assertThat(house.vertex("system/cluster").live()).isFalse();
  }

  @Test
  void aMachineTellsItsAddressOnEachNetwork() {
    assertThat(label(house.edge(Ids.TAILNET, "machine/pesubuntu")))
        .contains("relayed")
        .contains("waw")
        .endsWith("100.86.122.109");
    assertThat(label(house.edge(Ids.LAN, "machine/asuna"))).endsWith("192.168.8.20");
  }

  @Test
  void aSystemTellsOfAllItsWays() {
    house.way(Source.MODEL, Route.LAN, LAN, true, 1);
    house.brokenWay(Source.MODEL, Route.TAILNET, TAILNET, false, Msg.readingNotReported());
    house.settle();

    Details details = house.details("system/model");
    assertThat(details.facts())
        .extracting(fact -> fact.label().in(Language.EN))
        .contains(LAN, TAILNET);
    assertThat(details.actions()).contains(new Action.Examine("model"));
    Details way = house.details(way(Source.MODEL, TAILNET).id());
    assertThat(way.facts()).extracting(Details.Fact::value).contains(Msg.readingNotReported());
  }

  @Test
  void podsAreOfNoConcern() {
    house.put(Kind.PODS, HouseFixture.pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    house.settle();

    assertThat(house.told).isEmpty();
  }

  private Edge way(Source source, String address) {
    String id = "way/" + source.id() + " " + address;
    return Objects.requireNonNull(
        house.map.graph().edges().get(id), () -> id + " of " + house.edges());
  }

  private static String label(Edge edge) {
    Localized label = Objects.requireNonNull(edge.label());
    return label.in(Language.EN).replace('\u00a0', ' ');
  }
}
