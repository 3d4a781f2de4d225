package net.pesulabs.console.source.openwrt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.Optional;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.openwrt.Door.Knock;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {

  private static int closedPort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void anOpenPortAnswers() throws IOException {
    try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Knock knock = Door.web("127.0.0.1", socket.getLocalPort()).knock();
      assertThat(knock).isInstanceOf(Knock.Answered.class);
    }
  }

  @Test
  void aTunnelThatIsClosedSaysNothingOfTheRouter() throws IOException {
    Knock knock = Door.web("127.0.0.1", closedPort()).knock();
    assertThat(knock).isInstanceOf(Knock.Silent.class);
    assertThat(((Knock.Silent) knock).why().kind()).isEqualTo(Failure.Kind.REFUSED);
  }

  @Test
  void whoRefusesIsThere() throws IOException {
    Optional<InetAddress> own =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
            .findFirst();
    Assumptions.assumeTrue(own.isPresent(), "this computer has no address but loopback");
    assertThat(Door.web(own.get().getHostAddress(), closedPort()).knock())
        .isInstanceOf(Knock.Answered.class);
  }

  @Test
  void aNameThatIsNoneIsSilent() {
    Knock knock = Door.web("router.invalid", 80).knock();
    assertThat(((Knock.Silent) knock).why().kind()).isEqualTo(Failure.Kind.UNKNOWN_HOST);
  }

  @Test
  void readsHostAndPort() throws Failure {
    assertThat(Door.of("192.168.8.1:5353", 53))
        .isEqualTo(new Door("192.168.8.1", 5353, "192.168.8.1:5353"));
    assertThat(Door.of(" router.lan ", 53)).isEqualTo(new Door("router.lan", 53, "router.lan"));
    assertThat(Door.of("[fd00::1]:53", 53)).isEqualTo(new Door("fd00::1", 53, "[fd00::1]:53"));
    assertThat(Door.of("192.168.8.1:5353", 53).origin().route()).isEqualTo(Route.LAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":53", "192.168.8.1:dns", "http://192.168.8.1", "a b", "host/path"})
  void anythingElseIsToldAsWrong(String text) {
    Failure failure = catchThrowableOfType(Failure.class, () -> Door.of(text, 53));
    assertThat(failure.kind()).isEqualTo(Failure.Kind.BAD_SETTING);
  }
}
