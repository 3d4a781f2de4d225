package net.pesulabs.console.source.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import net.pesulabs.console.source.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpeedTest {

  private final Speed speed = new Speed();
  private long seconds;

  @Test
  void oneScrapeTellsNoSpeed() throws Failure {
    assertThat(speed.next(capture(), 0)).isNull();
    assertThat(speed.next(capture(), 1_000_000_000L)).isNull();
  }

  @Test
  void isOfTheAnswersThatEndedSinceTheScrapeBefore() throws Failure {
    scrape(1000, 10, 1000, 1);
    assertThat(scrape(1130, 12, 1130, 0)).isEqualTo(65);
    assertThat(scrape(1130, 12, 1130, 0)).as("nothing was generated").isNull();
  }

  @Test
  void isKnownWhileAnAnswerIsBeingWritten() throws Failure {
    scrape(0, 0, 3, 1);
    assertThat(scrape(0, 0, 68, 1)).isEqualTo(65);
    assertThat(scrape(0, 0, 133, 1)).isEqualTo(65);
  }

  @Test
  void countsTheAnswersBeingWrittenTogether() throws Failure {
    scrape(0, 0, 0, 2);
    assertThat(scrape(0, 0, 40, 2)).isEqualTo(80);
    assertThat(scrape(0, 0, 80, 1)).as("not the same work as before").isNull();
  }

  @Test
  void readingAPromptIsNotWriting() throws Failure {
    scrape(0, 0, 0, 1);
    for (int i = 1; i < 20; i++) {
      assertThat(scrape(0, 0, i, 1)).as("one large step a second").isNull();
    }
  }

  @Test
  void slowWritingIsMeasuredOverLonger() throws Failure {
    scrape(0, 0, 0, 1);
    for (int i = 1; i < 4; i++) {
      assertThat(scrape(0, 0, 5 * i, 1)).isNull();
    }
    assertThat(scrape(0, 0, 20, 1)).isEqualTo(5);
    assertThat(scrape(0, 0, 25, 1)).isEqualTo(5);
  }

  /** The server writes 1.23457e+06: the last three digits of 1234568 steps are not told. */
  @Test
  void roundedCountersAreNotComparedTooClosely() throws Failure {
    scrape(0, 0, 1_234_560, 1);
    assertThat(scrape(0, 0, 1_234_620, 1)).isNull();
    assertThat(scrape(0, 0, 1_234_690, 1)).isNull();
    assertThat(scrape(0, 0, 1_234_750, 1)).isNull();
    assertThat(scrape(0, 0, 1_234_810, 1)).isCloseTo(62.5, within(0.1));
    speed.reset();
    scrape(500, 123_456, 0, 0);
    assertThat(scrape(600, 123_458, 0, 0)).as("two seconds, give or take one").isNull();
  }

  @Test
  void beginsAgainAfterARestart() throws Failure {
    scrape(1000, 10, 1000, 1);
    assertThat(scrape(5, 0.1, 5, 1)).isNull();
    assertThat(scrape(105, 1.1, 105, 0)).isEqualTo(100);
  }

  @Test
  void stepsDoNotCountTokensOfSpeculation() throws Failure {
    String drafts = "llamacpp:spec_decode_num_drafts_total 7\n";
    speed.next(samples(0, 0, 0, 1, drafts), 0);
    assertThat(speed.next(samples(0, 0, 60, 1, drafts), 1_000_000_000L)).isNull();
  }

  /** The scrape of the next second. */
  private @Nullable Double scrape(double tokens, double time, double steps, int running)
      throws Failure {
    return speed.next(samples(tokens, time, steps, running, ""), ++seconds * 1_000_000_000L);
  }

  private static Samples samples(double tokens, double time, double steps, int running, String more)
      throws Failure {
    return PrometheusText.parse(
        """
        llamacpp:tokens_predicted_total %s
        llamacpp:tokens_predicted_seconds_total %s
        llamacpp:n_decode_total %s
        llamacpp:requests_processing %s
        """
                .formatted(tokens, time, steps, running)
            + more,
        "box:8080");
  }

  private static Samples capture() throws Failure {
    return PrometheusText.parse(Captures.bodyText("llama/metrics.http"), "box:8080");
  }
}
