package net.pesulabs.console.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsTest {

  private static final Instant START = Instant.parse("2026-11-23T20:00:00Z");
  private static final Runs.Interval EACH_SECOND = (from, to) -> Duration.ofSeconds(1);

  @Test
  void threeIntervalsAreALateAnswerAndMoreAreASilence() {
    assertThat(sizes(EACH_SECOND, 0, 1, 2, 5, 6)).containsExactly(5);
    assertThat(sizes(EACH_SECOND, 0, 1, 2, 6, 7)).containsExactly(3, 2);
  }

  @Test
  void slowAnswersAreTheirOwnPace() {
    assertThat(sizes(EACH_SECOND, 0, 10, 20, 30)).containsExactly(4);
    assertThat(sizes(EACH_SECOND, 0, 10, 20, 60, 70)).containsExactly(3, 2);
  }

  @Test
  void aPointBetweenTwoSilencesStandsAlone() {
    assertThat(sizes(EACH_SECOND, 0, 1, 2, 60, 120, 121)).containsExactly(3, 1, 2);
  }

  @Test
  void whereAnswersWereDueLessOftenAWaitIsNoSilence() {
    Runs.Interval slow = (from, to) -> Duration.ofSeconds(6);
    assertThat(sizes(slow, 0, 1, 2, 17, 18)).containsExactly(5);
    assertThat(sizes(slow, 0, 1, 2, 22, 23)).containsExactly(3, 2);
  }

  @Test
  void aFigureThatWasNotToldEndsTheRunAndIsNotZero() {
    var points =
        List.of(
            new TimePoint(START, 1.0),
            new TimePoint(START.plusSeconds(1), null),
            new TimePoint(START.plusSeconds(2), 3.0));
    assertThat(Runs.of(points, EACH_SECOND))
        .containsExactly(List.of(points.get(0)), List.of(points.get(2)));
  }

  @Test
  void nothingMeasuredIsNoRun() {
    assertThat(Runs.of(List.of(), EACH_SECOND)).isEmpty();
    assertThat(Runs.of(List.of(new TimePoint(START, null)), EACH_SECOND)).isEmpty();
  }

  private static List<Integer> sizes(Runs.Interval interval, int... seconds) {
    var points =
        Arrays.stream(seconds).mapToObj(s -> new TimePoint(START.plusSeconds(s), 1.0)).toList();
    return Runs.of(points, interval).stream().map(List::size).toList();
  }
}
