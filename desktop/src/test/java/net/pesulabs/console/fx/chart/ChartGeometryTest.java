package net.pesulabs.console.fx.chart;

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
import net.pesulabs.console.fx.chart.HistoryChart.Steps;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.i18n.Language;
import org.junit.jupiter.api.Test;

class ChartGeometryTest {

  private static final Instant FROM = Instant.parse("2026-11-23T20:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final double GIB = 1024.0 * 1024 * 1024;

  private final ChartPlot plot =
      new ChartPlot(
          50,
          10,
          600,
          100,
          new Stretch(FROM, FROM.plusSeconds(600)),
          ChartScale.upTo(100, 4, Steps.DECIMAL));

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
    var zone = ZoneId.of("Asia/Kathmandu");
    var times = ChartTimes.on(new Stretch(FROM.plusSeconds(7), FROM.plusSeconds(607)), 5, zone);
    assertThat(times.step()).isEqualTo(120);
    assertThat(said(times, zone, Language.EN))
        .containsExactly("01:46", "01:48", "01:50", "01:52", "01:54");
  }

  @Test
  void shortSpansAreToldToTheSecond() {
    var times = ChartTimes.on(new Stretch(FROM, FROM.plusSeconds(60)), 4, ZoneOffset.UTC);
    assertThat(said(times, ZoneOffset.UTC, Language.EN))
        .containsExactly("20:00:00", "20:00:15", "20:00:30", "20:00:45", "20:01:00");
  }

  @Test
  void longSpansAreToldByTheirDaysInTheOrderOfTheLanguage() {
    var month = new Stretch(FROM.minus(Duration.ofDays(30)), FROM);
    var times = ChartTimes.on(month, 6, ZoneOffset.UTC);
    assertThat(said(times, ZoneOffset.UTC, Language.EN)).startsWith("Oct 29", "Nov 3", "Nov 8");
    assertThat(said(times, ZoneOffset.UTC, Language.ES)).startsWith("29 oct", "3 nov", "8 nov");
    var day = new Stretch(FROM.minus(Duration.ofHours(24)), FROM);
    assertThat(said(ChartTimes.on(day, 5, ZoneOffset.UTC), ZoneOffset.UTC, Language.ES))
        .containsExactly("23 nov", "06:00", "12:00", "18:00");
  }

  @Test
  void whereTheClockIsChangedTheTicksStayOnRoundTimes() {
    var zone = ZoneId.of("Europe/Madrid"); // back by an hour at 03:00 on 25 October 2026
    var night =
        new Stretch(Instant.parse("2026-10-24T20:00:00Z"), Instant.parse("2026-10-25T08:00:00Z"));
    var times = ChartTimes.on(night, 5, zone);
    assertThat(said(times, zone, Language.EN)).containsExactly("Oct 25", "03:00", "06:00", "09:00");
    assertThat(times.ticks()).isSorted();
    var days =
        ChartTimes.on(new Stretch(night.from(), night.from().plus(Duration.ofDays(4))), 4, zone);
    assertThat(days.ticks()).allMatch(tick -> tick.atZone(zone).getHour() == 0);
  }

  @Test
  void aMomentIsToldAsExactlyAsItIsKnown() {
    var hour = new Stretch(FROM, FROM.plusSeconds(3600));
    assertThat(ChartTimes.exact(FROM, Duration.ofSeconds(6), hour, ZoneOffset.UTC, Language.EN))
        .isEqualTo("20:00:00");
    var month = new Stretch(FROM.minus(Duration.ofDays(30)), FROM);
    assertThat(ChartTimes.exact(FROM, Duration.ofMinutes(75), month, ZoneOffset.UTC, Language.ES))
        .isEqualTo("lun, 23 nov, 20:00–21:15");
    assertThat(ChartTimes.exact(FROM, Duration.ofMinutes(75), month, ZoneOffset.UTC, Language.EN))
        .isEqualTo("Mon, Nov 23, 20:00–21:15");
    assertThat(ChartTimes.span(hour, ZoneOffset.UTC, Language.ES))
        .isEqualTo("23 nov, 20:00 – 21:00");
  }

  @Test
  void noLineCrossesASilence() {
    var buckets = buckets(100, 101, 102, 200, 201);
    var starts =
        paths(buckets).line().stream()
            .filter(MoveTo.class::isInstance)
            .map(e -> ((MoveTo) e).getX());
    assertThat(starts).containsExactly(150.5, 250.5);
    assertThat(Gaps.in(plot.shown(), buckets, SECOND, FROM.plusSeconds(210)))
        .containsExactly(
            new Stretch(FROM, FROM.plusSeconds(100)),
            new Stretch(FROM.plusSeconds(103), FROM.plusSeconds(200)));
  }

