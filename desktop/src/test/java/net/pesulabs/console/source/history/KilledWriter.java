package net.pesulabs.console.source.history;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.Series;

/** A process that writes a history, telling the time of each measurement, until it is killed. */
final class KilledWriter {

  private KilledWriter() {}

  public static void main(String[] args) throws InterruptedException {
    var history = SqliteHistory.in(Path.of(args[0]), Clock.systemUTC()).of("house");
    while (true) {
      Instant now = Instant.now();
      history.append(Series.ofCard("pesubuntu", "card1", Figure.POWER), now, 41);
      System.out.println(now.toEpochMilli());
      Thread.sleep(50); // as a source that is asked again and again
    }
  }
}
