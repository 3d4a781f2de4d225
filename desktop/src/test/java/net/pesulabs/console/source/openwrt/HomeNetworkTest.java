package net.pesulabs.console.source.openwrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "192.168.8.0/24, 192.168.8.77, true",
    "192.168.8.0/24, 192.168.9.77, false",
    "192.168.8.0/22, 192.168.11.255, true",
    "192.168.8.0/22, 192.168.12.0, false",
    "192.168.8.1/32, 192.168.8.1, true",
    "192.168.8.1/32, 192.168.8.2, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "192.168.8.0/24, ::ffff, false",
    "fd00:8::/64, fd00:8::14, true",
    "fd00:8::/64, fd00:9::14, false",
    "192.168.8.0, 192.168.8.1, false",
    "192.168.8.0/33, 192.168.8.1, false",
    "192.168.8.0/-1, 192.168.8.1, false",
    "casa/24, 192.168.8.1, false"
  })
  void tellsWhoIsInIt(String network, String address, boolean inside) {
    assertThat(HomeNetwork.contains(network, InetAddress.ofLiteral(address))).isEqualTo(inside);
  }

  @Test
  void thisComputerIsInItsOwnLoopback() {
    assertThat(HomeNetwork.isHere("127.0.0.0/8")).isTrue();
    assertThat(HomeNetwork.isHere("203.0.113.0/24")).isFalse();
  }
}
