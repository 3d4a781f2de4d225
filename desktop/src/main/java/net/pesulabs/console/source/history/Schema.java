package net.pesulabs.console.source.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, and the way from each older version of them to this one. The version stands in the
 * file's {@code user_version}; 0 is a new file.
 *
 * <p>Times are since the epoch: of {@code raw} in milliseconds, of the others in their own width. A
 * raw row without a value is a silence. The key is the series and the time, so that what is drawn
 * lies together.
 */
final class Schema {

  /** A file of a later version of this program. */
  static final class NewerException extends Exception {
    private static final long serialVersionUID = 1;

    NewerException(int version) {
      super("version " + version);
    }
  }

  private static final String BUCKETS =
      """
      CREATE TABLE %s(
        series INTEGER NOT NULL, at INTEGER NOT NULL,
        n INTEGER NOT NULL, low REAL NOT NULL, total REAL NOT NULL, high REAL NOT NULL,
        PRIMARY KEY(series, at)) WITHOUT ROWID
      """;

  /** Fills a tier from one that is twelve times as fine. */
  private static final String GATHERED =
      """
      INSERT INTO %s SELECT series, at / 12, sum(n), min(low), total(total), max(high)
      FROM %s GROUP BY 1, 2
      """;

  /** The steps from version 0 on; a step, once released, is never changed. */
  static final List<List<String>> STEPS =
      List.of(
          List.of(
              """
              CREATE TABLE series(
                id INTEGER PRIMARY KEY,
                house TEXT NOT NULL, thing TEXT NOT NULL, figure TEXT NOT NULL,
                UNIQUE(house, thing, figure))
              """,
              """
              CREATE TABLE raw(
                series INTEGER NOT NULL, at INTEGER NOT NULL, value REAL,
                PRIMARY KEY(series, at)) WITHOUT ROWID
              """,
              BUCKETS.formatted("ten_seconds"),
              BUCKETS.formatted("five_minutes")),
          List.of(
              BUCKETS.formatted("two_minutes"),
              GATHERED.formatted("two_minutes", "ten_seconds"),
              BUCKETS.formatted("hours"),
              GATHERED.formatted("hours", "five_minutes")));

  private Schema() {}

  /**
   * Brings a file up to date, whole or not at all; two programs may do so at once.
   *
   * @throws NewerException where the file is of a later version; it is not touched
   */
  static void bring(Connection connection, List<List<String>> steps)
      throws SQLException, NewerException {
    try (Statement statement = connection.createStatement()) {
      if (version(statement) == steps.size()) {
        return;
      }
      statement.execute("BEGIN IMMEDIATE");
      try {
        int version = version(statement); // another program may have been quicker
        if (version > steps.size()) {
          throw new NewerException(version);
        }
        for (List<String> step : steps.subList(version, steps.size())) {
          for (String sql : step) {
            statement.execute(sql);
          }
        }
        statement.execute("PRAGMA user_version = " + steps.size());
        statement.execute("COMMIT");
      } catch (SQLException | NewerException e) {
        statement.execute("ROLLBACK");
        throw e;
      }
    }
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }
}
