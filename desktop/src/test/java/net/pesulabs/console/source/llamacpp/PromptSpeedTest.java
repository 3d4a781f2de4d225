package net.pesulabs.console.source.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import net.pesulabs.console.source.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromptSpeedTest {

  private final PromptSpeed speed = new PromptSpeed();

  @Test
  void isThatOfThePromptsReadInTheLastMinute() throws Failure {
    assertThat(scrape(0, 1000, 2, 500)).isEqualTo(PromptSpeed.Told.NOTHING);
    PromptSpeed.Told told = scrape(1, 1600, 2.5, 2900);
    assertThat(told.perSecond()).isEqualTo(1200.0);
    assertThat(told.cachedPercent()).isEqualTo(80.0);
    assertThat(scrape(30, 1600, 2.5, 2900)).as("it stays for a while").isEqualTo(told);
    assertThat(scrape(70, 1600, 2.5, 2900)).as("and no longer").isEqualTo(PromptSpeed.Told.NOTHING);
  }

  @Test
  void aPromptThatWasKnownWholeHasNoSpeed() throws Failure {
    scrape(0, 1000, 2, 500);
    PromptSpeed.Told told = scrape(1, 1000, 2, 900);
    assertThat(told.perSecond()).isNull();
    assertThat(told.cachedPercent()).isEqualTo(100.0);
  }

  @Test
  void serversThatDoNotCountTheCachedTellTheSpeedAlone() throws Failure {
    scrape(0, 1000, 2, null);
    PromptSpeed.Told told = scrape(1, 1100, 2.2, null);
    assertThat(told.perSecond()).isEqualTo(500.0, within(1e-6));
    assertThat(told.cachedPercent()).isNull();
  }

  @Test
  void aServerThatBeganAgainIsNoNegativeSpeed() throws Failure {
    scrape(0, 5000, 9, 100);
    assertThat(scrape(1, 40, 0.1, 0)).isEqualTo(PromptSpeed.Told.NOTHING);
    assertThat(scrape(2, 140, 0.3, 0).perSecond()).isEqualTo(500.0, within(1e-6));
  }

  @Test
  void whatTheSixthDigitHidesIsNotTold() throws Failure {
    scrape(0, 12_345_600, 9_000, 0);
    assertThat(scrape(1, 12_345_700, 9_000.1, 0).perSecond()).isNull();
    assertThat(scrape(2, 12_350_000, 9_004, 0).perSecond()).isEqualTo(1100.0);
  }

  @Test
  void figuresThatAreNoneAreNotTaken() throws Failure {
    scrape(0, 1000, 2, 0);
    assertThat(scrape(1, Double.NaN, 2.1, 0)).isEqualTo(PromptSpeed.Told.NOTHING);
    assertThat(scrape(2, 1100, 2.2, 0).perSecond()).isEqualTo(500.0, within(1e-6));
  }

  private PromptSpeed.Told scrape(int second, double read, double seconds, @Nullable Integer cached)
      throws Failure {
    String text =
        "llamacpp:prompt_tokens_total "
            + read
            + "\nllamacpp:prompt_seconds_total "
            + seconds
            + "\n"
            + (cached == null ? "" : "llamacpp:prompt_tokens_cached_total " + cached + "\n");
    Samples samples = PrometheusText.parse(text, "test");
    return speed.next(samples, second * 1_000_000_000L);
  }
}
