package net.pesulabs.console.model.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.pesulabs.console.Rows;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.ModelServer.State;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.model.running.Pace.Kind;
import net.pesulabs.console.model.running.Pace.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaceJudgeTest {

  private static final long GIB = 1L << 30;
  private static final long TOTAL = 17_163_091_968L;
  private static final long WEIGHTS = 4_912_898_304L;
  private static final Profile.Gpu CARD = Profile.Gpu.at("").withCard("Radeon RX 7800 XT", "");

  @Test
  void sixtyTokensOfAnEightBillionModelAreUsual() {
    Pace pace = judge(llama().work(1, 0).speed(65), card());
    assertThat(pace.kind()).isEqualTo(Kind.USUAL);
    // 624e9 over the weights less the table of words, of which but a row is read
    assertThat(pace.bound().most()).isEqualTo(135.9, within(0.2));
    assertThat(pace.percent()).isEqualTo(47.8, within(0.2));
    assertThat(pace.reasons()).isEmpty();
  }

  @Test
  void nobodyAsks() {
    assertThat(judge(llama().work(0, 0), card()).kind()).isEqualTo(Kind.AT_REST);
    assertThat(judge(llama().switchedOff(), card()).kind()).isEqualTo(Kind.AT_REST);
    assertThat(judge(Rows.server(State.SLEEPING).name("m"), card()).kind()).isEqualTo(Kind.AT_REST);
  }

  @Test
  void workWithoutTokensIsReading() {
    assertThat(judge(llama().work(1, 0), card()).kind()).isEqualTo(Kind.READING);
  }

  @Test
  void spillingIsTheReasonWhereThereIsSome() {
    Pace pace = judge(llama().work(1, 0).speed(9), card(9 * GIB, 3 * GIB, null));
    assertThat(pace.kind()).isEqualTo(Kind.SLOW);
    assertThat(pace.reasons()).containsExactly(new Reason.Spilled(3 * GIB));
    assertThat(judge(llama().work(1, 0).speed(9), card(9 * GIB, 1 << 20, null)).reasons())
        .as("a megabyte is none")
        .containsExactly(new Reason.Unexplained());
  }

  @Test
  void weightsThatAreNotAllOnTheCard() {
    Pace pace = judge(llama().work(1, 0).speed(9), card(2 * GIB, 0, null));
    assertThat(pace.reasons()).containsExactly(new Reason.NotAllOnCard(WEIGHTS, 2 * GIB));
    long big = 18 * GIB;
    Pace full =
        judge(
            llama().weights(32_000_000_000L, big, "Q4_K_M").work(1, 0).speed(3),
            card(15 * GIB, 0, null));
    assertThat(full.reasons()).containsExactly(new Reason.NotAllOnCard(big, 15 * GIB));
  }

  @Test
  void heatAndPowerAreToldApart() {
    assertThat(judge(llama().work(1, 0).speed(30), card(9 * GIB, 0, Card.Throttle.HEAT)).reasons())
        .containsExactly(new Reason.Hot());
    assertThat(judge(llama().work(1, 0).speed(30), card(9 * GIB, 0, Card.Throttle.POWER)).reasons())
        .containsExactly(new Reason.PowerLimit());
  }

  @Test
  void severalAnswersShareOneReadingOfTheWeights() {
    Pace pace = judge(llama().work(3, 0).speed(100), card());
    assertThat(pace.bound().most()).isEqualTo(3 * 135.9, within(0.6));
    assertThat(pace.kind()).isEqualTo(Kind.SLOW);
    assertThat(pace.reasons()).containsExactly(new Reason.Several(3));
  }

  @Test
  void aLongConversationIsReadAgainForEachToken() {
    Pace pace = judge(llama().work(1, 0).speed(40).longest(32_768), card());
    assertThat(pace.kind()).isEqualTo(Kind.SLOW);
    assertThat(pace.reasons())
        .singleElement()
        .isInstanceOfSatisfying(
            Reason.Long.class,
            reason -> {
              assertThat(reason.tokens()).isEqualTo(32_768);
              // 4096 MiB of cache at this length: gpu-and-node figures for Llama 3.1 8B
              assertThat(reason.most()).isEqualTo(70.2, within(0.3));
            });
  }

  @Test
  void fasterThanMemoryAllowsIsExplainedAndNotDenied() {
    Pace guesses = judge(llama().work(1, 0).speed(160).speculates(true), card());
    assertThat(guesses.kind()).isEqualTo(Kind.BEYOND);
    assertThat(guesses.reasons()).containsExactly(new Reason.Guesses());
    assertThat(judge(llama().work(1, 0).speed(160).speculates(false), card()).reasons())
        .containsExactly(new Reason.Unexplained());
  }

  @Test
  void aMixtureIsJudgedByItsActivePart() {
    var mixture =
        Rows.server(State.READY)
            .name("Qwen3-30B-A3B-Q4_K_M")
            .weights(30_532_122_624L, 18_556_686_912L, "Q4_K_M")
            .work(1, 0)
            .speed(120);
    assertThat(judge(mixture, null).bound().most()).isEqualTo(336, within(1.0));
  }

  @Test
  void whatIsNotKnownIsSaidToBeUnknown() {
    var untold = Rows.server(State.READY).name("m").work(1, 0).speed(20);
    assertThat(judge(untold, card()).kind()).isEqualTo(Kind.MODEL_UNKNOWN);
    Pace noCard = PaceJudge.of(llama().work(1, 0).speed(20).build(), card(), Profile.Gpu.at(""));
    assertThat(noCard.kind()).isEqualTo(Kind.CARD_UNKNOWN);
    assertThat(noCard.percent()).isNull();
    assertThat(noCard.perSecond()).isEqualTo(20);
  }

  @Test
  void aNameInTheSettingsThatCannotBeThisCardIsNotUsed() {
    Card small = Rows.card("card1", CardState.BUSY, 90.0, 5 * GIB, 8 * GIB);
    assertThat(PaceJudge.of(llama().work(1, 0).speed(20).build(), small, CARD).kind())
        .isEqualTo(Kind.CARD_UNKNOWN);
    assertThat(Bandwidth.of(CARD.withCard("anything", "448,5"), small))
        .hasValueSatisfying(b -> assertThat(b.bytesPerSecond()).isEqualTo(448.5e9));
    assertThat(Bandwidth.of(CARD.withCard("", "fast"), null)).isEmpty();
    assertThat(Bandwidth.of(CARD.withCard("AMD Radeon RX 7900 XTX", ""), null))
        .hasValueSatisfying(b -> assertThat(b.bytesPerSecond()).isEqualTo(960e9));
    assertThat(Bandwidth.of(CARD.withCard("Navi 32 [Radeon RX 7700 XT / 7800 XT]", ""), null))
        .isEmpty();
  }

  private static Rows.Server llama() {
    return Rows.server(State.READY)
        .name("llama")
        .context(16_384, 2)
        .weights(8_030_261_248L, WEIGHTS, "Q4_K_M")
        .width(4096, 128_256);
  }

  private static Card card() {
    return card(9 * GIB, 0, null);
  }

  private static Card card(long used, long spilled, Card.@Nullable Throttle throttle) {
    return new Card(
        "card1",
        null,
        CardState.BUSY,
        97.0,
        new Card.Vram(used, TOTAL),
        new Card.Gtt(spilled + GIB / 4, null, spilled),
        Card.Heat.UNKNOWN,
        Card.Heat.UNKNOWN,
        Card.Heat.UNKNOWN,
        Card.Power.UNKNOWN,
        Card.Fan.UNKNOWN,
        Card.Clocks.UNKNOWN,
        throttle);
  }

  private static Pace judge(Rows.Server server, @Nullable Card card) {
    ModelServer built = server.build();
    return PaceJudge.of(built, card, CARD);
  }
}
