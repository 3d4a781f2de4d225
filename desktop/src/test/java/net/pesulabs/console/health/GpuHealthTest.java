package net.pesulabs.console.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Card.Throttle;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.i18n.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a card's figures mean, one row a trap. */
class GpuHealthTest {

  private static final long VRAM = 17_163_091_968L;

  /** A card that works well, of which a test says what is different. */
  private record Told(
      CardState state,
      double vramPercent,
      long spilled,
      @Nullable Double edge,
      @Nullable Double junction,
      @Nullable Double memory,
      boolean limits,
      @Nullable Double fan,
      @Nullable Throttle throttle) {

    static final Told WELL = new Told(CardState.BUSY, 60, 0, 60.0, 75.0, 70.0, true, 1400.0, null);

    Told state(CardState other) {
      return new Told(other, vramPercent, spilled, edge, junction, memory, limits, fan, throttle);
    }

    Told vram(double percent, long bytes) {
      return new Told(state, percent, bytes, edge, junction, memory, limits, fan, throttle);
    }

    Told heat(@Nullable Double e, @Nullable Double j, @Nullable Double m) {
      return new Told(state, vramPercent, spilled, e, j, m, limits, fan, throttle);
    }

    Told noLimits() {
      return new Told(state, vramPercent, spilled, edge, junction, memory, false, fan, throttle);
    }

    Told fan(@Nullable Double rpm) {
      return new Told(state, vramPercent, spilled, edge, junction, memory, limits, rpm, throttle);
    }

    Told held(Throttle by) {
      return new Told(state, vramPercent, spilled, edge, junction, memory, limits, fan, by);
    }

    Card card() {
      return new Card(
          "card1",
          null,
          state,
          90.0,
          new Card.Vram((long) (VRAM * vramPercent / 100), VRAM),
          new Card.Gtt(300L << 20, 16L << 30, spilled),
          new Card.Heat(edge, limits ? (Double) 100.0 : null),
          new Card.Heat(junction, limits ? (Double) 110.0 : null),
          new Card.Heat(memory, limits ? (Double) 108.0 : null),
          new Card.Power(180.0, 236.0),
          new Card.Fan(fan, 3300.0),
          Card.Clocks.UNKNOWN,
          throttle);
    }
  }

  static Stream<Arguments> cards() {
    Told well = Told.WELL;
    return Stream.of(
        row("working", well, CardCondition.WORKING),
        row("idle", well.state(CardState.IDLE), CardCondition.IDLE),
        row("asleep", well.state(CardState.ASLEEP), CardCondition.ASLEEP),
        row("phantom load", well.state(CardState.PHANTOM_BUSY), CardCondition.PHANTOM_BUSY),
        row("at its power limit", well.held(Throttle.POWER), CardCondition.AT_POWER_LIMIT),
        row("junction hot", well.heat(80.0, 105.0, 90.0), CardCondition.HOT, "gpu-hot"),
        row("junction not yet", well.heat(80.0, 104.9, 90.0), CardCondition.WORKING),
        row("memory hot", well.heat(80.0, 90.0, 103.0), CardCondition.HOT, "gpu-hot"),
        row("edge hot", well.heat(95.0, null, null), CardCondition.HOT, "gpu-hot"),
        row("warm, no limit told", well.heat(95.0, 109.0, null).noLimits(), CardCondition.WORKING),
        row(
            "slowed by heat",
            well.heat(90.0, 110.0, 95.0).held(Throttle.HEAT),
            CardCondition.SLOWED_BY_HEAT,
            "gpu-hot",
            "gpu-slowed-by-heat"),
        row(
            "slowed, temperatures not told",
            well.heat(null, null, null).held(Throttle.HEAT),
            CardCondition.SLOWED_BY_HEAT,
            "gpu-slowed-by-heat"),
        row("fan rests while cool", well.fan(0.0), CardCondition.WORKING),
        row("fan not told", well.heat(80.0, 104.0, 90.0).fan(null), CardCondition.WORKING),
        row(
            "fan stopped while hot",
            well.heat(84.0, 96.0, 90.0).fan(0.0),
            CardCondition.FAN_STOPPED,
            "gpu-fan-stopped"),
        row(
            "fan stopped, no limit told",
            well.heat(86.0, null, null).noLimits().fan(0.0),
            CardCondition.FAN_STOPPED,
            "gpu-fan-stopped"),
        row("nearly full", well.vram(96, 0), CardCondition.VRAM_FULL, "vram-full"),
        row("full enough", well.vram(95, 0), CardCondition.WORKING),
        row(
            "spilling",
            well.vram(99, 2L << 30),
            CardCondition.SPILLING,
            "vram-full",
            "vram-spilling"),
        row(
            "hot, and its memory full at rest",
            well.state(CardState.PHANTOM_BUSY).vram(97, 0).heat(80.0, 106.0, 90.0),
            CardCondition.HOT,
            "gpu-hot",
            "vram-full"));
  }

  private static Arguments row(String name, Told told, CardCondition speaks, String... causes) {
    return argumentSet(name, told.card(), speaks, Set.of(causes));
  }

  @ParameterizedTest
  @MethodSource("cards")
  void oneConditionSpeaksAndAllIsFound(Card card, CardCondition speaks, Set<String> causes) {
    List<Diagnosis> found = GpuHealth.diagnose(card, Set.of());
    var said = new HashSet<String>();
    for (Diagnosis diagnosis : found) {
      Judged.as(diagnosis, Severity.WARNING, diagnosis.cause(), "");
      said.add(diagnosis.cause());
    }
    assertThat(said).isEqualTo(causes);
    Health health = GpuHealth.of(card);
    assertThat(health.text()).isEqualTo(speaks.title());
    assertThat(health.severity()).isEqualTo(causes.isEmpty() ? Severity.FINE : Severity.WARNING);
  }

  @Test
  void aFigureAboutItsThresholdDoesNotEndWhatItBegan() {
    Card cooler = Told.WELL.heat(80.0, 102.0, 90.0).vram(93, 0).card();
    assertThat(GpuHealth.diagnose(cooler, Set.of())).isEmpty();
    assertThat(GpuHealth.diagnose(cooler, Set.of("gpu-hot", "vram-full")))
        .extracting(Diagnosis::cause)
        .containsExactlyInAnyOrder("gpu-hot", "vram-full");
    Card cool = Told.WELL.heat(80.0, 99.0, 90.0).vram(91, 0).card();
    assertThat(GpuHealth.diagnose(cool, Set.of("gpu-hot", "vram-full"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CardCondition.class)
  void eachConditionHasItsWordsAndExplanation(CardCondition condition) {
    for (var text : List.of(condition.title(), condition.explanation())) {
      assertThat(text.in(Language.EN)).isNotBlank().isNotEqualTo(text.in(Language.ES));
    }
    assertThat(
            Stream.of(CardCondition.values())
                .filter(other -> other != condition)
                .map(other -> other.title().in(Language.ES)))
        .doesNotContain(condition.title().in(Language.ES));
  }
}
