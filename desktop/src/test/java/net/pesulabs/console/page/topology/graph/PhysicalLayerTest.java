package net.pesulabs.console.page.topology.graph;

import static net.pesulabs.console.page.HouseFixture.node;
import static net.pesulabs.console.page.HouseFixture.pod;
import static net.pesulabs.console.page.topology.graph.Mapped.say;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.health.Health;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Router;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.cluster.Coverage;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.HouseFixture;
import net.pesulabs.console.page.SampleHouse;
import net.pesulabs.console.page.topology.graph.Vertex.Tally;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands where. */
class PhysicalLayerTest {

  private static final String APPS = "namespace/apps@machine/asuna";
  private static final String CARD = "gpu/pesubuntu/card1";
  private static final String SECOND = "gpu/pesubuntu/card2";

  private final Mapped house = Mapped.fine().show(Layer.PHYSICAL);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theHouseStandsAsItIsBuilt() {
    assertThat(house.vertices())
        .contains(
            Ids.INTERNET,
            Ids.LAN,
            Ids.TAILNET,
            Ids.LAPTOP,
            "machine/GL-MT2500",
            "machine/asuna",
            "machine/pesubuntu",
            "cluster/machine/asuna",
            APPS);
    assertThat(house.vertex("machine/GL-MT2500").sort()).isEqualTo(Vertex.Sort.GATEWAY);
    assertThat(house.vertex(Ids.MODEL).parent()).isEqualTo("machine/pesubuntu");
    assertThat(house.vertex(CARD).parent()).isEqualTo("machine/pesubuntu");
    assertThat(house.vertex(APPS).parent()).isEqualTo("cluster/machine/asuna");
    assertThat(house.vertex("cluster/machine/asuna").title().in(Language.ES)).isEqualTo("K3s");
    assertThat(house.edge(Ids.INTERNET, "machine/GL-MT2500").sort()).isEqualTo(Edge.Sort.WAN);
    assertThat(house.edge(Ids.LAN, "machine/asuna").health().severity()).isEqualTo(Severity.FINE);
  }

