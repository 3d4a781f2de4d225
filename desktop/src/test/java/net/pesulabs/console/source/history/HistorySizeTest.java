package net.pesulabs.console.source.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large a file becomes: all the rows that each tier may hold, written as time goes by. */
class HistorySizeTest {

  private static final Instant NOW = Instant.parse("2026-11-23T20:15:40Z");

  @Test
  void thirtyDaysOfAHouseAreFarBelowTheBound(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("history.db");
    List<Series> all = new ArrayList<>();
    for (Figure figure : Figure.figuresOf(Card.class)) {
      all.add(Series.ofCard("pesubuntu", "card1", figure));
    }
    long pages;
    try (var connection = Database.write(file);
        var writer = new BucketWriter(connection)) {
      var pruner = new Pruner(connection);
      var random = new Random(1);
      fill(writer, pruner, all, Duration.ofDays(31), Duration.ofMinutes(5), random);
      fill(writer, pruner, all, Duration.ofHours(26), Duration.ofSeconds(10), random);
      fill(writer, pruner, all, Duration.ofHours(2), Duration.ofSeconds(1), random);
      pruner.all(NOW);
      pages = Database.pagesUsed(connection);
    }
    long perSeries = pages * 4096 / all.size();
    assertThat(perSeries).isLessThan(1_600_000);
    assertThat(perSeries * Figure.values().length).isLessThan(Database.MOST_BYTES / 4);
    assertThat(Files.size(file)).isLessThan(Database.MOST_BYTES);
  }

  private static void fill(
      BucketWriter writer,
      Pruner pruner,
      List<Series> all,
      Duration from,
      Duration step,
      Random random)
      throws Exception {
    for (Instant at = NOW.minus(from); at.isBefore(NOW); ) {
      var batch = new ArrayList<Point>();
      for (int i = 0; i < 60; i++, at = at.plus(step)) {
        for (Series series : all) {
          batch.add(new Point("house", series, at, random.nextDouble() * 100));
        }
      }
      writer.write(batch);
      pruner.step(at);
    }
  }
}
