package net.pesulabs.console.source.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Card.Throttle;
import net.pesulabs.console.homelab.GpuNode.CardState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottlingTest {

  private static final double BUSY = 99;

  private final Throttling throttling = new Throttling();

  /** Junction and memory with their limits; blank is not told. */
  @ParameterizedTest
  @CsvSource({
    "110, 110, 90, 108, HEAT",
    "111, 110, , , HEAT",
    "80, 110, 108, 108, HEAT",
    ", , 109, 108, HEAT",
    "109, 110, 104, 108,",
    "120, , 120, ,",
    ", 110, , 108,"
  })
  void atACriticalLimitItIsHeat(
      @Nullable Double junction,
      @Nullable Double junctionLimit,
      @Nullable Double memory,
      @Nullable Double memoryLimit,
      @Nullable Throttle expected) {
    Told told =
        told(
            BUSY,
            new Card.Heat(junction, junctionLimit),
            new Card.Heat(memory, memoryLimit),
            100.0,
            2400.0);
    assertThat(throttling.of(told, CardState.BUSY)).isEqualTo(expected);
  }

  @Test
  void nearItsLimitAndClearlySlowerThanWhenItWasCoolItIsHeat() {
    moments(5, BUSY, 80, 200, 2400);
    assertThat(moments(2, BUSY, 107, 200, 1900)).isNull();
    assertThat(moments(1, BUSY, 107, 200, 1900)).isEqualTo(Throttle.HEAT);
    assertThat(moments(1, BUSY, 107, 200, 2300)).isNull();
  }

  @Test
  void nearItsLimitAndAsQuickAsEverNothingHoldsItBack() {
    moments(5, BUSY, 80, 200, 2400);
    assertThat(moments(9, BUSY, 108, 200, 2200)).isNull();
  }

  @Test
  void aLowClockWhileCoolIsNothing() {
    moments(5, BUSY, 80, 200, 2400);
    assertThat(moments(9, BUSY, 90, 200, 1000)).isNull();
  }

  @Test
  void aClockIsComparedOnlyWithThatOfAsMuchWork() {
    moments(20, 60, 80, 100, 2400);
    assertThat(moments(5, BUSY, 107, 200, 1900)).as("never seen as busy and cool").isNull();
    moments(20, 20, 80, 30, 2400);
    assertThat(moments(5, 20, 107, 30, 500)).as("little work").isNull();
  }

  @Test
  void aFewMomentsTeachNoClock() {
    moments(4, BUSY, 80, 200, 2400);
    assertThat(moments(5, BUSY, 107, 200, 1200)).isNull();
  }

  @Test
  void powerHeldAtItsCapForAWhileIsPower() {
    assertThat(moments(2, BUSY, 80, 234, 2000)).isNull();
    assertThat(moments(1, BUSY, 80, 236, 2000)).isEqualTo(Throttle.POWER);
    assertThat(moments(1, BUSY, 80, 210, 2000)).isNull();
    assertThat(moments(2, BUSY, 80, 236, 2000)).isNull();
  }

  @Test
  void aPauseBreaksTheSuccession() {
    moments(2, BUSY, 80, 236, 2000);
    throttling.pause();
    assertThat(moments(2, BUSY, 80, 236, 2000)).isNull();
    assertThat(moments(1, BUSY, 80, 236, 2000)).isEqualTo(Throttle.POWER);
  }

  @ParameterizedTest
  @CsvSource({"PHANTOM_BUSY", "IDLE", "ASLEEP"})
  void aCardThatDoesNotWorkIsNotHeldBackByPower(CardState state) {
    Told told = told(100, heat(50), Card.Heat.UNKNOWN, 236.0, 2000.0);
    for (int i = 0; i < 5; i++) {
      assertThat(throttling.of(told, state)).isNull();
    }
  }

  @Test
  void nearTheLimitAtFullPowerItIsPowerThatShows() {
    moments(9, BUSY, 80, 200, 2400);
    assertThat(moments(3, BUSY, 107, 236, 1900)).isEqualTo(Throttle.POWER);
  }

  @Test
  void aClockHeldDownByPowerIsNotTheUsualOne() {
    moments(9, BUSY, 80, 236, 1500);
    moments(5, BUSY, 80, 200, 2400);
    assertThat(moments(3, BUSY, 107, 200, 1900)).isEqualTo(Throttle.HEAT);
  }

  @Test
  void withoutPowerOrCapOrClocksNothingIsConcluded() {
    Told told = told(BUSY, heat(107), Card.Heat.UNKNOWN, null, null);
    for (int i = 0; i < 9; i++) {
      assertThat(throttling.of(told, CardState.BUSY)).isNull();
    }
  }

  @Test
  void forgetsCardsThatAreGone() {
    moments(2, BUSY, 80, 236, 2000);
    throttling.keepOnly(List.of());
    assertThat(moments(1, BUSY, 80, 236, 2000)).isNull();
  }

  private @Nullable Throttle moments(
      int count, double busy, double junction, double watts, double megahertz) {
    Throttle last = null;
    for (int i = 0; i < count; i++) {
      last =
          throttling.of(
              told(busy, heat(junction), new Card.Heat(70.0, 108.0), watts, megahertz),
              CardState.BUSY);
    }
    return last;
  }

  private static Card.Heat heat(double celsius) {
    return new Card.Heat(celsius, 110.0);
  }

  private static Told told(
      double busy,
      Card.Heat junction,
      Card.Heat memory,
      @Nullable Double watts,
      @Nullable Double megahertz) {
    return new Told(
        "card1",
        null,
        busy,
        null,
        null,
        null,
        Card.Heat.UNKNOWN,
        junction,
        memory,
        new Card.Power(watts, 236.0),
        Card.Fan.UNKNOWN,
        new Card.Clocks(megahertz, null));
  }
}
