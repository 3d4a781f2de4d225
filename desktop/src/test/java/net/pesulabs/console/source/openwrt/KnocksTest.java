package net.pesulabs.console.source.openwrt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.homelab.Profile.Gateway;
import net.pesulabs.console.homelab.Profile.Machine;
import net.pesulabs.console.homelab.Profile.Role;
import net.pesulabs.console.source.Failure;
import org.junit.jupiter.api.Test;

class KnocksTest {

  private static Profile profile(Machine router, Gateway gateway) {
    Profile example = Profile.example();
    return new Profile(
        example.name(),
        example.lan(),
        example.domain(),
        List.of(router),
        example.cluster(),
        example.gpu(),
        example.model(),
        gateway,
        example.tailscale());
  }

  private static Knocks.Where where(Machine router, Gateway gateway, String tailnet)
      throws Failure {
    return Knocks.where(profile(router, gateway), router, tailnet);
  }

  @Test
  void knocksAtBothPortsOfBothAddresses() throws Failure {
    Knocks.Where where =
        where(
            new Machine("r", Role.GATEWAY, "192.168.8.1", "100.72.10.4"),
            Gateway.SILENT,
            "100.72.10.4");
    assertThat(where.doors())
        .extracting(door -> door.host() + ":" + door.port())
        .containsExactly("192.168.8.1:80", "192.168.8.1:443", "100.72.10.4:80", "100.72.10.4:443");
    assertThat(where.dns()).isEqualTo(new Door("192.168.8.1", 53, "192.168.8.1"));
    assertThat(where.itself()).isEqualTo(InetAddress.ofLiteral("192.168.8.1"));
  }

  @Test
  void knocksWhereAPersonSaysInstead() throws Failure {
    Knocks.Where where =
        where(
            new Machine("r", Role.GATEWAY, "203.0.113.7", ""),
            new Gateway("", "", "", "127.0.0.1:8080", "127.0.0.1:5353"),
            "");
    assertThat(where.doors()).containsExactly(new Door("127.0.0.1", 8080, "127.0.0.1:8080"));
    assertThat(where.dns().port()).isEqualTo(5353);
    assertThat(where.itself())
        .as("the name of a public address is asked of others")
        .isEqualTo(InetAddress.ofLiteral("127.0.0.1"));
  }

  @Test
  void aRouterWithoutAddressIsABadSetting() {
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> where(new Machine("r", Role.GATEWAY, "", ""), Gateway.SILENT, ""));
    assertThat(failure.kind()).isEqualTo(Failure.Kind.BAD_SETTING);
  }

  @Test
  void ofTheDoorsOfAnAddressTheOneThatAnswersCounts() throws IOException, InterruptedException {
    try (var open = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
        var names = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      int closed;
      try (var socket = new ServerSocket(0)) {
        closed = socket.getLocalPort();
      }
      var where =
          new Knocks.Where(
              List.of(Door.web("127.0.0.1", closed), Door.web("127.0.0.1", open.getLocalPort())),
              new Door("127.0.0.1", names.getLocalPort(), "names"),
              InetAddress.ofLiteral("192.168.8.1"));
      Knocks knocks = Knocks.all(where, true);
      assertThat(knocks.doors()).hasSize(1);
      assertThat(knocks.doors().values().iterator().next()).isInstanceOf(Door.Knock.Answered.class);
      assertThat(knocks.answersNames()).as("a port that only listens").isFalse();
    }
  }
}
