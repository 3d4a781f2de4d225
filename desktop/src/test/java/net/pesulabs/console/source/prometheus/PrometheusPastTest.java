package net.pesulabs.console.source.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Buckets;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.History;
import net.pesulabs.console.homelab.history.Past;
import net.pesulabs.console.homelab.history.Series;
import net.pesulabs.console.source.reach.ApiProxy;
import net.pesulabs.console.source.reach.Doorway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrometheusPastTest {

  private static final String AT = "instance=\"pesubuntu:9100\",job=\"node\"";
  private static final Series BUSY = Series.ofCard("pesubuntu", "card1", Figure.BUSY);

  private final Instant now = Instant.parse("2026-11-23T10:00:00Z");
  private final MovableClock clock = new MovableClock(now);
  private FakePrometheus prometheus;
  private PrometheusServer server;
  private PrometheusPast past;

  @BeforeEach
  void serve() throws IOException {
    prometheus = new FakePrometheus(clock);
    prometheus.knows(
        List.of(
            "node_drm_memory_vram_size_bytes{card=\"card0\"," + AT + "} 0",
            "node_drm_memory_vram_size_bytes{card=\"card1\"," + AT + "} 17163091968",
            "node_memory_MemTotal_bytes{" + AT + "} 33554432000",
            "node_hwmon_chip_names{chip=\"pci_gpu\",chip_name=\"amdgpu\"," + AT + "} 1",
            "node_hwmon_sensor_label{chip=\"pci_gpu\",label=\"junction\",sensor=\"temp7\","
                + AT
                + "} 1"),
        now.minusSeconds(18),
        now.minusSeconds(3));
    server =
        new PrometheusServer(
            List.of(new Origin(Source.GPU, Route.LAN, prometheus.url())),
            new Doorway(ApiProxy.NONE));
    past = new PrometheusPast(server, new Whose(Set.of("pesubuntu")), clock);
  }

  @AfterEach
  void end() throws IOException {
    server.close();
    prometheus.close();
  }

  /** A row of what was asked for, with values at the ends of buckets. */
  private static String row(String of, Object... timesAndValues) {
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < timesAndValues.length; i += 2) {
      String time = FakePrometheus.seconds((Instant) timesAndValues[i]);
      values.append(i == 0 ? "" : ",").append("[" + time + ",\"" + timesAndValues[i + 1] + "\"]");
    }
    return "{\"metric\":{\"of\":\"" + of + "\"},\"values\":[" + values + "]}";
  }

  private static String rows(String... rows) {
    return Stream.of(rows).collect(Collectors.joining(","));
  }

  private Instant end(int bucket) {
    return now.minusSeconds(60).plusSeconds(15L * bucket + 15).minusMillis(1);
  }

  @Test
  void tellsStretchesAsWideAsTheScrapesAreApart() {
    prometheus.answersRanges(query ->
        rows(
            row("min", end(0), "1", end(1), "2"),
            row("mean", end(0), "5", end(1), "6.5"),
            row("max", end(0), "9", end(1), "11"),
            row("count", end(0), "1", end(1), "1"),
            row("awake", end(0), "1", end(1), "1")));

    Buckets buckets = past.query(BUSY, now.minusSeconds(60), now, 1000);

    assertThat(buckets.width()).isEqualTo(Duration.ofSeconds(15));
    assertThat(buckets.origin().address()).isEqualTo(prometheus.url());
    assertThat(buckets.buckets())
        .containsExactly(
            new Bucket(now.minusSeconds(60), 1, 5, 9, 1, false),
            // What is silent for two scrapes is silent.
            new Bucket(now.minusSeconds(45), 2, 6.5, 11, 1, false));
    assertThat(prometheus.asked().getLast())
        .contains("min_over_time(node_drm_gpu_busy_percent{" + AT + ",card=\"card1\"}[14999ms])")
        .contains("node_hwmon_temp_celsius{" + AT + ",chip=\"pci_gpu\"}");
  }

  @Test
  void aGapEndsWhatWasBeforeIt() {
    prometheus.answersRanges(query ->
        rows(
            row("min", end(-20), "1", end(3), "2"),
            row("mean", end(-20), "1", end(3), "2"),
            row("max", end(-20), "1", end(3), "2"),
            row("count", end(-20), "1", end(3), "1"),
            row("awake", end(-20), "1", end(3), "1")));
    assertThat(past.query(BUSY, now.minusSeconds(600), now, 1000).buckets())
        .extracting(Bucket::ended)
        .containsExactly(true, false);
  }

  @Test
  void aZeroThatNobodySawIsASilence() {
    prometheus.answersRanges(query ->
        rows(
            row("min", end(0), "0", end(1), "0", end(2), "NaN"),
            row("mean", end(0), "0", end(1), "20", end(2), "NaN"),
            row("max", end(0), "0", end(1), "80", end(2), "NaN"),
            row("count", end(0), "4", end(1), "4", end(2), "4"),
            // A sensor spoke never in the first, and in half of the second.
            row("awake", end(1), "2", end(2), "2")));
    assertThat(past.query(BUSY, now.minusSeconds(60), now, 1000).buckets())
        .containsExactly(new Bucket(now.minusSeconds(45), 0, 40, 80, 2, false));
  }

  @Test
  void findsTheSensorByItsLabel() {
    past.query(
        Series.ofCard("pesubuntu", "card1", Figure.JUNCTION), now.minusSeconds(60), now, 100);
    assertThat(prometheus.asked().getLast()).contains("sensor=\"temp7\"");
  }

  @Test
  void anUnreadableSensorThatSaysZeroIsNoTemperature() {
    prometheus.answersRanges(query ->
        rows(
            row("min", end(0), "0"),
            row("mean", end(0), "0"),
            row("max", end(0), "0"),
            row("count", end(0), "1")));
    Series edge = Series.ofCard("pesubuntu", "card1", Figure.EDGE);
    assertThat(past.query(edge, now.minusSeconds(60), now, 100).buckets()).isEmpty();
  }

  @Test
  void theModelsFiguresAndCardsItDoesNotKnowAreNotItsBusiness() {
    prometheus.answersRanges(query -> rows(row("min", end(0), "1")));
    assertThat(past.query(Series.ofModel(Figure.WAITING), now.minusSeconds(60), now, 9).buckets())
        .isEmpty();
    Series other = Series.ofCard("pesubuntu", "card0", Figure.BUSY);
    assertThat(past.query(other, now.minusSeconds(60), now, 9).buckets()).isEmpty();
    assertThat(prometheus.asked()).noneMatch(query -> query.contains("over_time"));
  }

  @Test
  void whoDoesNotAnswerIsLeftAloneForAWhile() {
    prometheus.breakDown(true);
    past.query(BUSY, now.minusSeconds(60), now, 100);
    int asked = prometheus.asked().size();
    past.query(BUSY, now.minusSeconds(60), now, 100);
    assertThat(prometheus.asked()).hasSize(asked);

    prometheus.breakDown(false);
    clock.move(Duration.ofSeconds(31));
    past.query(BUSY, now.minusSeconds(60), now, 100);
    assertThat(prometheus.asked()).hasSizeGreaterThan(asked);
  }

  @Test
  void itsOwnHistoryIsReadWhereItHasNothing() {
    Buckets own = new Buckets(Duration.ofSeconds(1), List.of(bucket(now.minusSeconds(50))));
    History history = new PrometheusHistory(history(own), () -> Optional.of(past));
    prometheus.breakDown(true);
    assertThat(history.query(BUSY, now.minusSeconds(60), now, 100)).isEqualTo(own);
  }

  @Test
  void itsOwnHistoryIsReadWhereItGoesBackClearlyFurther() {
    Instant from = now.minus(Duration.ofDays(30));
    Past young =
        (series, a, b, most) -> new Buckets(Duration.ofMinutes(5), List.of(bucket(now)), null);
    Buckets own = new Buckets(Duration.ofMinutes(5), List.of(bucket(from)));
    assertThat(
            new PrometheusHistory(history(own), () -> Optional.of(young))
                .query(BUSY, from, now, 100))
        .isEqualTo(own);
    Buckets late = new Buckets(Duration.ofMinutes(5), List.of(bucket(now.minusSeconds(600))));
    assertThat(
            new PrometheusHistory(history(late), () -> Optional.of(young))
                .query(BUSY, from, now, 100)
                .buckets())
        .containsExactly(bucket(now));
  }

  private static Bucket bucket(Instant at) {
    return new Bucket(at, 1, 1, 1, 1, false);
  }

  private static History history(Buckets buckets) {
    return new History() {
      @Override
      public void append(Series series, Instant at, double value) {}

      @Override
      public void silence(Series series, Instant from) {}

      @Override
      public Buckets query(Series series, Instant from, Instant to, int most) {
        return buckets;
      }
    };
  }
}
