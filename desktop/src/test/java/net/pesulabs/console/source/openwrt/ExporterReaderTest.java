package net.pesulabs.console.source.openwrt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Random;
import net.pesulabs.console.homelab.Router.Device;
import net.pesulabs.console.homelab.Router.Load;
import net.pesulabs.console.homelab.Router.Traffic;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On pages that the exporter itself wrote, of today and of OpenWRT 21.02. */
class ExporterReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-24T00:30:00Z");

  private static Told read(String page) throws Failure {
    return ExporterReader.read(LuaPage.parse(page, "router"), NOW);
  }

  @Test
  void readsTheExporterOfToday() throws Failure {
    Told told = read(Captures.text("openwrt/exporter-new.prom"));
    assertThat(told.device())
        .isEqualTo(
            new Device("GL.iNet GL-MT2500", "OpenWrt 24.10.4 r28959-29397011cb", "GL-MT2500"));
    Load load = told.load();
    assertThat(load.load1()).as("not the one that a guest's name brings").isLessThan(100);
    assertThat(load.load5()).isPositive();
    assertThat(load.memoryTotalBytes()).isEqualTo(25_276_510_208L);
    assertThat(load.memoryAvailableBytes()).isPositive();
    assertThat(load.mostConnections()).isEqualTo(262_144);
    assertThat(load.startedAt()).isBetween(NOW.minusSeconds(200_000), NOW);
    assertThat(load.celsius()).as("it has no sensor").isNull();
    assertThat(told.traffic()).extracting(Traffic::device).containsExactly("ifb0", "ifb1", "eth0");
    assertThat(told.wan()).as("not told by it").isNull();
    assertThat(told.leases()).as("nor these: it lists reservations alone").isNull();
  }

  @Test
  void readsTheExporterOfOpenWrt2102() throws Failure {
    Told told = read(Captures.text("openwrt/exporter-2102.prom"));
    assertThat(told.device().model()).isEqualTo("GL.iNet GL-MT2500");
    assertThat(told.load().load1()).isNotNull();
    assertThat(told.load().startedAt()).isNotNull();
    assertThat(told.traffic()).isNotEmpty();
  }

  @Test
  void aLabelThatIsNotEscapedSpoilsItsLineAlone() throws Failure {
    Told told =
        read(
            """
            # TYPE node_load1 gauge
            node_load1 0.25
            node_network_receive_bytes_total{device="a"b"} 1
            node_network_receive_bytes_total{device="back\\slash"} 2
            node_network_receive_bytes_total{device="two
            lines"} 3
            node_network_receive_bytes_total{device="eth0"} 4
            node_network_transmit_bytes_total{device="eth0"} 5
            node_thermal_zone_temp{policy="step_wise",zone="0"} 51.7
            node_thermal_zone_temp{policy="step_wise",zone="1"} nan
            """);
    assertThat(told.traffic()).containsExactly(new Traffic("eth0", 4, 5));
    assertThat(told.load().load1()).isEqualTo(0.25);
    assertThat(told.load().celsius()).isEqualTo(51.7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "<html><body>Login</body></html>\n",
        "{\"load1\":1}\n",
        "llamacpp:prompt_tokens_total 1\n",
        "node_load1{\n"
      })
  void whatIsNoPageOfItIsToldAsSuch(String page) {
    Failure failure = catchThrowableOfType(Failure.class, () -> read(page));
    assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_UNDERSTOOD);
  }

  @Test
  void halfAPageIsNone() {
    String page = Captures.text("openwrt/exporter-new.prom");
    Failure failure =
        catchThrowableOfType(Failure.class, () -> read(page.substring(0, page.length() - 1)));
    assertThat(failure.kind()).isEqualTo(Failure.Kind.CUT_OFF);
  }

  @Test
  void survivesAnything() {
    var random = new Random(9100);
    String page = Captures.text("openwrt/exporter-2102.prom");
    for (int i = 0; i < 300; i++) {
      var spoilt = new StringBuilder(page);
      for (int j = 0; j < 40; j++) {
        spoilt.setCharAt(random.nextInt(page.length() - 1), (char) random.nextInt(0x180));
      }
      assertThatCode(
              () -> {
                try {
                  assertThat(read(spoilt.toString())).isNotNull();
                } catch (Failure e) {
                  assertThat(e.why()).isNotNull();
                }
              })
          .doesNotThrowAnyException();
    }
  }
}
