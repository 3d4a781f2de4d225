package net.pesulabs.console.homelab;

import static net.pesulabs.console.page.HouseFixture.node;
import static net.pesulabs.console.page.HouseFixture.peer;
import static net.pesulabs.console.page.HouseFixture.tailnet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.pesulabs.console.homelab.Profile.Machine;
import net.pesulabs.console.homelab.Profile.Role;
import net.pesulabs.console.homelab.Tailnet.Path;
import net.pesulabs.console.homelab.cluster.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereaboutsTest {

  private static final Machine GATEWAY = Profile.example().machine(Role.GATEWAY).orElseThrow();
  private static final Machine ASUNA = Profile.example().machine(Role.SERVICES).orElseThrow();

  private final Whereabouts whereabouts = new Whereabouts(Profile.example());

  @Test
  void aPeerIsFoundByAddressBeforeName() {
    var impostor = peer("asuna", "100.9.9.9", Path.OFFLINE, null);
    var renamed = peer("asuna-1", "100.81.76.55", Path.DIRECT, null);

    assertThat(whereabouts.peer(ASUNA, tailnet(Tailnet.State.UP, impostor, renamed)))
        .contains(renamed);
    assertThat(whereabouts.peer(ASUNA, tailnet(Tailnet.State.UP, impostor))).contains(impostor);
  }

  @Test
  void aGatewayUnderAnotherNameIsTheOneThatRoutesTheHomeNetwork() {
    var router = peer("router", "100.9.9.9", Path.DIRECT, null, "192.168.8.0/24");
    var nas = peer("nas", "100.9.9.8", Path.DIRECT, null);

    assertThat(whereabouts.peer(GATEWAY, tailnet(Tailnet.State.UP, nas, router))).contains(router);
    assertThat(whereabouts.peer(GATEWAY, tailnet(Tailnet.State.UP, nas))).isEmpty();
    assertThat(whereabouts.peer(ASUNA, tailnet(Tailnet.State.UP, router))).isEmpty();
  }

  @Test
  void aNodeIsFoundByNameOrByAddress() {
    Node sameName = node("asuna", true);
    var machine = new Machine("server", Role.SERVICES, "192.168.8.20", "");

    assertThat(whereabouts.node(ASUNA, List.of(node("pesubuntu", true), sameName)))
        .contains(sameName);
    assertThat(whereabouts.node(machine, List.of(node("pesubuntu", true), sameName)))
        .contains(sameName);
    assertThat(whereabouts.node(GATEWAY, List.of(sameName))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://100.86.122.109:8080, pesubuntu",
    "http://192.168.8.20:9100/metrics, asuna",
    "http://asuna.tail1234.ts.net:8080, asuna",
    "http://127.0.0.1:9100/metrics, pesubuntu", // a tunnel: the role decides
    "not a url, pesubuntu",
  })
  void aUrlNamesTheMachineThatServesIt(String url, String machine) {
    assertThat(whereabouts.serving(url, Role.COMPUTE)).map(Machine::name).contains(machine);
  }
}
