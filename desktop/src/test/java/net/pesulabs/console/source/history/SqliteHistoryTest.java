package net.pesulabs.console.source.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.Series;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a history, also where it is not as it should be. */
class SqliteHistoryTest {

  private static final Series POWER = Series.ofCard("pesubuntu", "card1", Figure.POWER);

  private final MovableClock clock = new MovableClock();
  private final Instant now = clock.instant();
  private Path file;

  @BeforeEach
  void choose(@TempDir Path folder) {
    file = folder.resolve("data").resolve("history.db");
  }

  private List<Bucket> powerOf(SqliteHistory history) {
    return history.of("house").query(POWER, now.minusSeconds(300), now, 300).buckets();
  }

  private void append(SqliteHistory history, long secondsAgo, double watts) {
    history.of("house").append(POWER, now.minusSeconds(secondsAgo), watts);
  }

  @Test
  void whatWasAppendedIsThereAtOnceAndAfterAStart() {
    try (var history = SqliteHistory.in(file, clock)) {
      append(history, 20, 41);
      assertThat(powerOf(history)).extracting(Bucket::mean).containsExactly(41.0);
      append(history, 10, 43); // not asked for: closing writes it
    }
    try (var history = SqliteHistory.in(file, clock)) {
      assertThat(powerOf(history)).extracting(Bucket::mean).containsExactly(41.0, 43.0);
      assertThat(history.problem().get()).isEmpty();
    }
  }

  @Test
  void whatIsNoNumberIsNotKept() {
    try (var history = SqliteHistory.in(file, clock)) {
      append(history, 20, Double.NaN);
      append(history, 10, Double.POSITIVE_INFINITY);
      assertThat(powerOf(history)).isEmpty();
    }
  }

  @Test
  void twoConsolesMayShareAFile() {
    try (var one = SqliteHistory.in(file, clock);
        var other = SqliteHistory.in(file, clock)) {
      append(one, 20, 41);
      append(other, 10, 43);
      assertThat(powerOf(one)).isNotEmpty();
      assertThat(powerOf(other)).extracting(Bucket::mean).containsExactly(41.0, 43.0);
      assertThat(powerOf(one)).hasSize(2);
      assertThat(one.problem().get()).isEmpty();
      assertThat(other.problem().get()).isEmpty();
    }
  }

  @Test
  void aDamagedFileIsSetAsideAndAnotherBegun() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "this is not a database, whatever its name says. ".repeat(100));
    try (var history = SqliteHistory.in(file, clock)) {
      append(history, 20, 41);
      assertThat(powerOf(history)).hasSize(1);
      Path aside = file.resolveSibling("history.db.broken-20261123-100005");
      assertThat(aside).content().startsWith("this is not a database");
      assertThat(history.problem().get()).contains(Msg.historyDamaged(aside.toString()));
    }
  }

  @Test
  void aFileOfANewerProgramIsLeftAlone() throws Exception {
    Files.createDirectories(file.getParent());
    try (var connection = Database.write(file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
    try (var history = SqliteHistory.in(file, clock)) {
      append(history, 20, 41);
      assertThat(powerOf(history)).isEmpty();
      assertThat(history.problem().get()).contains(Msg.historyNewer(file.toString()));
    }
    assertThat(file).exists();
  }

  @Test
  void whereNothingCanBeWrittenThatIsToldAndNothingElseBreaks() throws Exception {
    Files.writeString(file.getParent(), "a file where the folder should be");
    try (var history = SqliteHistory.in(file, clock)) {
      append(history, 20, 41);
      assertThat(powerOf(history)).isEmpty();
      assertThat(history.problem().get()).contains(Msg.historyUnwritable(file.toString()));
    }
  }

  @Test
  void anOlderFileIsBroughtUpToDateWithWhatItHolds() throws Exception {
    Files.createDirectories(file.getParent());
    try (var writer = new BucketWriter(Database.write(file))) {
      writer.write(List.of(new Point("house", POWER, now.minusSeconds(5), 41)));
    }
    var steps =
        List.of(Schema.STEPS.getFirst(), List.of("ALTER TABLE series ADD COLUMN unit TEXT"));
    try (var connection = Database.write(file, steps)) {
      assertThat(Database.number(connection, "PRAGMA user_version")).isEqualTo(2);
      assertThat(Database.number(connection, "SELECT count(*) FROM raw")).isEqualTo(1);
      assertThat(Database.number(connection, "SELECT count(*) FROM series WHERE unit IS NULL"))
          .isEqualTo(1);
    }
  }
}
