package net.pesulabs.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.pesulabs.console.model.Calibration.Prediction;
import net.pesulabs.console.model.Calibration.Sample;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  private static final long MIB = 1L << 20;
  private static final Instant DAY = Instant.parse("2026-11-03T20:00:00Z");
  private static final Range ESTIMATED = Range.ofMebibytes(600, 900);

  private static Sample sample(int day, long exact, long measured) {
    return new Sample(
        "m",
        DAY.plusSeconds(86_400L * day),
        new Prediction(exact * MIB, ESTIMATED),
        measured * MIB);
  }

  @Test
  void withoutASampleAnEstimateStays() {
    assertThat(Calibration.NONE.correct(ESTIMATED)).isEqualTo(ESTIMATED);
    assertThat(Calibration.NONE.basis()).isEmpty();
  }

  @Test
  void aLoadThatTookMoreMovesTheEstimateByThat() {
    Sample more = sample(0, 8000, 8750 + 412);
    assertThat(more.error()).isEqualTo(412 * MIB);
    Calibration calibration = Calibration.NONE.with(more);
    assertThat(calibration.correct(ESTIMATED))
        .isEqualTo(Range.ofMebibytes(750 + 412 - 64, 750 + 412 + 64));
    assertThat(calibration.basis()).contains(more);
  }

  @Test
  void severalSamplesSpanWhatTheyShowed() {
    Calibration calibration =
        Calibration.NONE.with(sample(0, 8000, 8850)).with(sample(1, 4000, 4650));
    assertThat(calibration.correct(ESTIMATED))
        .isEqualTo(Range.ofMebibytes(750 - 100 - 64, 750 + 100 + 64));
  }

  @Test
  void theSameLoadCountsOnceAndOldOnesAreForgotten() {
    Calibration calibration = Calibration.NONE.with(sample(0, 1, 800)).with(sample(0, 1, 900));
    assertThat(calibration.samples()).hasSize(1);
    for (int day = 1; day <= 10; day++) {
      calibration = calibration.with(sample(day, 1, 800));
    }
    assertThat(calibration.samples()).hasSize(5);
    assertThat(calibration.samples().getFirst().at()).isEqualTo(DAY.plusSeconds(86_400L * 6));
  }

  @Test
  void buffersAreNeverLessThanNone() {
    Calibration calibration = Calibration.NONE.with(sample(0, 8000, 7000));
    assertThat(calibration.correct(ESTIMATED)).isEqualTo(new Range(0, 0));
  }
}
