package net.pesulabs.console.source.nodeexporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.pesulabs.console.homelab.MachineFigures.Link;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

  private final Links links = new Links();

  @Test
  void toldAreHardwareAndTailscaleAtTheirRates() throws Failure {
    String before = link("eno1", "1e+09", "5000") + link("tailscale0", "100", "200");
    assertThat(next(before, null))
        .containsExactly(new Link("eno1", null, null), new Link("tailscale0", null, null));
    String after = link("tailscale0", "300", "200") + link("eno1", "1.000004e+09", "5100");
    assertThat(next(after, 2.0))
        .containsExactly(new Link("eno1", 2000.0, 50.0), new Link("tailscale0", 100.0, 0.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lo", "veth1a2b", "cni0", "flannel.1", "docker0", "br-1f2e", "virbr0", "kube-ipvs0",
            "bond0",
        "enp4s0.20", "eth0@if7", "cali12", "lxc_health", "wg0", "tun0", "dummy0", "ifb0", "br0"
      })
  void whatIsNoHardwareIsNotTold(String device) throws Failure {
    assertThat(next(link(device, "10", "10") + link("enp4s0", "10", "10"), null))
        .extracting(Link::device)
        .containsExactly("enp4s0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eth0", "enp4s0", "eno1np0", "wlan0", "wlp3s0", "enx00e04c680001", "ib0"})
  void hardwareIs(String device) throws Failure {
    assertThat(next(link(device, "10", "10"), null)).hasSize(1);
  }

  @Test
  void anInterfaceOfAnotherNameIsToldWhereThereIsNoUsualOne() throws Failure {
    assertThat(
            next(link("trunk", "10", "10") + link("veth0", "1", "1") + link("lo", "1", "1"), 1.0))
        .extracting(Link::device)
        .containsExactly("trunk");
  }

  @Test
  void oneThroughWhichNothingEverWentLeadsNowhere() throws Failure {
    assertThat(next(link("eno1", "0", "0") + link("eno2", "0", "7"), null))
        .extracting(Link::device)
        .containsExactly("eno2");
  }

  @Test
  void aCounterThatWentBackBeginsANewSeries() throws Failure {
    next(link("eno1", "1000", "1000"), null);
    assertThat(next(link("eno1", "10", "1100"), 1.0))
        .containsExactly(new Link("eno1", null, 100.0));
    assertThat(next(link("eno1", "30", "1100"), 1.0)).containsExactly(new Link("eno1", 20.0, 0.0));
  }

  @Test
  void whatIsNoNumberIsNotTold() throws Failure {
    next(link("eno1", "1000", "1000"), null);
    assertThat(next(link("eno1", "NaN", "+Inf"), 1.0))
        .containsExactly(new Link("eno1", null, null));
    assertThat(next(link("eno1", "1000", "1000"), 1.0))
        .containsExactly(new Link("eno1", null, null));
  }

  @Test
  void withoutTheTimeBetweenThereIsNoRate() throws Failure {
    next(link("eno1", "1000", "1000"), null);
    assertThat(next(link("eno1", "2000", "2000"), null))
        .containsExactly(new Link("eno1", null, null));
  }

  private List<Link> next(String text, @Nullable Double seconds) throws Failure {
    return links.read(PrometheusText.parse(text, "test"), seconds);
  }

  private static String link(String device, String received, String sent) {
    return """
    node_network_receive_bytes_total{device="%1$s"} %2$s
    node_network_transmit_bytes_total{device="%1$s"} %3$s
    """
        .formatted(device, received, sent);
  }
}