  @Test
  void aGroupCountsWhatIsInIt() {
    assertThat(house.vertex("namespace/data@machine/asuna").tally()).isEqualTo(new Tally(3, 3));
    assertThat(house.vertex("machine/asuna").tally()).isEqualTo(new Tally(18, 18));
    assertThat(house.vertex("cluster/machine/pesubuntu").tally()).isEqualTo(new Tally(8, 8));
    assertThat(house.vertex(APPS).tally()).isEqualTo(new Tally(4, 4));

    house.put(Kind.PODS, pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    house.settle();

    assertThat(house.vertex(APPS).tally()).isEqualTo(new Tally(3, 4));
    assertThat(house.vertex(APPS).health().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(house.vertex("cluster/machine/asuna").health().severity())
        .isEqualTo(Severity.CRITICAL);
    assertThat(house.vertex("machine/asuna").tally()).isEqualTo(new Tally(17, 18));
    assertThat(house.vertex("machine/asuna").health().severity())
        .as("the machine itself")
        .isEqualTo(Severity.FINE);
  }

  @Test
  void onlyWhatChangedIsTold() {
    house.put(Kind.PODS, pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    house.settle();

    assertThat(house.told)
        .containsExactly(
            new Graph.Changes(
                Set.of(APPS, "cluster/machine/asuna", "machine/asuna"), Set.of(), false));
  }

  @Test
  void whatTurnsBackWithinAPulseIsNotTold() {
    house.put(Kind.PODS, pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    house.put(Kind.PODS, pod("apps", "n8n", "asuna", "Running", true));
    house.settle();

    assertThat(house.told).isEmpty();
  }

  @Test
  void aPodWithoutAMachineWaitsInAFrameOfItsOwn() {
    house.put(Kind.PODS, pod("ai", "whisper", null, "Pending", false));
    house.settle();

    assertThat(house.vertex(Ids.UNSCHEDULED).tally()).isEqualTo(new Tally(0, 1));
    assertThat(house.vertex("namespace/ai@unscheduled").parent()).isEqualTo(Ids.UNSCHEDULED);
    assertThat(house.details(Ids.UNSCHEDULED).pods())
        .extracting(Details.PodLine::name)
        .containsExactly("whisper-0");

    house.remove(Kind.PODS, "ai/whisper-0");
    house.settle();

    assertThat(house.vertices()).doesNotContain(Ids.UNSCHEDULED, "namespace/ai@unscheduled");
  }

  @Test
  void nothingOfASilentClusterIsGreen() {
    house.loseCluster(Msg.readingWaiting());
    house.settle();

    assertThat(house.map.graph().vertices().values())
        .filteredOn(vertex -> vertex.id().contains("asuna"))
        .hasSizeGreaterThan(5)
        .allMatch(vertex -> !vertex.live() && vertex.health().severity() == Severity.UNKNOWN)
        .allMatch(vertex -> vertex.health().text().equals(Msg.readingWaiting()));
    assertThat(house.vertex(Ids.LAPTOP).live()).isTrue();
  }

  @Test
  void beforeTheFirstAnswersNothingIsGreen() {
    try (var silent = new Mapped()) {
      silent.homelab.forget(Source.CLUSTER);
      silent.show(Layer.PHYSICAL);

      assertThat(silent.map.graph().vertices().values())
          .hasSizeGreaterThan(6)
          .allMatch(vertex -> vertex.health().severity() == Severity.UNKNOWN && !vertex.live());
      assertThat(silent.map.graph().edges().values())
          .allMatch(edge -> edge.health().severity() == Severity.UNKNOWN && !edge.live());
    }
  }

  @Test
  void whereNodesAreHiddenNobodySaysThatAMachineIsNone() {
    var forbidden = Msg.clusterSourceForbidden("list", "nodes");
    house.remove(Kind.NODES, "node-asuna");
    house.hides(Kind.NODES, Msg.readingWaiting());
    house.settle();
    house.hides(Kind.NODES, forbidden);
    house.settle();

    assertThat(house.vertex("machine/asuna").health())
        .isEqualTo(new Health(Severity.UNKNOWN, forbidden));
    assertThat(house.edge(Ids.LAN, "machine/asuna").health())
        .isEqualTo(new Health(Severity.UNKNOWN, forbidden));
    assertThat(say(house.vertex("cluster/machine/asuna").subtitle())).isEmpty();
    assertThat(house.vertex("cluster/machine/asuna").tally()).isEqualTo(new Tally(18, 18));

    house.covers(Kind.NODES, Coverage.WHOLE);
    house.settle();

    assertThat(house.vertex("machine/asuna").health().text()).isEqualTo(Msg.topologyNodeNone());
    assertThat(house.vertex("cluster/machine/asuna").subtitle()).isEqualTo(Msg.topologyNodeGone());
  }

  @Test
  void aNodeGoneWithItsPodsStillThereIsToldOf() {
    house.put(Kind.NODES, node("nueva", true));
    house.put(Kind.PODS, pod("apps", "extra", "nueva", "Running", true));
    house.settle();
    assertThat(house.vertex("machine/nueva").health().severity()).isEqualTo(Severity.FINE);

    house.remove(Kind.NODES, "node-nueva");
    house.settle();
    assertThat(house.vertex("machine/nueva").health().severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(house.vertices()).contains("namespace/apps@machine/nueva");

    house.remove(Kind.PODS, "apps/extra-0");
    house.settle();
    assertThat(house.vertices())
        .doesNotContain("machine/nueva", "cluster/machine/nueva", "namespace/apps@machine/nueva");
  }

  @ParameterizedTest
  @CsvSource({"true, FINE", "false, CRITICAL"})
  void aRouterThatTellsOfItsLineKnowsBest(boolean up, Severity expected) {
    house
        .homelab
        .router()
        .set(
            new Reading.Live<>(
                new Router(
                    Router.Standing.ANSWERS,
                    true,
                    true,
                    true,
                    Router.Part.NOT_SET,
                    Router.Part.TOLD,
                    new Router.Device("GL-MT2500", "OpenWrt 21.02-SNAPSHOT", null),
                    Router.Load.UNKNOWN,
                    new Router.Wan(up, "203.0.113.7", null),
                    List.of(),
                    List.of()),
                new Origin(Source.GATEWAY, Route.LAN, "192.168.8.1:53"),
                house.clock.instant()));
    house.settle();

    Vertex gateway = house.vertex("machine/GL-MT2500");
    assertThat(gateway.health().severity()).isEqualTo(expected);
    assertThat(house.edge(Ids.INTERNET, gateway.id()).health().severity()).isEqualTo(expected);
    assertThat(house.vertex(Ids.INTERNET).health().severity()).isEqualTo(expected);
    Details details = house.details(gateway.id());
    assertThat(fact(details, Msg.topologyFactFirmware().key()).value().in(Language.ES))
        .isEqualTo("OpenWrt 21.02-SNAPSHOT");
    assertThat(details.actions())
        .contains(
            new Action.OpenInBrowser(URI.create("http://192.168.8.1")),
            new Action.Examine("gateway"));
  }

  @Test
  void eachCardStandsInTheMachineWithItsOwnFigures() {
    assertThat(say(house.vertex(CARD).title())).isEqualTo("Graphics card");

    cards(HouseFixture.card(), SampleHouse.second());

    assertThat(house.told)
        .extracting(Graph.Changes::vertices)
        .containsExactly(Set.of(CARD, SECOND));
    assertThat(List.of(house.vertex(CARD), house.vertex(SECOND)))
        .allMatch(card -> "machine/pesubuntu".equals(card.parent()) && card.live())
        .extracting(card -> say(card.title()))
        .containsExactly("Graphics card · card1", "Graphics card · card2");
    assertThat(house.vertices()).doesNotContain(Ids.GPU);
    assertThat(facts(SECOND, Msg.topologyFactName(), Msg.homeGpuTemperature(), Msg.homeGpuPower()))
        .containsExactly("card2", "38\u00a0°C", say(Msg.readingNotReported()));
    assertThat(facts(CARD, Msg.topologyFactName(), Msg.homeGpuMemory()))
        .isNotEqualTo(facts(SECOND, Msg.topologyFactName(), Msg.homeGpuMemory()));

    cards(SampleHouse.second(), HouseFixture.card());
    assertThat(house.told).as("the order in which they are told of").hasSize(1);

    cards(HouseFixture.card());
    assertThat(house.vertices()).contains(CARD).doesNotContain(SECOND);
  }

  @Test
  void oneCardThatIsTooHotLeavesTheOtherFine() {
    cards(HouseFixture.card(), hot(SampleHouse.second()));

    assertThat(house.vertex(CARD).health().severity()).isEqualTo(Severity.FINE);
    assertThat(house.vertex(SECOND).health().severity()).isEqualTo(Severity.WARNING);
    assertThat(house.details(CARD).findings()).isEmpty();
    assertThat(house.details(SECOND).findings())
        .extracting(Finding::object)
        .containsExactly(SECOND);
  }

  @Test
  void aCardKeepsItsPlaceWhileItIsNotHeard() {
    cards(HouseFixture.card(), SampleHouse.second());
    house.homelab.gpu().update(reading -> reading.lost(Msg.readingWaiting()));
    house.settle();

    assertThat(List.of(house.vertex(CARD), house.vertex(SECOND)))
        .allMatch(card -> !card.live() && card.health().severity() == Severity.UNKNOWN);

    house.homelab.forget(Source.GPU);
    house.settle();
    assertThat(house.vertices()).contains(Ids.GPU).doesNotContain(CARD, SECOND);
    assertThat(house.vertex(Ids.GPU).health().severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(facts(Ids.GPU, Msg.homeGpuTemperature()))
        .containsExactly(say(Msg.readingNotReported()));
  }

  private void cards(Card... cards) {
    house
        .homelab
        .gpu()
        .set(
            new Reading.Live<>(
                new GpuNode("pesubuntu", List.of(cards)),
                new Origin(Source.GPU, Route.TAILNET, "http://100.86.122.109:9100/metrics"),
                house.clock.instant()));
    house.settle();
  }

  /** As hot as it may get. */
  private static Card hot(Card card) {
    return new Card(
        card.id(),
        null,
        card.state(),
        card.busyPercent(),
        new Card.Vram(card.vramUsedBytes(), card.vramTotalBytes()),
        null,
        new Card.Heat(card.edge().celsius(), null),
        new Card.Heat(109.0, 110.0),
        Card.Heat.UNKNOWN,
        Card.Power.UNKNOWN,
        Card.Fan.UNKNOWN,
        Card.Clocks.UNKNOWN,
        null);
  }

  private List<String> facts(String id, Message... labels) {
    Details details = house.details(id);
    return Stream.of(labels).map(label -> say(fact(details, label.key()).value())).toList();
  }

  @Test
  void aModelBeingLoadedIsOnItsWay() {
    house
        .homelab
        .model()
        .set(
            new Reading.Live<>(
                HouseFixture.model(ModelServer.State.LOADING),
                new Origin(Source.MODEL, Route.TAILNET, "http://100.86.122.109:8080"),
                house.clock.instant()));
    house.settle();

    assertThat(house.vertex(Ids.MODEL).health().severity()).isEqualTo(Severity.BUSY);
    assertThat(house.told).extracting(Graph.Changes::vertices).containsExactly(Set.of(Ids.MODEL));
  }

  @Test
  void everythingHasSomethingToTellInBothLanguages() {
    house.put(Kind.PODS, pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    house.settle();
    var ids = new ArrayList<>(house.vertices());
    ids.addAll(house.edges());

    for (String id : ids) {
      Details details = house.details(id);
      for (Language language : Language.values()) {
        assertThat(details.title().in(language)).as(id).isNotBlank();
        assertThat(details.health().text().in(language)).as(id).isNotBlank();
        assertThat(details.facts())
            .allMatch(fact -> !fact.value().in(language).isBlank())
            .allMatch(fact -> !fact.label().in(language).isBlank());
        assertThat(details.actions()).allMatch(action -> !action.title().in(language).isBlank());
      }
    }
  }

  @Test
  void aMachineTellsItsFactsWithWhereTheyAreFrom() {
    Details details = house.details("machine/asuna");

    assertThat(fact(details, Msg.topologyFactKubelet().key()).value().in(Language.EN))
        .isEqualTo("v1.33.4+k3s1");
    assertThat(fact(details, Msg.topologyFactMemory().key()).value().in(Language.ES))
        .isEqualTo("16,0\u00a0GiB");
    assertThat(fact(details, Msg.topologyFactOs().key()).from())
        .isEqualTo(house.homelab.cluster().get());
    assertThat(fact(details, Msg.topologyFactAddresses().key()).from()).as("a setting").isNull();
    assertThat(details.actions())
        .contains(
            new Action.OpenPods("asuna"),
            new Action.CopyAddress("192.168.8.20"),
            new Action.CopyCommand("kubectl describe node asuna"));
    assertThat(details.neighbours())
        .extracting(Details.Neighbour::id, Details.Neighbour::relation)
        .contains(
            Tuple.tuple(Ids.LAN, Details.Relation.COMES_FROM),
            Tuple.tuple("cluster/machine/asuna", Details.Relation.HOLDS));
  }

  @Test
  void whatIsWrongInAMachineIsToldOfIt() {
    house.put(Kind.PODS, pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    house.settle();

    assertThat(house.details("machine/asuna").findings())
        .extracting(finding -> finding.object())
        .containsExactly("pod/apps/n8n-0");
    assertThat(house.details("machine/asuna").pods().getFirst().name()).isEqualTo("n8n-0");
    assertThat(house.details("machine/pesubuntu").findings()).isEmpty();
  }

  @Test
  void aPlaceSaysWhatItIs() {
    for (String place : List.of(Ids.INTERNET, Ids.LAN, Ids.TAILNET, Ids.LAPTOP, CARD, Ids.MODEL)) {
      assertThat(fact(house.details(place), Msg.topologyFactWhat().key()).value().in(Language.ES))
          .isNotBlank();
    }
  }

  private static Details.Fact fact(Details details, String label) {
    List<Details.Fact> found =
        details.facts().stream().filter(fact -> fact.label().key().equals(label)).toList();
    assertThat(found).as(label).hasSize(1);
    return found.getFirst();
  }
}
