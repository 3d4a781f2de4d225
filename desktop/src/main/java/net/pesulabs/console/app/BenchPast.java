package net.pesulabs.console.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.History;
import net.pesulabs.console.homelab.history.Series;
import net.pesulabs.console.source.history.SqliteHistory;

/** A month of a house with one card, as full as each tier of the history may be. */
final class BenchPast {

  private static final String HOST = "pesubuntu";
  private static final String CARD = "card1";
  private static final Duration MONTH = Duration.ofDays(31);
  private static final double GIB = 1024.0 * 1024 * 1024;

  /** How many points the history takes in before it must have written them. */
  private static final int BATCH = 15_000;

  private final Clock clock;
  private final List<Series> series = new ArrayList<>();
  private final Random random = new Random(1);
  private long points;

  BenchPast(Clock clock) {
    this.clock = clock;
    for (Figure figure : Figure.figuresOf(Card.class)) {
      series.add(Series.ofCard(HOST, CARD, figure));
    }
    for (Figure figure : Figure.figuresOf(GpuNode.class)) {
      series.add(Series.ofMachine(HOST, figure));
    }
    for (Figure figure : Figure.figuresOf(ModelServer.class)) {
      series.add(Series.ofModel(figure));
    }
  }

  List<Series> series() {
    return List.copyOf(series);
  }

  long points() {
    return points;
  }

  /** Writes it through the history as the console does, and returns how many seconds it took. */
  double write(Path file, String house) {
    long begin = System.nanoTime();
    Instant now = clock.instant();
    try (var opened = SqliteHistory.in(file, clock)) {
      History history = opened.of(house);
      // Each tier is full then: a value for every bucket of it, and none of a finer one besides.
      fill(history, now.minus(MONTH), now.minus(Duration.ofHours(26)), Duration.ofMinutes(5));
      fill(
          history,
          now.minus(Duration.ofHours(26)),
          now.minus(Duration.ofHours(2)),
          Duration.ofSeconds(10));
      fill(history, now.minus(Duration.ofHours(2)), now, Duration.ofSeconds(1));
      for (int i = 0; i < 6 * series.size(); i++) {
        settle(history, now); // each time one series of one tier is pruned
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private void fill(History history, Instant from, Instant to, Duration step) {
    int pending = 0;
    for (Instant at = from; at.isBefore(to); at = at.plus(step)) {
      for (Series each : series) {
        history.append(each, at, random.nextDouble() * 100);
        pending++;
        points++;
      }
      if (pending > BATCH) {
        settle(history, to);
        pending = 0;
      }
    }
    settle(history, to);
  }

  /** Who asks waits until what was appended is written. */
  private void settle(History history, Instant now) {
    history.query(series.getFirst(), now.minusSeconds(60), now, 1);
  }

  /** What the machine tells at a moment, as if it had been asked. */
  GpuNode heard() {
    double busy = random.nextDouble() * 100;
    var card =
        new Card(
            CARD,
            null,
            GpuNode.CardState.BUSY,
            busy,
            new Card.Vram((long) (12 * GIB), (long) (16 * GIB)),
            new Card.Gtt((long) (0.3 * GIB), (long) (16 * GIB), 0),
            new Card.Heat(50 + busy / 5, null),
            new Card.Heat(60 + busy / 4, 110.0),
            new Card.Heat(55 + busy / 5, null),
            new Card.Power(30 + 2 * busy, 236.0),
            new Card.Fan(20 * busy, 3300.0),
            new Card.Clocks(300 + 20 * busy, 1218.0),
            null);
    return new GpuNode(HOST, List.of(card), MachineFigures.UNKNOWN);
  }
}
