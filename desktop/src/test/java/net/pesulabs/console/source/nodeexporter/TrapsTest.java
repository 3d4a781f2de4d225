package net.pesulabs.console.source.nodeexporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Card.Throttle;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What real exporters and kernels say that is not so, each from a real scrape. What comes with a
 * refusal or a failed collector is in {@link ScraperTest}, {@link GpuSourceTest} and {@link
 * ExporterCheckupTest}; counters that begin anew in {@link ProcessorsTest} and {@link LinksTest}.
 */
class TrapsTest {

  private static final String CHIP = "0000:02:00_0_0000:03:00_0";

  private final MovableClock clock = new MovableClock();
  private final GpuReader reader = new GpuReader("box", clock);

  /** node_exporter before 1.11.0 takes an Intel card for an AMD one, all of whose files are 0. */
  @ParameterizedTest
  @ValueSource(
      strings = {"node_exporter-1.5.0-full", "node_exporter-1.9.0-full", "amd-phantom-busy"})
  void anIntelCardOfZerosIsNoCard(String capture) throws Failure {
    String text = text(capture);
    assertThat(text).contains("node_drm_memory_vram_size_bytes{card=\"card0\"} 0\n");
    assertThat(read(text).cards()).extracting(Card::id).containsExactly("card1");
  }

  @Test
  void theExporterOf1111HasNoPhantomCard() throws Failure {
    String text = text("node_exporter-1.11.1-full");
    assertThat(text).doesNotContain("card0");
    assertThat(read(text).cards()).extracting(Card::id).containsExactly("card1");
  }

  /** The exporter writes 0 for a file that is missing, and says that all went well. */
  @Test
  void aCardAtZeroWithoutASensorMayBeAsleepAndIsNotSaidToIdle() throws Failure {
    Card card = card(text("amd-asleep"));
    assertThat(card.state()).isEqualTo(CardState.ASLEEP);
    assertThat(card.busyPercent()).isNull();
    assertThat(card.power().watts()).isNull();
    assertThat(card.clocks()).isEqualTo(Card.Clocks.UNKNOWN);
  }

  @Test
  void aCardAtZeroWhoseSensorsSpeakIdles() throws Failure {
    Card card = card(with("gpu_busy_percent{card=\"card1\"}", "0"));
    assertThat(card.state()).isEqualTo(CardState.IDLE);
    assertThat(card.busyPercent()).isZero();
  }

  @Test
  void aSensorThatReadsZeroIsNotACardAtZeroDegrees() throws Failure {
    Card card = card(with(sensor("temp_celsius", "temp2"), "0"));
    assertThat(card.junction().celsius()).isNull();
    assertThat(card.edge().celsius()).isEqualTo(52);
    assertThat(card(with(sensor("power_average_watt", "power1"), "0")).power().watts()).isNull();
    assertThat(card(with(sensor("power_cap_watt", "power1"), "0")).power().capWatts()).isNull();
    assertThat(card(with(sensor("temp_crit_celsius", "temp2"), "0")).junction().limitCelsius())
        .isNull();
  }

  @Test
  void sharedMemoryOfNoSizeIsUnknownAndNotEmpty() throws Failure {
    assertThat(card(with("memory_gtt_size_bytes{card=\"card1\"}", "0")).gtt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "+Inf", "-Inf"})
  void whatIsNoFiniteNumberIsNotTold(String value) throws Failure {
    assertThat(card(with("gpu_busy_percent{card=\"card1\"}", value)).busyPercent()).isNull();
    assertThat(card(with(sensor("temp_celsius", "temp1"), value)).edge().celsius()).isNull();
    assertThat(card(with(sensor("power_average_watt", "power1"), value)).power().watts()).isNull();
    assertThat(card(with(sensor("fan_rpm", "fan1"), value)).fan().rpm()).isNull();
    assertThat(card(with("memory_gtt_used_bytes{card=\"card1\"}", value)).gtt()).isNull();
    Failure refused =
        catchThrowableOfType(
            Failure.class, () -> card(with("memory_vram_used_bytes{card=\"card1\"}", value)));
    assertThat(refused.why().key()).isEqualTo("gpu-source.no-memory");
  }

