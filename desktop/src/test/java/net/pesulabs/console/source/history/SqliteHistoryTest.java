package net.pesulabs.console.source.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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

  private static final SqliteHistory.Limits IMPATIENT =
      new SqliteHistory.Limits(Database.MOST_PAGES, Duration.ofMillis(100));

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
      assertThat(powerOf(history)).as("from memory").hasSize(1);
      assertThat(history.problem().get()).contains(Msg.historyNewer(file.toString()));
    }
    try (var connection = Database.read(file)) {
      assertThat(Database.number(connection, "SELECT count(*) FROM raw")).isZero();
    }
  }

  @Test
  void whereNothingCanBeWrittenThatIsToldAndNothingElseBreaks() throws Exception {
    Files.writeString(file.getParent(), "a file where the folder should be");
    try (var history = SqliteHistory.in(file, clock)) {
      append(history, 20, 41);
      assertThat(powerOf(history)).as("from memory").hasSize(1);
      assertThat(history.problem().get()).contains(Msg.historyUnwritable(file.toString()));
    }
  }

  @Test
  void anOlderFileIsBroughtUpToDateWithWhatItHolds() throws Exception {
    Files.createDirectories(file.getParent());
    try (var connection =
            Database.write(file, List.of(Schema.STEPS.getFirst()), Database.MOST_PAGES);
        var statement = connection.createStatement()) {
      statement.execute("INSERT INTO series VALUES(1, 'house', 'pesubuntu/card1', 'power_watts')");
      long ten = now.getEpochSecond() / 10;
      for (int i = 0; i < 24; i++) {
        statement.execute(
            "INSERT INTO ten_seconds VALUES(1, %d, 2, %d, %d, %d)"
                .formatted(ten - ten % 12 - i, i, 2 * i + 2, i + 2));
      }
    }
    try (var history = SqliteHistory.in(file, clock)) {
      var day = history.of("house").query(POWER, now.minusSeconds(86_400), now, 720);
      assertThat(day.width()).isEqualTo(Duration.ofMinutes(2));
      assertThat(day.buckets().stream().mapToLong(Bucket::count).sum()).isEqualTo(48);
      assertThat(day.buckets()).extracting(Bucket::min).contains(1.0, 13.0);
      assertThat(history.problem().get()).isEmpty();
    }
  }

  @Test
  void whileAnotherHoldsItWhatIsMeasuredWaitsAndIsWrittenAfterwards() throws Exception {
    try (var history = SqliteHistory.in(file, clock, IMPATIENT)) {
      append(history, 30, 40);
      assertThat(powerOf(history)).hasSize(1);
    }
    try (var other = Database.write(file);
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      try (var history = SqliteHistory.in(file, clock, IMPATIENT)) {
        append(history, 20, 41);
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() ->
                history.problem().get().equals(Optional.of(Msg.historyLocked(file.toString()))));
        assertThat(powerOf(history)).as("what waits").extracting(Bucket::mean).contains(41.0);
        statement.execute("COMMIT");
        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(() -> assertThat(history.problem().get()).isEmpty());
        assertThat(powerOf(history)).extracting(Bucket::mean).containsExactly(40.0, 41.0);
      }
    }
  }

  @Test
  void aFileThatMayGrowNoMoreLetsGoOfItsOldestAndGoesOn() throws Exception {
    int pages = 60;
    var small = new SqliteHistory.Limits(pages, Duration.ofMillis(100));
    try (var history = SqliteHistory.in(file, clock, small)) {
      for (int i = 7000; i > 0; i--) {
        append(history, i, i + 0.5);
        if (i % 500 == 0) {
          assertThat(powerOf(history)).isNotNull(); // and so it is written
        }
      }
      assertThat(powerOf(history)).extracting(Bucket::mean).contains(1.5);
      assertThat(history.problem().get()).isEmpty();
    }
    assertThat(Files.size(file)).isLessThanOrEqualTo(pages * 4096L);
  }

  @Test
  void afterMoreThanAMonthTheOldestIsGone() throws Exception {
    try (var history = SqliteHistory.in(file, clock)) {
      for (int i = 0; i < 45 * 4; i++) {
        clock.move(Duration.ofHours(6));
        history.of("house").append(POWER, clock.instant(), i);
        var month =
            history
                .of("house")
                .query(POWER, clock.instant().minus(Duration.ofDays(30)), clock.instant(), 720);
        assertThat(month.buckets()).hasSizeLessThanOrEqualTo(121);
      }
    }
    try (var connection = Database.write(file)) {
      long oldest = Database.number(connection, "SELECT min(at) FROM five_minutes") * 300;
      Duration age = Duration.between(Instant.ofEpochSecond(oldest), clock.instant());
      assertThat(age).isBetween(Duration.ofDays(30), Duration.ofDays(33));
      assertThat(Database.number(connection, "SELECT count(*) FROM ten_seconds")).isLessThan(12);
    }
  }

  @Test
  void aClockThatWasSetBackLosesNothing() {
    try (var history = SqliteHistory.in(file, clock)) {
      append(history, 10, 41);
      append(history, 200, 43); // an hour earlier, as far as this one knows
      append(history, 190, 45);
      assertThat(powerOf(history)).extracting(Bucket::mean).containsExactly(43.0, 45.0, 41.0);
    }
  }

  /** A power cut, as far as a process can have one: it is killed while it writes. */
  @Test
  void aKilledProcessLosesNoMoreThanSomeSeconds() throws Exception {
    Files.createDirectories(file.getParent());
    var child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long first = 0;
    long last = 0;
    try (var told = child.inputReader()) {
      while (last - first < 8_000) {
        last = Long.parseLong(told.readLine());
        first = first == 0 ? last : first;
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    var then = Clock.fixed(Instant.ofEpochMilli(last), ZoneOffset.UTC);
    try (var history = SqliteHistory.in(file, then)) {
      var kept =
          history
              .of("house")
              .query(POWER, then.instant().minusSeconds(60), then.instant().plusSeconds(9), 3600);
      assertThat(history.problem().get()).isEmpty();
      Duration lost = Duration.between(kept.buckets().getLast().at(), then.instant());
      // Five seconds are gathered; the rest is for a machine that is busy.
      assertThat(lost).isLessThan(Duration.ofSeconds(9));
      assertThat(kept.buckets().getFirst().at().getEpochSecond())
          .isBetween(first / 1000 - 1, first / 1000 + 1);
    }
  }
}
