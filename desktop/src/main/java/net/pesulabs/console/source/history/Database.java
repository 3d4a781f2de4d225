package net.pesulabs.console.source.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** How a history file is opened. */
final class Database {

  /** All of it together: the file, and its log of 4 MiB. */
  static final long MOST_BYTES = 100_000_000;

  private static final int PAGE = 4096;
  private static final int LOG_BYTES = 4 * 1024 * 1024;
  static final long MOST_PAGES = (MOST_BYTES - 2L * LOG_BYTES) / PAGE;

  /** As long as one of two programs waits for the other's transaction. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Database() {}

  /**
   * Opens a file to write, makes it where there is none, and brings it up to date. Blocks; a
   * connection is for one thread at a time.
   */
  static Connection write(Path file) throws SQLException, Schema.NewerException {
    return write(file, Schema.STEPS, MOST_PAGES);
  }

  static Connection write(Path file, List<List<String>> steps, long mostPages)
      throws SQLException, Schema.NewerException {
    SQLiteConfig config = config();
    // Readers do not wait for the writer, nor it for them: https://sqlite.org/wal.html
    config.setJournalMode(JournalMode.WAL);
    // In WAL mode only FULL outlasts a power failure:
    // https://sqlite.org/pragma.html#pragma_synchronous
    config.setSynchronous(SynchronousMode.FULL);
    config.setJournalSizeLimit(LOG_BYTES);
    // A transaction that begins with reading could not go on to write after another program wrote.
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setMaxPageCount((int) mostPages);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try {
      Schema.bring(connection, steps);
      return connection;
    } catch (SQLException | Schema.NewerException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Opens a file that is there, to read it while another connection writes. */
  static Connection read(Path file) throws SQLException {
    SQLiteConfig config = config();
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = 1");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** How many pages hold something. */
  static long pagesUsed(Connection connection) throws SQLException {
    return number(connection, "PRAGMA page_count") - number(connection, "PRAGMA freelist_count");
  }

  static long number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  private static SQLiteConfig config() {
    var config = new SQLiteConfig();
    config.setBusyTimeout((int) PATIENCE.toMillis());
    return config;
  }
}
