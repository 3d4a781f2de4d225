package net.pesulabs.console.source.devicemetrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import org.junit.jupiter.api.Test;

class DeviceMetricsTest {

  private static final long MIB = 1 << 20;

  private static GpuNode read(String text) throws Failure {
    return new DeviceMetrics("192.168.8.129").read(PrometheusText.parse(text, "here"), null);
  }

  @Test
  void readsTwoInstinctCards() throws Failure {
    GpuNode node = read(Captures.text("gpu/device-metrics-instinct.prom"));

    assertThat(node.host()).isEqualTo("worker-1");
    assertThat(node.cards()).extracting(Card::id).containsExactly("gpu0", "gpu1");
    Card first = node.cards().getFirst();
    assertThat(first.name()).isEqualTo("Instinct MI300X");
    assertThat(first.busyPercent()).isEqualTo(97);
    assertThat(first.vram()).isEqualTo(new Card.Vram(150_000 * MIB, 196_592 * MIB));
    assertThat(first.junction().celsius()).isEqualTo(71);
    assertThat(first.power().watts()).isEqualTo(748);
    assertThat(first.clocks()).isEqualTo(new Card.Clocks(1352.0, 1300.0));
    assertThat(first.edge()).isEqualTo(Card.Heat.UNKNOWN);
    assertThat(node.cards().get(1).clocks()).isEqualTo(new Card.Clocks(132.0, 900.0));
  }

  @Test
  void theFirmwareSaysWhatHoldsACardBack() throws Failure {
    String text = Captures.text("gpu/device-metrics-instinct.prom");

    assertThat(read(text).cards())
        .extracting(Card::throttle)
        .containsExactly(Card.Throttle.POWER, null);
    assertThat(
            read(text.replace(
                    "socket_thermal_residency_percentage{gpu_id=\"1\",hostname=\"worker-1\"} 0",
                    "socket_thermal_residency_percentage{gpu_id=\"1\",hostname=\"worker-1\"} 30"))
                .cards())
        .extracting(Card::throttle)
        .containsExactly(Card.Throttle.POWER, Card.Throttle.HEAT);
  }

  @Test
  void ofARadeonAZeroThatCannotBeIsUnknown() throws Failure {
    GpuNode node = read(Captures.text("gpu/device-metrics-radeon.prom"));

    assertThat(node.cards()).hasSize(1);
    Card card = node.cards().getFirst();
    assertThat(card.vram()).isEqualTo(new Card.Vram(26 * MIB, 24_560 * MIB));
    assertThat(card.gttUsedBytes()).isEqualTo(14 * MIB);
    assertThat(card.edge()).isEqualTo(Card.Heat.UNKNOWN);
    assertThat(card.junction()).isEqualTo(Card.Heat.UNKNOWN);
    assertThat(card.power()).isEqualTo(Card.Power.UNKNOWN);
    assertThat(card.throttle()).isNull();
    // 0 % and no sensor at all: it may sleep, or nobody could read it.
    assertThat(card.state()).isEqualTo(CardState.ASLEEP);
    assertThat(card.busyPercent()).isNull();
    assertThat(card.name()).isNull();
  }

  @Test
  void aContainersNameIsNoName() throws Failure {
    assertThat(read(Captures.text("gpu/device-metrics-radeon.prom")).host())
        .isEqualTo("192.168.8.129");
  }

  @Test
  void aCardOfNothingButZerosIsNone() throws Failure {
    GpuNode node =
        read(
            """
            gpu_total_vram{gpu_id="0"} 16368
            gpu_used_vram{gpu_id="0"} 900
            gpu_gfx_activity{gpu_id="0"} 4
            gpu_total_vram{gpu_id="1"} 0
            gpu_used_vram{gpu_id="1"} 0
            gpu_gfx_activity{gpu_id="1"} 0
            """);
    assertThat(node.cards()).extracting(Card::id).containsExactly("gpu0");
  }

  @Test
  void moreUsedThanThereIsIsNotToldAtAll() throws Failure {
    GpuNode node = read("gpu_total_vram{gpu_id=\"0\"} 16368\ngpu_used_vram{gpu_id=\"0\"} 17000\n");
    assertThat(node.cards()).extracting(Card::vram).isEqualTo(Arrays.asList((Card.Vram) null));
  }

  @Test
  void noCardsIsAMachineWithoutAny() throws Failure {
    assertThat(read("gpu_nodes_total{hostname=\"worker-1\"} 0\n").cards()).isEqualTo(List.of());
  }
}
