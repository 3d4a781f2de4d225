package net.pesulabs.console.source.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Buckets;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a history is what was measured, whichever tier it is read from. */
class TiersTest {

  private static final Instant NOW = Instant.parse("2026-11-23T20:15:40Z");
  private static final Series BUSY = Series.ofCard("pesubuntu", "card1", Figure.BUSY);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyBucketIsWhatItsMeasurementsAre(long seed) throws Exception {
    var random = new Random(seed);
    List<Point> points = points(random);
    try (var writer = new BucketWriter(Database.write(folder.resolve("history.db")));
        var reader = new BucketReader(Database.read(folder.resolve("history.db")))) {
      for (int i = 0; i < points.size(); ) {
        int next = Math.min(points.size(), i + 1 + random.nextInt(40));
        writer.write(points.subList(i, next));
        i = next;
      }
      for (Duration back :
          List.of(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofHours(24))) {
        Buckets found =
            reader.query("house", BUSY, NOW.minus(back), NOW, 20 + random.nextInt(900), NOW);
        Instant first = Buckets.start(NOW.minus(back), found.width());
        for (Bucket bucket : found.buckets()) {
          check(bucket, found.width(), points);
        }
        assertThat(found.buckets().stream().mapToLong(Bucket::count).sum())
            .isEqualTo(
                points.stream()
                    .filter(p -> !p.at().isBefore(first) && p.at().isBefore(NOW))
                    .count());
      }
    }
  }

  private static void check(Bucket bucket, Duration width, List<Point> points) {
    var inside =
        points.stream()
            .filter(p -> Buckets.start(p.at(), width).equals(bucket.at()))
            .filter(p -> p.at().isBefore(NOW))
            .mapToDouble(Point::value)
            .summaryStatistics();
    assertThat(bucket.count()).isEqualTo(inside.getCount());
    assertThat(bucket.min()).isEqualTo(inside.getMin());
    assertThat(bucket.max()).isEqualTo(inside.getMax());
    assertThat(bucket.mean()).isCloseTo(inside.getAverage(), within(1e-6));
  }

  /** A day of them at an uneven pace, with silences, and an hour that a clock was set back by. */
  private static List<Point> points(Random random) {
    var points = new ArrayList<Point>();
    Instant at = NOW.minus(Duration.ofHours(24));
    boolean back = false;
    while (at.isBefore(NOW.minusSeconds(20))) {
      points.add(new Point("house", BUSY, at, random.nextDouble() * 100));
      at = at.plusMillis(random.nextInt(200) == 0 ? 1_800_003 : 5_001 + random.nextInt(20_000));
      if (!back && at.isAfter(NOW.minus(Duration.ofHours(12)))) {
        back = true;
        at = at.minusSeconds(3600).plusMillis(7);
      }
    }
    return points;
  }

  @Test
  void whereNothingWasMeasuredThereIsNoBucketAndASilenceEndsOne() throws Exception {
    try (var writer = new BucketWriter(Database.write(folder.resolve("history.db")));
        var reader = new BucketReader(Database.read(folder.resolve("history.db")))) {
      Instant start = NOW.minusSeconds(60);
      writer.write(
          List.of(
              new Point("house", BUSY, start, 10),
              new Point("house", BUSY, start.plusSeconds(1), 20),
              new Point("house", BUSY, start.plusMillis(2001), Double.NaN),
              new Point("house", BUSY, start.plusSeconds(5), 30)));
      Buckets found = reader.query("house", BUSY, NOW.minusSeconds(300), NOW, 300, NOW);
      assertThat(found.width()).isEqualTo(Duration.ofSeconds(1));
      assertThat(found.buckets())
          .containsExactly(
              new Bucket(start, 10, 10, 10, 1, false),
              new Bucket(start.plusSeconds(1), 20, 20, 20, 1, true),
              new Bucket(start.plusSeconds(5), 30, 30, 30, 1, false));
    }
  }

  @Test
  void anotherHouseHasAnotherPast() throws Exception {
    try (var writer = new BucketWriter(Database.write(folder.resolve("history.db")));
        var reader = new BucketReader(Database.read(folder.resolve("history.db")))) {
      writer.write(List.of(new Point("house", BUSY, NOW.minusSeconds(9), 10)));
      assertThat(reader.query("other", BUSY, NOW.minusSeconds(300), NOW, 300, NOW).buckets())
          .isEmpty();
    }
  }

  @Test
  void whatIsTooOldGoesFromEachTier() throws Exception {
    try (var connection = Database.write(folder.resolve("history.db"));
        var writer = new BucketWriter(connection)) {
      for (Duration old :
          List.of(
              Duration.ofDays(40),
              Duration.ofDays(3),
              Duration.ofHours(3),
              Duration.ofMinutes(1))) {
        writer.write(List.of(new Point("house", BUSY, NOW.minus(old), 10)));
      }
      new Pruner(connection).all(NOW);
      assertThat(Database.number(connection, "SELECT count(*) FROM raw")).isEqualTo(1);
      assertThat(Database.number(connection, "SELECT count(*) FROM ten_seconds")).isEqualTo(2);
      assertThat(Database.number(connection, "SELECT count(*) FROM five_minutes")).isEqualTo(3);
    }
  }

  @Test
  void theSizeRulesOverTheAge() throws Exception {
    try (var connection = Database.write(folder.resolve("history.db"));
        var writer = new BucketWriter(connection)) {
      var points = new ArrayList<Point>();
      for (int i = 0; i < 5000; i++) {
        points.add(new Point("house", BUSY, NOW.minusSeconds(i), i + 0.5));
      }
      writer.write(points);
      long before = Database.pagesUsed(connection);
      new Pruner(connection, before).all(NOW);
      assertThat(Database.pagesUsed(connection)).isLessThan(before);
      assertThat(Database.number(connection, "SELECT count(*) FROM raw WHERE value = 0.5"))
          .as("the newest stays")
          .isEqualTo(1);
    }
  }
}