  @ParameterizedTest
  @CsvSource({
    "1.2884901888e+10, 12884901888",
    "12884901888, 12884901888",
    "1.2884901888E10, 12884901888"
  })
  void largeNumbersComeWithExponents(String written, long bytes) throws Failure {
    assertThat(card(with("memory_vram_used_bytes{card=\"card1\"}", written)).vramUsedBytes())
        .isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2e+10", "-1", "1e+30"})
  void moreMemoryUsedThanThereIsIsRefused(String used) {
    assertThat(
            catchThrowableOfType(
                Failure.class, () -> card(with("memory_vram_used_bytes{card=\"card1\"}", used))))
        .isNotNull();
  }

  /** The kernel gives one or the other, or both. */
  @Test
  void powerIsTheAverageWhereThereIsOne() throws Failure {
    String average = sensor("power_average_watt", "power1");
    String now = sensor("power_watt", "power1");
    assertThat(card(text("amd-normal-1.11.1") + now + " 99\n").power().watts()).isEqualTo(145);
    assertThat(card(text("amd-normal-1.11.1").replace(average, now)).power().watts())
        .isEqualTo(145);
    assertThat(card(with(average, "NaN") + now + " 99\n").power().watts()).isEqualTo(99);
  }

  /** The numbers of hwmon change from one start of the machine to the next, and so do cards'. */
  @Test
  void chipsAndCardsMayBeCalledOtherwise() throws Failure {
    Card usual = card(text("amd-normal-1.11.1"));
    Card other =
        card(
            text("amd-normal-1.11.1")
                .replace(CHIP, "0000:0a:00_0_0000:0b:00_0")
                .replace("card1", "card7"));
    assertThat(other.id()).isEqualTo("card7");
    assertThat(other.junction()).isEqualTo(usual.junction());
    assertThat(other.power()).isEqualTo(usual.power());
    assertThat(card(text("amd-normal-1.11.1").replace(CHIP, "hwmon9")).power())
        .isEqualTo(usual.power());
  }

  @Test
  void sensorsAreKnownByTheirLabelsAndNotByTheirNumbers() throws Failure {
    String swapped =
        text("amd-normal-1.11.1")
            .replace("label=\"edge\",sensor=\"temp1\"", "label=\"mem\",sensor=\"temp1\"")
            .replace("label=\"mem\",sensor=\"temp3\"", "label=\"edge\",sensor=\"temp3\"");
    assertThat(card(swapped).edge().celsius()).isEqualTo(70);
    assertThat(card(swapped).memory().celsius()).isEqualTo(52);
    String without = text("amd-normal-1.11.1").replaceAll("(?m)^node_hwmon_sensor_label.*\\n", "");
    assertThat(card(without).junction().celsius()).isEqualTo(61);
    String twice = text("amd-normal-1.11.1").replace("label=\"junction\"", "label=\"edge\"");
    assertThat(card(twice).edge().celsius()).as("two that say so").isNull();
    assertThat(card(twice).junction().celsius()).isNull();
  }

  @Test
  void twoCardsArePairedInOrderOfTheirPlace() throws Failure {
    String two =
        text("amd-normal-1.11.1")
            + """
            node_drm_gpu_busy_percent{card="card10"} 3
            node_drm_memory_vram_size_bytes{card="card10"} 8e+09
            node_drm_memory_vram_used_bytes{card="card10"} 1e+09
            node_hwmon_chip_names{chip="0000:00:08_1_0000:0c:00_0",chip_name="amdgpu"} 1
            node_hwmon_power_average_watt{chip="0000:00:08_1_0000:0c:00_0",sensor="power1"} 20
            """;
    GpuNode node = read(two);
    assertThat(node.cards()).extracting(Card::id).containsExactly("card1", "card10");
    assertThat(node.cards()).extracting(card -> card.power().watts()).containsExactly(145.0, 20.0);
  }

  @Test
  void aSecondCardWithoutAChipTakesNobodyElsesFigures() throws Failure {
    String two =
        text("amd-normal-1.11.1")
            + """
            node_drm_gpu_busy_percent{card="card2"} 3
            node_drm_memory_vram_size_bytes{card="card2"} 8e+09
            node_drm_memory_vram_used_bytes{card="card2"} 1e+09
            """;
    assertThat(read(two).cards())
        .hasSize(2)
        .allSatisfy(card -> {
          assertThat(card.power()).isEqualTo(Card.Power.UNKNOWN);
          assertThat(card.edge()).isEqualTo(Card.Heat.UNKNOWN);
        });
  }

  /** The driver has no such file, and the exporter makes absolute zero of that. */
  @Test
  void absoluteZeroIsNoLimit() throws Failure {
    String text = text("amd-normal-1.11.1");
    assertThat(text).contains("node_hwmon_temp_crit_hyst_celsius{chip=\"" + CHIP);
    assertThat(card(text).junction().limitCelsius()).isEqualTo(110);
    String crit = with(sensor("temp_crit_celsius", "temp2"), "-273.15000000000003");
    assertThat(card(crit).junction().limitCelsius()).isNull();
  }

  @Test
  void aFanThatReportsAllBitsStandsStill() throws Failure {
    assertThat(card(with(sensor("fan_rpm", "fan1"), "65535")).fan().rpm()).isZero();
    assertThat(card(with(sensor("fan_rpm", "fan1"), "0")).fan().rpm()).isZero();
    assertThat(card(with(sensor("fan_rpm", "fan1"), "65534")).fan().rpm()).isNull();
  }

  @Test
  void clocksAreToldFrom190OnUnderTheirOwnNames() throws Failure {
    assertThat(card(text("node_exporter-1.5.0-full")).clocks()).isEqualTo(Card.Clocks.UNKNOWN);
    assertThat(card(text("node_exporter-1.9.0-full")).clocks())
        .isEqualTo(new Card.Clocks(2124.0, 1218.0));
    assertThat(card(text("node_exporter-1.11.1-full")).clocks())
        .isEqualTo(new Card.Clocks(2124.0, 1218.0));
  }

  @Test
  void aLoadedModelThatHoldsTheCardAtFullIsNotWork() throws Failure {
    String text = text("amd-phantom-busy-1.11.1");
    read(text);
    read(text);
    assertThat(card(text).state()).isEqualTo(CardState.PHANTOM_BUSY);
    assertThat(card(text).throttle()).isNull();
  }

  @Test
  void aCardFirstSeenHotAndFullSpills() throws Failure {
    Card card = card(text("amd-hot-vram-spill"));
    assertThat(card.state()).isEqualTo(CardState.BUSY);
    assertThat(card.gtt()).isNotNull();
    assertThat(card.gtt().spilledBytes()).as("of 4 GiB, surely").isEqualTo(3L << 30);
    assertThat(card.throttle()).as("109 of 110 °C, and no clock to compare").isNull();
  }

  @Test
  void aCardSeenWithRoomBeforeItIsFullSpillsAllAboveItsLevel() throws Failure {
    read(text("amd-normal"));
    assertThat(card(text("amd-hot-vram-spill")).gtt().spilledBytes())
        .isEqualTo((4L << 30) - 268_435_456);
  }

  @Test
  void aCardAtItsLimitIsHeldBackByHeat() throws Failure {
    assertThat(card(with(sensor("temp_celsius", "temp3"), "108")).throttle())
        .isEqualTo(Throttle.HEAT);
  }

  @Test
  void anotherMachineBehindTheSameAddressHasItsOwnLevels() throws Failure {
    read(text("amd-normal"));
    String other = text("amd-hot-vram-spill").replace("nodename=\"pesubuntu\"", "nodename=\"b\"");
    clock.move(Duration.ofSeconds(1));
    GpuNode node = read(other);
    assertThat(node.host()).isEqualTo("b");
    assertThat(node.cards().getFirst().gtt().spilledBytes()).isEqualTo(3L << 30);
    assertThat(node.machine().cpuPercent()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<b>card1</b>", "card1\\\\n", "renderD128", "card12345"})
  void whatIsCalledLikeNoCardIsNone(String label) throws Failure {
    assertThat(
            read(text("amd-normal-1.11.1").replace("card=\"card1\"", "card=\"" + label + "\""))
                .cards())
        .isEmpty();
  }

  private GpuNode read(String text) throws Failure {
    return reader.read(PrometheusText.parse(text, "box:9100", Collectors::isRead), null);
  }

  private Card card(String text) throws Failure {
    return read(text).cards().getFirst();
  }

  private static String sensor(String metric, String sensor) {
    return "node_hwmon_%s{chip=\"%s\",sensor=\"%s\"}".formatted(metric, CHIP, sensor);
  }

  /** A real scrape in which one series has another value. */
  private static String with(String series, String value) {
    String text = text("amd-normal-1.11.1");
    int start = text.indexOf(series + " ");
    assertThat(start).isPositive();
    return text.substring(0, start)
        + series
        + " "
        + value
        + text.substring(text.indexOf('\n', start));
  }

  private static String text(String capture) {
    return Captures.text("node/" + capture + ".prom");
  }
}
