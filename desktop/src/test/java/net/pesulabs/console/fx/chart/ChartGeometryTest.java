package net.pesulabs.console.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import net.pesulabs.console.fx.TimeChart.Steps;
import org.junit.jupiter.api.Test;

class ChartGeometryTest {

  private static final Instant FROM = Instant.parse("2026-11-23T20:00:00Z");
  private static final double GIB = 1024.0 * 1024 * 1024;

  private final ChartPlot plot =
      new ChartPlot(
          50, 10, 600, 100, FROM, FROM.plusSeconds(600), ChartScale.upTo(100, 4, Steps.DECIMAL));

  @Test
  void ticksAreRound() {
    assertThat(ChartScale.upTo(100, 4, Steps.DECIMAL).ticks())
        .containsExactly(0., 25., 50., 75., 100.);
    assertThat(ChartScale.upTo(236, 5, Steps.DECIMAL).ticks())
        .containsExactly(0., 50., 100., 150., 200.);
    assertThat(ChartScale.upTo(0.7, 2, Steps.DECIMAL).ticks()).containsExactly(0., 0.5);
  }

  @Test
  void theAxisEndsAtTheHighestValueUnlessARoundFigureIsNear() {
    assertThat(ChartScale.upTo(236, 5, Steps.DECIMAL).high()).isEqualTo(236);
    assertThat(ChartScale.upTo(98, 4, Steps.DECIMAL).high()).isEqualTo(100);
  }

  @Test
  void bytesAreDividedByPowersOfTwo() {
    var scale = ChartScale.upTo(17_163_091_968.0, 4, Steps.BINARY);
    assertThat(scale.ticks()).containsExactly(0., 4 * GIB, 8 * GIB, 12 * GIB, 16 * GIB);
  }

  @Test
  void anAxisOfNothingStillHasARange() {
    assertThat(ChartScale.upTo(0, 4, Steps.DECIMAL).high()).isEqualTo(1);
    assertThat(ChartScale.upTo(0, 4, Steps.DECIMAL).part(0)).isZero();
  }

  @Test
  void valuesAndTimesStandWhereTheyBelong() {
    assertThat(plot.y(0)).isEqualTo(110);
    assertThat(plot.y(100)).isEqualTo(10);
    assertThat(plot.y(250)).as("never outside").isEqualTo(10);
    assertThat(plot.x(FROM)).isEqualTo(50);
    assertThat(plot.x(FROM.plusSeconds(300))).isEqualTo(350);
    assertThat(plot.at(350)).isEqualTo(FROM.plusSeconds(300));
    assertThat(plot.at(-1000)).isEqualTo(FROM);
  }

  @Test
  void timesAreRoundInTheZoneOfTheReader() {
    var times =
        ChartTimes.between(
            FROM.plusSeconds(7), FROM.plusSeconds(607), 5, ZoneId.of("Asia/Kathmandu"));
    assertThat(times.step()).isEqualTo(120);
    assertThat(times.ticks().stream().map(t -> times.text(t, ZoneId.of("Asia/Kathmandu"))))
        .containsExactly("01:46", "01:48", "01:50", "01:52", "01:54");
  }

  @Test
  void shortSpansAreToldToTheSecond() {
    var times = ChartTimes.between(FROM, FROM.plusSeconds(60), 4, ZoneOffset.UTC);
    assertThat(times.ticks().stream().map(t -> times.text(t, ZoneOffset.UTC)))
        .containsExactly("20:00:00", "20:00:15", "20:00:30", "20:00:45", "20:01:00");
  }

  @Test
  void noLineCrossesASilence() {
    var line = new ArrayList<PathElement>();
    var runs = List.of(run(100, 101, 102), run(200, 201));
    runs.forEach(run -> ChartPaths.run(plot, run, line, new ArrayList<>()));
    var starts = line.stream().filter(MoveTo.class::isInstance).map(e -> ((MoveTo) e).getX());
    assertThat(starts).containsExactly(150., 250.);
    assertThat(ChartPaths.silences(plot, runs))
        .singleElement()
        .satisfies(silence -> {
          assertThat(silence.from()).isEqualTo(152);
          assertThat(silence.to()).isEqualTo(250);
        });
  }

  @Test
  void aLonePointIsADot() {
    var line = new ArrayList<PathElement>();
    ChartPaths.run(plot, run(100), line, new ArrayList<>());
    assertThat(line).hasSize(2);
    assertThat(((LineTo) line.get(1)).getX()).isCloseTo(150, within(0.1));
  }

  @Test
  void whatIsOlderThanTheAxisIsNotDrawn() {
    var line = new ArrayList<PathElement>();
    ChartPaths.run(plot, run(-5, -1, 0, 1), line, new ArrayList<>());
    assertThat(((MoveTo) line.getFirst()).getX()).isEqualTo(50);
    assertThat(line).hasSize(3);
  }

  @Test
  void aSilenceHasNoValueAndARunTheNearest() {
    var runs = List.of(run(100, 101, 102), run(200));
    Duration aim = Duration.ofSeconds(2);
    assertThat(ChartCursor.measured(runs, FROM.plusSeconds(150), aim)).isEmpty();
    assertThat(ChartCursor.measured(runs, FROM.plusMillis(101_300), aim))
        .contains(new TimePoint(FROM.plusSeconds(101), 101.0));
    assertThat(ChartCursor.measured(runs, FROM.plusSeconds(201), aim))
        .contains(new TimePoint(FROM.plusSeconds(200), 200.0));
  }

  @Test
  void lastValuesDoNotCoverOneAnother() {
    var ends = ChartLabels.apart(List.of(end(50), end(52), end(49)), 14, 0, 120);
    assertThat(ends).extracting(ChartLabels.End::y).containsExactly(49., 63., 77.);
    var low = ChartLabels.apart(List.of(end(118), end(119)), 14, 0, 120);
    assertThat(low).extracting(ChartLabels.End::y).containsExactly(106., 120.);
  }

  private static ChartLabels.End end(double y) {
    return new ChartLabels.End(0, y, Double.toString(y));
  }

  private static List<TimePoint> run(int... seconds) {
    return java.util.Arrays.stream(seconds)
        .mapToObj(s -> new TimePoint(FROM.plusSeconds(s), (double) s))
        .toList();
  }
}