  @Test
  void aWaitBetweenTwoAnswersIsNoSilenceButWhatTheRecorderEndedIs() {
    var slow = buckets(100, 105, 110, 115);
    assertThat(Gaps.in(plot.shown(), slow, SECOND, FROM.plusSeconds(116))).hasSize(1);
    var ended = new ArrayList<>(slow);
    ended.set(1, new Bucket(FROM.plusSeconds(105), 105, 105, 105, 1, true));
    assertThat(Gaps.in(plot.shown(), ended, SECOND, FROM.plusSeconds(116)))
        .contains(new Stretch(FROM.plusSeconds(106), FROM.plusSeconds(110)));
  }

  @Test
  void aSilenceThatLastsIsOneUpToNow() {
    assertThat(Gaps.in(plot.shown(), buckets(1, 2), SECOND, FROM.plusSeconds(300)))
        .containsExactly(new Stretch(FROM.plusSeconds(3), FROM.plusSeconds(300)));
    assertThat(Gaps.in(plot.shown(), List.of(), SECOND, FROM.plusSeconds(900)))
        .containsExactly(plot.shown());
  }

  @Test
  void aLonePointIsADot() {
    var line = paths(buckets(100)).line();
    assertThat(line).hasSize(2);
    assertThat(((LineTo) line.get(1)).getX()).isCloseTo(150.5, within(0.1));
  }

  @Test
  void theBandGoesFromTheLeastToTheMostOfEachBucket() {
    var several =
        List.of(
            new Bucket(FROM, 10, 20, 40, 5, false),
            new Bucket(FROM.plusSeconds(1), 20, 30, 50, 5, false));
    assertThat(paths(several).band()).hasSize(5);
    assertThat(((MoveTo) paths(several).band().getFirst()).getY()).isEqualTo(plot.y(40));
    assertThat(((LineTo) paths(several).band().get(3)).getY()).isEqualTo(plot.y(10));
    assertThat(paths(buckets(1, 2, 3)).band()).as("one value has none").isEmpty();
  }

  @Test
  void aBucketThatStillGrowsIsNotDrawnInTheFuture() {
    var growing = new Bucket(FROM, 1, 1, 1, 1, false);
    Duration wide = Duration.ofMinutes(5);
    assertThat(ChartPaths.moment(growing, wide, FROM.plusSeconds(10)))
        .isEqualTo(FROM.plusSeconds(10));
    assertThat(ChartPaths.moment(growing, wide, FROM.plusSeconds(1000)))
        .isEqualTo(FROM.plusSeconds(150));
  }

  @Test
  void aSilenceHasNoValueAndARunTheNearest() {
    var buckets = buckets(100, 105, 200);
    Duration aim = Duration.ofSeconds(2);
    assertThat(Seek.at(buckets, SECOND, FROM.plusSeconds(150), aim)).isEmpty();
    assertThat(mean(buckets, 100_300, aim)).isEqualTo(100);
    assertThat(mean(buckets, 104_500, aim)).isEqualTo(105);
    assertThat(mean(buckets, 102_000, aim)).as("a wait").isEqualTo(100);
    assertThat(mean(buckets, 202_500, aim)).isEqualTo(200);
    assertThat(mean(buckets, 198_500, aim)).isEqualTo(200);
    assertThat(Seek.at(List.of(), SECOND, FROM, aim)).isEmpty();
  }

  @Test
  void aStretchIsScaledAroundAMomentAndStaysInTheWhole() {
    var whole = new Stretch(FROM, FROM.plusSeconds(100));
    Duration least = Duration.ofSeconds(10);
    assertThat(whole.scaled(0.5, FROM.plusSeconds(20), least))
        .isEqualTo(new Stretch(FROM.plusSeconds(10), FROM.plusSeconds(60)));
    assertThat(whole.scaled(0.01, FROM, least).length()).isEqualTo(least);
    assertThat(new Stretch(FROM.minusSeconds(5), FROM.plusSeconds(5)).within(whole))
        .isEqualTo(new Stretch(FROM, FROM.plusSeconds(10)));
    assertThat(whole.moved(least).within(whole)).isEqualTo(whole);
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

  private ChartPaths paths(List<Bucket> buckets) {
    return ChartPaths.of(plot, buckets, SECOND, FROM.plusSeconds(900));
  }

  private static double mean(List<Bucket> buckets, long millis, Duration aim) {
    return Seek.at(buckets, SECOND, FROM.plusMillis(millis), aim).orElseThrow().mean();
  }

  private static List<String> said(ChartTimes times, ZoneId zone, Language language) {
    return times.ticks().stream().map(tick -> times.text(tick, zone, language)).toList();
  }

  private static List<Bucket> buckets(int... seconds) {
    return java.util.Arrays.stream(seconds)
        .mapToObj(s -> new Bucket(FROM.plusSeconds(s), s, s, s, 1, false))
        .toList();
  }
}
