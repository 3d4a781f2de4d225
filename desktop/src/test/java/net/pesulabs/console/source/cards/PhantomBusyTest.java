package net.pesulabs.console.source.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhantomBusyTest {

  private final PhantomBusy rule = new PhantomBusy();

  /** Model at rest, memory clock, power, cap; blank is not told. */
  @ParameterizedTest
  @CsvSource({
    "true,96,44,236,true",
    "true,456,,,true",
    "true,1218,44,236,true",
    "true,1218,200,236,false",
    "true,1218,,,false",
    "true,,44,236,true",
    "true,,94.4,236,false",
    "true,,44,,true",
    "true,,,,true",
    "false,96,44,236,false",
    ",96,44,236,true",
    ",1218,200,236,false",
    ",,,,false"
  })
  void wantsAWitnessAndNoneAgainst(
      @Nullable Boolean idle,
      @Nullable Double clock,
      @Nullable Double watts,
      @Nullable Double cap,
      boolean phantom) {
    rule.isPhantom("card1", 100.0, idle, clock, watts, cap);
    rule.isPhantom("card1", 95.0, idle, clock, watts, cap);
    assertThat(rule.isPhantom("card1", 99.0, idle, clock, watts, cap)).isEqualTo(phantom);
  }

  @Test
  void wantsThreeSamplesInARowOfTheSameCard() {
    full("card1");
    full("card1");
    assertThat(full("card2")).isFalse();
    rule.isPhantom("card1", 94.0, true, 96.0, null, null);
    assertThat(full("card1")).isFalse();
    assertThat(full("card1")).isFalse();
    assertThat(full("card1")).isTrue();
    rule.keepOnly(List.of("card2"));
    assertThat(full("card1")).isFalse();
  }

  private boolean full(String card) {
    return rule.isPhantom(card, 100.0, true, 96.0, null, null);
  }
}
