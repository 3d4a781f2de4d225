package net.pesulabs.console.source.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode.CardState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardJudgeTest {

  private final CardJudge judge = new CardJudge();

  /** Busy, edge temperature, power of 200 W at most; blank is not told. */
  @ParameterizedTest
  @CsvSource({
    "0, , , ASLEEP",
    "0, 40, , IDLE",
    "0, , 20, IDLE",
    "4.9, , , IDLE",
    "5, , , BUSY",
    "100, 70, 180, BUSY",
    ", , , ASLEEP",
    ", 40, 20, ASLEEP",
    ", , 80, BUSY"
  })
  void tellsTheState(
      @Nullable Double busy, @Nullable Double celsius, @Nullable Double watts, CardState state) {
    Card card = judge.judge(List.of(told("a", busy, celsius, watts)), null).getFirst();

    assertThat(card.state()).isEqualTo(state);
    assertThat(card.busyPercent()).isEqualTo(state == CardState.ASLEEP ? null : busy);
  }

  @Test
  void keepsCardsApartAndInOrder() {
    List<Card> cards = List.of();
    for (int i = 0; i < 3; i++) {
      cards =
          judge.judge(List.of(told("b", 100.0, 40.0, 20.0), told("a", 100.0, 70.0, 199.0)), null);
    }
    assertThat(cards).extracting(Card::id).containsExactly("b", "a");
    assertThat(cards)
        .extracting(Card::state)
        .containsExactly(CardState.PHANTOM_BUSY, CardState.BUSY);
    assertThat(cards).extracting(Card::throttle).containsExactly(null, Card.Throttle.POWER);
  }

  @Test
  void whatWasMissedIsNotSuccessive() {
    Told told = told("a", 100.0, 40.0, 20.0);
    judge.judge(List.of(told), null);
    judge.judge(List.of(told), null);
    judge.pause();
    assertThat(judge.judge(List.of(told), null).getFirst().state()).isEqualTo(CardState.BUSY);
  }

  @Test
  void whatWasLearnedOfACardOutlastsASilence() {
    judge.judge(List.of(withMemory(50, 100)), null);
    judge.pause();
    Card card = judge.judge(List.of(withMemory(99, 900)), null).getFirst();
    assertThat(card.gtt()).isEqualTo(new Card.Gtt(900L << 20, 1L << 40, 800L << 20));
  }

  @Test
  void passesOnWhatItWasTold() {
    Told told = told("a", 30.0, 50.0, 60.0);
    Card card = judge.judge(List.of(told), null).getFirst();
    assertThat(card)
        .isEqualTo(
            new Card(
                "a",
                "Radeon",
                CardState.BUSY,
                30.0,
                null,
                null,
                told.edge(),
                told.junction(),
                told.memory(),
                told.power(),
                told.fan(),
                told.clocks(),
                null));
  }

  private static Told withMemory(long percent, long gttMib) {
    return new Told(
        "a",
        null,
        50.0,
        new Card.Vram(percent, 100),
        gttMib << 20,
        1L << 40,
        Card.Heat.UNKNOWN,
        Card.Heat.UNKNOWN,
        Card.Heat.UNKNOWN,
        Card.Power.UNKNOWN,
        Card.Fan.UNKNOWN,
        Card.Clocks.UNKNOWN);
  }

  private static Told told(
      String id, @Nullable Double busy, @Nullable Double celsius, @Nullable Double watts) {
    return new Told(
        id,
        "Radeon",
        busy,
        null,
        null,
        null,
        new Card.Heat(celsius, 100.0),
        Card.Heat.UNKNOWN,
        Card.Heat.UNKNOWN,
        new Card.Power(watts, 200.0),
        Card.Fan.UNKNOWN,
        Card.Clocks.UNKNOWN);
  }
}
