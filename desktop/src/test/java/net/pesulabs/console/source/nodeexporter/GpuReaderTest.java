package net.pesulabs.console.source.nodeexporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import net.pesulabs.console.source.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GpuReaderTest {

  private static final long VRAM = 17_163_091_968L;

  private final MovableClock clock = new MovableClock();
  private final GpuReader reader = new GpuReader("100.86.122.109", clock);

  @Test
  void readsEveryFigureOfACard() throws Failure {
    GpuNode node = reader.read(capture("amd-normal-1.11.1"), null);
    assertThat(node)
        .isEqualTo(
            new GpuNode(
                "pesubuntu",
                List.of(
                    new Card(
                        "card1",
                        null,
                        CardState.BUSY,
                        37.0,
                        new Card.Vram(12_884_901_888L, VRAM),
                        new Card.Gtt(268_435_456L, 16_697_765_888L, 0),
                        new Card.Heat(52.0, 100.0),
                        new Card.Heat(61.0, 110.0),
                        new Card.Heat(70.0, 108.0),
                        new Card.Power(145.0, 236.0),
                        new Card.Fan(1180.0, 3300.0),
                        new Card.Clocks(2124.0, 1218.0),
                        null)),
                new MachineFigures(
                    null,
                    12,
                    0.84,
                    new MachineFigures.Memory(20_971_520_000L, 33_554_432_000L),
                    List.of(
                        new MachineFigures.Disk(
                            "/", "/dev/nvme0n1p2", 72_213_770_240L, 270_553_174_016L)),
                    List.of(new MachineFigures.Link("eth0", null, null)),
                    List.of(
                        new MachineFigures.Temperature("coretemp Package id 0", true, 48, 100.0)),
                    clock.instant().minusMillis(427_789_970))));
  }

  /** Only figures that can be true are told. */
  @ParameterizedTest
  @CsvSource({
    "33e9, 20e9, 20000000000",
    "33e9, 0, 0",
    "33e9, 34e9,",
    "33e9, NaN,",
    "0, 0,",
    "NaN, 1,",
    "33e9, -1,"
  })
  void theMemoryOfTheMachine(String total, String available, @Nullable Long expected)
      throws Failure {
    String text =
        text("amd-normal-1.11.1").replaceAll("(?m)^node_memory_Mem.*\\n", "")
            + "node_memory_MemTotal_bytes %s\nnode_memory_MemAvailable_bytes %s\n"
                .formatted(total, available);
    MachineFigures.Memory memory = reader.read(PrometheusText.parse(text, "x"), null).memory();
    assertThat(memory == null ? null : memory.availableBytes()).isEqualTo(expected);
  }

  @Test
  void anOldExporterTellsNoClocks() throws Failure {
    Card card = onlyCard(capture("amd-normal"), null);
    assertThat(card.clocks().coreMegahertz()).isNull();
    assertThat(card.clocks().memoryMegahertz()).isNull();
    assertThat(card.busyPercent()).isEqualTo(37);
  }

  @ParameterizedTest
  @ValueSource(strings = {"amd-normal", "amd-asleep", "node_exporter-1.9.0-full"})
  void passesOverThePhantomCard(String capture) throws Failure {
    Samples samples = capture(capture);
    assertThat(samples.value("node_drm_memory_vram_size_bytes", "card", "card0")).isZero();
    assertThat(reader.read(samples, null).cards()).extracting(Card::id).containsExactly("card1");
  }

  @Test
  void takesTheRealCardWhateverItsNumber() throws Failure {
    String text = text("amd-normal-1.11.1").replace("card1", "card0");
    assertThat(reader.read(parse(text), null).cards())
        .extracting(Card::id)
        .containsExactly("card0");
  }

  @Test
  void aCardWithoutSensorsIsAsleepAndNotAtZero() throws Failure {
    Card card = onlyCard(capture("amd-asleep"), null);
    assertThat(card.state()).isEqualTo(CardState.ASLEEP);
    assertThat(card.busyPercent()).isNull();
    assertThat(card.edge().celsius()).isNull();
    assertThat(card.power().watts()).isNull();
    assertThat(card.fan().rpm()).isNull();
    assertThat(card.vramUsedBytes()).isEqualTo(27_856_896);
    assertThat(card.power().capWatts()).isEqualTo(236);
  }

  @Test
  void aCardThatWorksIsNotAsleepForWantOfSensors() throws Failure {
    String text =
        text("amd-asleep").replace("percent{card=\"card1\"} 0", "percent{card=\"card1\"} 40");
    assertThat(onlyCard(parse(text), null).state()).isEqualTo(CardState.BUSY);
  }

  @ParameterizedTest
  @CsvSource({"0,IDLE", "4,IDLE", "5,BUSY", "100,BUSY"})
  void tellsIdleFromBusy(String percent, CardState state) throws Failure {
    Card card = onlyCard(parse(with("percent{card=\"card1\"} 37", percent)), null);
    assertThat(card.state()).isEqualTo(state);
    assertThat(card.busyPercent()).isEqualTo(Double.parseDouble(percent));
  }

  @Test
  void aHotCardThatSpillsIsTruthfullyBusy() throws Failure {
    Samples samples = capture("amd-hot-vram-spill");
    for (int i = 0; i < 5; i++) {
      Card card = onlyCard(samples, null);
      assertThat(card.state()).isEqualTo(CardState.BUSY);
      assertThat(card.junction().celsius()).isEqualTo(109);
      assertThat(card.junction().limitCelsius()).isEqualTo(110);
      assertThat(card.memory().celsius()).isEqualTo(104);
      assertThat(card.gtt()).isEqualTo(new Card.Gtt(4L << 30, 16_697_765_888L, 3L << 30));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"amd-phantom-busy", "amd-phantom-busy-1.11.1"})
  void aResidentModelIsPhantomBusyFromTheThirdSampleOn(String capture) throws Failure {
    Samples samples = capture(capture);
    assertThat(onlyCard(samples, true).state()).isEqualTo(CardState.BUSY);
    assertThat(onlyCard(samples, true).state()).isEqualTo(CardState.BUSY);
    assertThat(onlyCard(samples, true).state()).isEqualTo(CardState.PHANTOM_BUSY);
    assertThat(onlyCard(samples, false).state()).isEqualTo(CardState.BUSY);
    assertThat(onlyCard(samples, true).state()).isEqualTo(CardState.PHANTOM_BUSY);
    reader.forget();
    assertThat(onlyCard(samples, true).state()).isEqualTo(CardState.BUSY);
  }

  @Test
  void takesAverageOrInputPower() throws Failure {
    String input = text("amd-normal-1.11.1").replace("power_average_watt", "power_watt");
    assertThat(onlyCard(parse(input), null).power().watts()).isEqualTo(145);
    String both =
        text("amd-normal-1.11.1") + "node_hwmon_power_watt{chip=\"0000:02:00_0_0000:03:00_0\"} 9\n";
    assertThat(onlyCard(parse(both), null).power().watts()).isEqualTo(145);
  }

  @Test
  void aFanThatReportsAllBitsStandsStill() throws Failure {
    Card card =
        onlyCard(
            parse(
                with("fan_rpm{chip=\"0000:02:00_0_0000:03:00_0\",sensor=\"fan1\"} 1180", "65535")),
            null);
    assertThat(card.fan().rpm()).isZero();
  }

  @Test
  void figuresThatAreNoNumbersAreNotTold() throws Failure {
    assertThat(onlyCard(parse(with("percent{card=\"card1\"} 37", "NaN")), null).busyPercent())
        .isNull();
    assertThat(onlyCard(parse(with("percent{card=\"card1\"} 37", "255")), null).busyPercent())
        .isNull();
    assertThat(
            onlyCard(parse(with("gtt_size_bytes{card=\"card1\"} 1.6697765888e+10", "0")), null)
                .gttUsedBytes())
        .isNull();
  }

  @Test
  void aCardWithoutItsMemoryIsRefused() {
    String text = text("amd-normal-1.11.1").replaceAll("(?m)^node_drm_memory_vram_used.*\\n", "");
    Failure failure = catchThrowableOfType(Failure.class, () -> reader.read(parse(text), null));
    assertThat(failure.getMessage()).contains("card1");
  }

  @Test
  void pairsSeveralCardsInOrderOfAddress() throws Failure {
    GpuNode node =
        reader.read(
            parse(twoCards("0000:02:00_0_0000:03:00_0", "0000:00:08_1_0000:0c:00_0")), null);
    assertThat(node.cards()).extracting(Card::id).containsExactly("card1", "card2");
    assertThat(node.cards()).extracting(c -> c.power().watts()).containsExactly(145.0, 20.0);
  }

  @Test
  void pairsNothingWhereNumbersDiffer() throws Failure {
    GpuNode node = reader.read(parse(text("amd-normal-1.11.1") + secondCard()), null);
    assertThat(node.cards()).hasSize(2).extracting(c -> c.power().watts()).containsOnlyNulls();
  }

  @Test
  void namesTheMachineByItsAddressWhereItTellsNoName() throws Failure {
    String text = text("amd-normal-1.11.1").replaceAll("(?m)^node_uname_info.*\\n", "");
    assertThat(reader.read(parse(text), null).host()).isEqualTo("100.86.122.109");
  }

  private Card onlyCard(Samples samples, @Nullable Boolean modelIdle) throws Failure {
    GpuNode node = reader.read(samples, modelIdle);
    assertThat(node.cards()).hasSize(1);
    return node.cards().getFirst();
  }

  private static String twoCards(String first, String second) {
    String chip =
        """
        node_hwmon_chip_names{chip="%1$s",chip_name="amdgpu"} 1
        node_hwmon_power_average_watt{chip="%1$s",sensor="power1"} 20
        """
            .formatted(second);
    return chip
        + text("amd-normal-1.11.1").replace("0000:02:00_0_0000:03:00_0", first)
        + secondCard();
  }

  private static String secondCard() {
    return """
    node_drm_gpu_busy_percent{card="card2"} 3
    node_drm_memory_vram_size_bytes{card="card2"} 5.36870912e+08
    node_drm_memory_vram_used_bytes{card="card2"} 1.048576e+06
    """;
  }

  /** A normal scrape in which one sample has another value. */
  private static String with(String sample, String value) {
    String text = text("amd-normal-1.11.1");
    assertThat(text).contains(sample + "\n");
    return text.replace(
        sample + "\n", sample.substring(0, sample.lastIndexOf(' ') + 1) + value + "\n");
  }

  private static Samples capture(String name) throws Failure {
    return parse(text(name));
  }

  private static String text(String name) {
    return Captures.text("node/" + name + ".prom");
  }

  private static Samples parse(String text) throws Failure {
    return PrometheusText.parse(text, "box:9100");
  }
}
