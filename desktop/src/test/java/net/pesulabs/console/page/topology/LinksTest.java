package net.pesulabs.console.page.topology;

import static net.pesulabs.console.page.HouseFixture.node;
import static net.pesulabs.console.page.HouseFixture.peer;
import static net.pesulabs.console.page.HouseFixture.tailnet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Tailnet.Path;
import net.pesulabs.console.homelab.Tailnet.State;
import net.pesulabs.console.homelab.cluster.Cluster;
import net.pesulabs.console.homelab.cluster.Node;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.HouseFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each line of the map says, fact by fact. */
class LinksTest {

  private static final String GATEWAY = "machine/GL-MT2500";
  private static final String ASUNA = "machine/asuna";

  private final HouseFixture house = HouseFixture.fine();
  private Reading<Tailnet> tailnet = house.homelab.tailnet().get();
  private Reading<Cluster> cluster = house.homelab.cluster().get();
  private List<Node> nodes = List.of(node("asuna", true), node("pesubuntu", true));

  @ParameterizedTest
  @CsvSource({
    // gateway, asuna → the line to the internet
    "DIRECT,  DIRECT,  FINE",
    "IDLE,    OFFLINE, FINE",
    "OFFLINE, DIRECT,  FINE", // asuna is online, so the line works
    "OFFLINE, OFFLINE, CRITICAL",
    "UNKNOWN, OFFLINE, CRITICAL",
    "UNKNOWN, UNKNOWN, UNKNOWN",
    "EXPIRED, UNKNOWN, UNKNOWN",
  })
  void theInternetIsJudgedByWhoAtHomeReachesIt(Path gateway, Path asuna, Severity expected) {
    peers(
        peer("gl-mt2500", "100.1.1.1", gateway, null), peer("asuna", "100.81.76.55", asuna, null));

    assertThat(link(Item.INTERNET, GATEWAY).severity()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "DIRECT,  FINE,     SOLID",
    "RELAYED, FINE,     DASHED",
    "IDLE,    FINE,     SOLID",
    "OFFLINE, CRITICAL, BROKEN",
    "EXPIRED, CRITICAL, BROKEN",
    "UNKNOWN, UNKNOWN,  DOTTED",
  })
  void theWayToAMachineIsThatOfItsPeer(Path path, Severity expected, Link.Line line) {
    peers(peer("asuna", "100.81.76.55", path, null));

    assertThat(link(Item.TAILNET, ASUNA).severity()).isEqualTo(expected);
    assertThat(link(Item.TAILNET, ASUNA).line()).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({
    "UP,             FINE",
    "STARTING,       BUSY",
    "CUT_OFF,        WARNING",
    "STOPPED,        CRITICAL",
    "NEEDS_LOGIN,    CRITICAL",
    "KEY_EXPIRED,    CRITICAL",
    "NEEDS_APPROVAL, CRITICAL",
    "OTHER_USER,     CRITICAL",
  })
  void theLaptopHangsOnItsOwnTailscale(State state, Severity expected) {
    tailnet = house.live(Source.TAILNET, tailnet(state));

    assertThat(link(Item.LAPTOP, Item.TAILNET).severity()).isEqualTo(expected);
  }

  /** Stopped, Tailscale still lists peers as online: old news, and never green. */
  @ParameterizedTest
  @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = "UP")
  void withoutOwnTailscaleNothingFollowsAboutOthers(State state) {
    tailnet = house.live(Source.TAILNET, tailnet(state));

    assertThat(link(Item.TAILNET, ASUNA).severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(link(Item.INTERNET, GATEWAY).severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(link(GATEWAY, Item.LAN).severity()).isEqualTo(Severity.UNKNOWN);
  }

  @Test
  void aStaleTailnetTellsItsReasonAndNothingElse() {
    tailnet = tailnet.lost(Msg.readingNotReported());

    List<Link> overTailnet = links().stream().filter(link -> link.kind() != Link.Kind.LAN).toList();
    assertThat(overTailnet).isNotEmpty();
    assertThat(overTailnet)
        .allSatisfy(link -> {
          assertThat(link.severity()).isEqualTo(Severity.UNKNOWN);
          assertThat(link.health().text()).isEqualTo(Msg.readingNotReported());
        });
  }

  @Test
  void aNodeIsOnTheNetworkAsFarAsItReports() {
    assertThat(link(Item.LAN, ASUNA).severity()).isEqualTo(Severity.FINE);

    nodes = List.of(node("asuna", false), node("pesubuntu", null));

    assertThat(link(Item.LAN, ASUNA).severity()).isEqualTo(Severity.WARNING);
    assertThat(link(Item.LAN, "machine/pesubuntu").severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void aStaleClusterTellsNothingOfNodes() {
    cluster = cluster.lost(Msg.readingWaiting());

    assertThat(link(Item.LAN, ASUNA).severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(link(Item.LAN, ASUNA).health().text()).isEqualTo(Msg.readingWaiting());
    assertThat(link(Item.LAN, ASUNA).line()).isEqualTo(Link.Line.DOTTED);
  }

  @Test
  void aMachineOutsideTheClusterIsNotKnownToBeOnTheNetwork() {
    nodes = List.of(node("asuna", true));

    assertThat(link(Item.LAN, "machine/pesubuntu").severity()).isEqualTo(Severity.UNKNOWN);
  }

  @Test
  void aGatewayNobodyPutInTheTailnetHasNoLineThere() {
    peers(peer("asuna", "100.81.76.55", Path.DIRECT, null));

    assertThat(find(Item.TAILNET, GATEWAY)).isEmpty();
    assertThat(link(Item.INTERNET, GATEWAY).severity()).isEqualTo(Severity.FINE);
  }

  @Test
  void aNodeTheProfileDoesNotNameIsWiredToTheHomeNetworkOnly() {
    nodes = List.of(node("asuna", true), node("pesubuntu", true), node("nueva", true));

    assertThat(links()).extracting(Link::to).contains("machine/nueva");
    assertThat(find(Item.TAILNET, "machine/nueva")).isEmpty();
  }

  private void peers(Tailnet.Peer... peers) {
    tailnet = house.live(Source.TAILNET, tailnet(State.UP, peers));
  }

  private Link link(String from, String to) {
    return find(from, to).orElseThrow();
  }

  private Optional<Link> find(String from, String to) {
    return links().stream()
        .filter(link -> link.from().equals(from) && link.to().equals(to))
        .findFirst();
  }

  private List<Link> links() {
    Profile profile = Profile.example();
    var picture =
        new House(
            profile, tailnet, cluster, house.homelab.gpu().get(), house.homelab.model().get());
    return Links.of(picture, Box.of(profile, nodes, Set.of()));
  }
}
