package net.pesulabs.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

  private static final long MIB = 1L << 20;

  /** The RX 7800 XT as its driver reports it. */
  private static final long VRAM = 17_163_091_968L;

  private static final CardMemory CARD = new CardMemory(VRAM, 0L);
  private static final Planner PLANNER = new Planner(Calibration.NONE);

  private static ModelShape model(long weightsMib, int layers, int heads) {
    return ModelShape.typed(weightsMib * MIB, layers, new Attention.Layer(heads, 128, 128, false));
  }

  private static CacheSettings settings(int context, CacheType type) {
    return new CacheSettings(context, type, type, 4, true);
  }

  /** Weights, layers and KV heads of published models, f16 cache. */
  @ParameterizedTest(name = "{0} MiB of weights, {3} tokens: {4}")
  @CsvSource({
    "4685, 32, 8, 32768, Fits", // 8B Q4_K_M
    "8585, 40, 8, 32768, Fits", // 14B Q4_K_M
    "8585, 40, 8, 65536, Smaller",
    "14000, 40, 8, 32768, Smaller", // a short context and a dense cache
    "17700, 48, 4, 4096, Spills", // 30B-A3B Q4_K_M
    "15000, 64, 8, 4096, Spills",
  })
  void theVerdictFollowsTheSum(long weights, int layers, int heads, int context, String verdict) {
    Answer answer =
        PLANNER.answer(model(weights, layers, heads), settings(context, CacheType.F16), CARD);
    assertThat(answer.getClass().getSimpleName()).isEqualTo(verdict);
  }

  @Test
  void theSumIsOfAllParts() {
    var fits =
        (Answer.Fits) PLANNER.answer(model(4685, 32, 8), settings(32768, CacheType.F16), CARD);
    assertThat(fits.need())
        .isEqualTo(new Need(4685 * MIB, 4096 * MIB, Range.ofMebibytes(600, 900), 1024 * MIB));
    assertThat(fits.left()).isEqualTo(VRAM - (4685 + 4096 + 900 + 1024) * MIB);
  }

  @Test
  void whatOthersUseIsNotThere() {
    var model = model(4685, 32, 8);
    var settings = settings(32768, CacheType.F16);
    var alone = (Answer.Fits) PLANNER.answer(model, settings, new CardMemory(VRAM, null));
    assertThat(PLANNER.answer(model, settings, new CardMemory(VRAM, alone.left())))
        .isEqualTo(new Answer.Fits(alone.need(), 0));
    assertThat(PLANNER.answer(model, settings, new CardMemory(VRAM, alone.left() + 1)))
        .isInstanceOf(Answer.Smaller.class);
    assertThat(PLANNER.answer(model, settings, new CardMemory(VRAM, 2 * VRAM)))
        .isInstanceOf(Answer.Spills.class);
  }

  @Test
  void theLongestContextIsExactlyTheLongest() {
    var model = model(8585, 40, 8);
    var answer = (Answer.Smaller) PLANNER.answer(model, settings(131_072, CacheType.F16), CARD);
    int context = answer.remedies().getFirst().settings().context();
    assertThat(answer.remedies().getFirst()).isInstanceOf(Remedy.Shorter.class);
    assertThat(PLANNER.answer(model, settings(context, CacheType.F16), CARD))
        .isInstanceOf(Answer.Fits.class);
    assertThat(PLANNER.answer(model, settings(context + 1, CacheType.F16), CARD))
        .isInstanceOf(Answer.Smaller.class);
  }

  @Test
  void aDividedCacheIsShortenedForEachSlotAlike() {
    var divided = new CacheSettings(200_000, CacheType.F16, CacheType.F16, 3, false);
    var answer = (Answer.Smaller) PLANNER.answer(model(8585, 40, 8), divided, CARD);
    CacheSettings shorter = answer.remedies().getFirst().settings();
    assertThat(shorter.context() % (3 * 256)).isZero();
    assertThat(PLANNER.answer(model(8585, 40, 8), shorter, CARD)).isInstanceOf(Answer.Fits.class);
  }

  @Test
  void theMildestDenserCacheIsAdvised() {
    var half =
        (Answer.Smaller) PLANNER.answer(model(8585, 40, 8), settings(49_152, CacheType.F16), CARD);
    assertThat(half.remedies()).contains(new Remedy.Denser(settings(49_152, CacheType.Q8_0)));
    var quarter =
        (Answer.Smaller) PLANNER.answer(model(8585, 40, 8), settings(98_304, CacheType.F16), CARD);
    assertThat(quarter.remedies()).contains(new Remedy.Denser(settings(98_304, CacheType.Q4_0)));
  }

  @Test
  void bothAreAdvisedWhereNeitherIsEnough() {
    // 13 600 MiB of weights leave 844 MiB: at f16 4096 tokens take 1024, at q8_0 544.
    var model = model(13_600, 64, 8);
    var answer = (Answer.Smaller) PLANNER.answer(model, settings(32_768, CacheType.F16), CARD);
    assertThat(answer.remedies()).hasSize(1);
    assertThat(answer.remedies().getFirst()).isInstanceOf(Remedy.ShorterAndDenser.class);
    assertThat(PLANNER.answer(model, answer.remedies().getFirst().settings(), CARD))
        .isInstanceOf(Answer.Fits.class);
  }

  @Test
  void ofAnUnknownArchitectureOnlyTheWeightsAreJudged() {
    var unknown = new Attention.NotKnown(Msg.plannerWhyUnknown("new"));
    assertThat(PLANNER.answer(of(unknown, 4000), settings(4096, CacheType.F16), CARD))
        .isEqualTo(new Answer.CannotTell(unknown.why(), 4000 * MIB));
    assertThat(PLANNER.answer(of(unknown, 20_000), settings(4096, CacheType.F16), CARD))
        .isEqualTo(new Answer.WeightsSpill(20_000 * MIB, 20_000 * MIB - VRAM));
  }

  private static ModelShape of(Attention attention, long mib) {
    var weights = new Weights(mib * MIB, mib * MIB, mib * MIB);
    return new ModelShape(null, "new", null, null, weights, attention, null, null);
  }

  @Test
  void aCacheThatLlamaCppRefusesIsNotJudged() {
    var odd = ModelShape.typed(MIB, 2, new Attention.Layer(8, 80, 80, false));
    assertThat(PLANNER.answer(odd, settings(4096, CacheType.Q8_0), CARD))
        .isInstanceOfSatisfying(
            Answer.CannotTell.class,
            cannot -> assertThat(cannot.why().key()).isEqualTo("planner.why-blocks"));
  }

  @Test
  void noSizesMakeItStumble() {
    var vast =
        ModelShape.typed(1L << 42, 512, new Attention.Layer(1 << 30, 1 << 30, 1 << 30, false));
    var settings = new CacheSettings(10_000_000, CacheType.F32, CacheType.F32, 256, false);
    assertThat(PLANNER.answer(vast, settings, CARD))
        .isInstanceOfSatisfying(
            Answer.CannotTell.class,
            cannot -> assertThat(cannot.why().key()).isEqualTo("planner.why-absurd"));
  }

  /** 307.00 MiB: the Qwen 2.5 32B of llama.cpp's issue 11337, on ROCm, in 2025. */
  @Test
  void theEstimateHoldsWhatAServerOf2025PrintedWithoutItsDriver() {
    var shape =
        new ModelShape(
            null,
            "qwen2",
            null,
            null,
            new Weights(1, 1, 1),
            KvCacheTest.alike(64, new Attention.Layer(8, 128, 128, false)),
            new Width(5120, 27_648, 152_064),
            null);
    Range buffers =
        Buffers.of(shape, new CacheSettings(32_768, CacheType.Q8_0, CacheType.Q8_0, 1, true));
    assertThat(307 * MIB + 300 * MIB).isBetween(buffers.low(), buffers.high());
    assertThat(buffers.high()).isLessThan(1024 * MIB);
  }

  @Test
  void theCeilingIsTheMemorysSpeedOverWhatIsRead() {
    Ceiling ceiling = Ceiling.of(model(4685, 32, 8), settings(32_768, CacheType.F16), 624e9);
    assertThat(Math.round(ceiling.empty())).isEqualTo(127);
    assertThat(Math.round(ceiling.full())).isEqualTo(68);
    var unknown = new Attention.NotKnown(Msg.plannerWhyIncomplete());
    assertThat(Ceiling.of(of(unknown, 4685), settings(32_768, CacheType.F16), 624e9).full())
        .isNull();
  }

  @Test
  void cardsAreKnownByTheirMemory() {
    assertThat(KnownCard.of(VRAM))
        .extracting(KnownCard::name)
        .contains("Radeon RX 7800 XT", "Radeon RX 9070 XT")
        .doesNotContain("Radeon RX 7900 XT", "Radeon RX 7700 XT");
    assertThat(KnownCard.ALL)
        .filteredOn(card -> card.name().equals("Radeon RX 7800 XT"))
        .extracting(KnownCard::gigabytesPerSecond)
        .isEqualTo(List.of(624.0));
  }
}
