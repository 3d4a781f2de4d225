package net.pesulabs.console.source.tailscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import net.pesulabs.console.homelab.Tailnet;
import net.pesulabs.console.homelab.Tailnet.Path;
import net.pesulabs.console.homelab.Tailnet.Peer;
import net.pesulabs.console.homelab.Tailnet.State;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusReaderTest {

  /** The samples' own time. */
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "running,UP",
    "exitnode,UP",
    "stopped,STOPPED",
    "needslogin,NEEDS_LOGIN",
    "needsapproval,NEEDS_APPROVAL",
    "selfexpired,KEY_EXPIRED"
  })
  void tellsTheStates(String capture, State state) throws Failure {
    assertThat(read(capture).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"Starting,STARTING", "NoState,STARTING", "InUseOtherUser,OTHER_USER", "Running,UP"})
  void tellsTheStatesWithoutASample(String backend, State state) throws Failure {
    assertThat(readText("{\"BackendState\":\"" + backend + "\"}").state()).isEqualTo(state);
  }

  @Test
  void tellsHowEachPeerIsReached() throws Failure {
    Tailnet tailnet = read("running");
    assertThat(tailnet.peers())
        .extracting(Peer::name, Peer::path, Peer::via, Peer::lastSeen)
        .containsExactly(
            row("asuna", Path.DIRECT, "192.168.8.20:41641", null),
            row("gl-mt2500", Path.DIRECT, "192.168.8.1:41641", null),
            row("old-nas", Path.EXPIRED, null, "2026-06-30T04:00:00Z"),
            row("pesubuntu", Path.RELAYED, "waw", null),
            row("pixel", Path.OFFLINE, null, "2026-11-21T20:14:00Z"),
            row("tablet", Path.IDLE, null, null));
    assertThat(tailnet.version()).isEqualTo("1.102.3-t0123456789-g9876543210");
    assertThat(tailnet.warnings())
        .containsExactly("Some peers are advertising routes but --accept-routes is false");
    assertThat(tailnet.byAddress("100.86.122.109").orElseThrow().os()).isEqualTo("linux");
    assertThat(tailnet.self())
        .isEqualTo(
            new Peer(
                "kitchen-laptop",
                "windows",
                List.of("100.101.102.103", "fd7a:115c:a1e0::6767:e007"),
                Path.UNKNOWN,
                null,
                null,
                false,
                false,
                List.of()));
    Peer gateway = tailnet.byAddress("100.72.10.4").orElseThrow();
    assertThat(gateway.routes()).containsExactly("192.168.8.0/24");
    assertThat(gateway.exitNodeOffered()).isTrue();
    assertThat(gateway.exitNode()).isFalse();
  }

  @Test
  void aPeerRelayIsARelay() throws Failure {
    Tailnet tailnet = read("exitnode");
    Peer compute = tailnet.byAddress("100.86.122.109").orElseThrow();
    assertThat(compute.path()).isEqualTo(Path.RELAYED);
    assertThat(compute.via()).isEqualTo("203.0.113.50:7777:vni:42");
    assertThat(tailnet.peers())
        .filteredOn(Peer::exitNode)
        .extracting(Peer::name)
        .containsExactly("gl-mt2500");
  }

  @Test
  void aDeadExitNodeIsOffline() throws Failure {
    String text =
        Captures.text("tailscale/status-exitnode.json")
            .replaceFirst("(\"ExitNodeStatus\": \\{[^}]*?\"Online\": )true", "$1false");
    Peer exit = readText(text).peers().stream().filter(Peer::exitNode).findFirst().orElseThrow();
    assertThat(exit.path()).isEqualTo(Path.OFFLINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stopped", "selfexpired"})
  void whatIsSaidOfPeersWhileNotUpIsOldNews(String capture) throws Failure {
    assertThat(read(capture).peers())
        .isNotEmpty()
        .allMatch(peer -> peer.path() == Path.UNKNOWN && peer.via() == null);
  }

  @Test
  void runningWithoutTheServerIsCutOff() throws Failure {
    String text =
        Captures.text("tailscale/status-running.json")
            .replaceFirst("\"Online\": true", "\"Online\": false");
    Tailnet tailnet = readText(text);
    assertThat(tailnet.state()).isEqualTo(State.CUT_OFF);
    assertThat(tailnet.peers()).extracting(Peer::path).containsOnly(Path.UNKNOWN);
  }

  @Test
  void aLaptopWithoutAKeyIsNoPeer() throws Failure {
    Tailnet tailnet = read("needslogin");
    assertThat(tailnet.self()).isNull();
    assertThat(tailnet.peers()).isEmpty();
    assertThat(tailnet.warnings()).containsExactly("You are logged out.");
    assertThat(tailnet.toString()).doesNotContain("login.tailscale.com");
  }

  @Test
  void bearsNullsAndStrangers() throws Failure {
    Tailnet tailnet =
        readText(
            """
            {"BackendState":"Running","Health":null,"Self":null,"New":[{}],"User":null,"Peer":{"nodekey:1":
              {"TailscaleIPs":null,"Online":true,"Active":true,"CurAddr":null,"NodeID":9223372036854775807,
               "LastSeen":"soon","HostName":"localhost","DNSName":"phone.other.ts.net."}}}
            """);
    assertThat(tailnet.state()).isEqualTo(State.UP);
    assertThat(tailnet.version()).isEmpty();
    assertThat(tailnet.peers())
        .containsExactly(
            new Peer(
                "phone.other.ts.net",
                "",
                List.of(),
                Path.UNKNOWN,
                null,
                null,
                false,
                false,
                List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"BackendState\":\"Dreaming\"}", "{\"BackendState\":null}"})
  void anUnknownStateIsNoState(String text) {
    Failure failure = catchThrowableOfType(Failure.class, () -> readText(text));
    assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_UNDERSTOOD);
  }

  private static org.assertj.core.groups.Tuple row(
      String name, Path path, String via, String seen) {
    return org.assertj.core.api.Assertions.tuple(
        name, path, via, seen == null ? null : Instant.parse(seen));
  }

  private static Tailnet read(String capture) throws Failure {
    return readText(Captures.text("tailscale/status-" + capture + ".json"));
  }

  private static Tailnet readText(String text) throws Failure {
    return StatusReader.read(Json.object(text).orElseThrow(), NOW);
  }
}
