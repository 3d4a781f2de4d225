package net.pesulabs.console.source.allsmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import org.junit.jupiter.api.Test;

class AllSmiTest {

  private static GpuNode read(String text) throws Failure {
    return new AllSmi("192.168.8.129").read(PrometheusText.parse(text, "here"), null);
  }

  @Test
  void readsWhatTheProgramSends() throws Failure {
    GpuNode node = read(Captures.text("gpu/all-smi-0.25.prom"));

    assertThat(node.host()).isEqualTo("pesubuntu");
    Card card = node.cards().getFirst();
    assertThat(card.id()).isEqualTo("gpu0");
    assertThat(card.name()).isEqualTo("AMD Radeon RX 7800 XT");
    assertThat(card.state()).isEqualTo(CardState.BUSY);
    assertThat(card.busyPercent()).isEqualTo(37);
    assertThat(card.vram()).isEqualTo(new Card.Vram(12_884_901_888L, 17_163_091_968L));
    assertThat(card.edge()).isEqualTo(new Card.Heat(52.0, null));
    assertThat(card.fan()).isEqualTo(new Card.Fan(1450.0, null));
    assertThat(card.clocks()).isEqualTo(new Card.Clocks(2124.0, 1218.0));
    assertThat(card.gtt()).isNull();
  }

  @Test
  void aThousandthOfTheWattsIsNoFigure() throws Failure {
    Card card = read(Captures.text("gpu/all-smi-0.25.prom")).cards().getFirst();
    assertThat(card.power()).isEqualTo(new Card.Power(null, 236.0));
  }

  @Test
  void tellsOfTheMachineToo() throws Failure {
    MachineFigures machine = read(Captures.text("gpu/all-smi-0.25.prom")).machine();

    assertThat(machine.cpuPercent()).isEqualTo(12.5);
    assertThat(machine.cpus()).isEqualTo(12);
    assertThat(machine.memory())
        .isEqualTo(new MachineFigures.Memory(21_000_000_000L, 33_554_432_000L));
    assertThat(machine.disks())
        .containsExactly(new MachineFigures.Disk("/", "", 512_000_000_000L, 982_820_896_768L));
    assertThat(machine.temperatures())
        .extracting(MachineFigures.Temperature::celsius)
        .containsExactly(47.0);
  }

  @Test
  void readsWhatTheDocumentationSays() throws Failure {
    List<Card> cards = read(Captures.text("gpu/all-smi-documented.prom")).cards();

    assertThat(cards).extracting(Card::id).containsExactly("gpu1", "gpu10");
    assertThat(cards).extracting(Card::name).containsOnly("AMD Radeon RX 7800 XT");
    assertThat(cards.getFirst().power().watts()).isEqualTo(214);
    // Older ones say 0 for what they could not read.
    assertThat(cards.get(1).state()).isEqualTo(CardState.ASLEEP);
    assertThat(cards.get(1).edge()).isEqualTo(Card.Heat.UNKNOWN);
  }

  @Test
  void readsTheLabelsOfEarlierOnes() throws Failure {
    String text =
        """
        all_smi_gpu_utilization{gpu="RX", instance="n", uuid="GPU-1", index="0"} 25.5
        all_smi_gpu_memory_total_bytes{gpu="RX", instance="n", uuid="GPU-1", index="0"} 17163091968
        all_smi_gpu_memory_used_bytes{gpu="RX", instance="n", uuid="GPU-1", index="0"} 1048576
        all_smi_gpu_utilization{gpu="RX", instance="n", uuid="GPU-2", index="1"} 5
        all_smi_gpu_memory_total_bytes{gpu="RX", instance="n", uuid="GPU-2", index="1"} 17163091968
        all_smi_gpu_memory_used_bytes{gpu="RX", instance="n", uuid="GPU-2", index="1"} 2097152
        """;
    assertThat(read(text).cards())
        .extracting(Card::vramUsedBytes)
        .containsExactly(1_048_576L, 2_097_152L);
  }

  @Test
  void cardsThatCannotBeToldApartAreNotGuessed() {
    String text =
        """
        all_smi_gpu_memory_total_bytes{gpu="RX", slot="1"} 17163091968
        all_smi_gpu_memory_total_bytes{gpu="RX", slot="2"} 17163091968
        all_smi_gpu_memory_total_bytes{gpu="RY", slot="1"} 17163091968
        """;
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.why().key()).isEqualTo("gpu-sources.cards-alike"));
  }

  @Test
  void beforeItsFirstLookItKnowsNothing() {
    assertThatThrownBy(() -> read("all_smi_up{instance=\"n\", hostname=\"n\"} 0\n"))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.kind()).isEqualTo(Failure.Kind.UNAVAILABLE));
  }
}
