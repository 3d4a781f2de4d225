package net.pesulabs.console.source.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import org.sqlite.SQLiteErrorCode;

/** What can be wrong with a history file, told apart by SQLite's result code. */
enum Trouble {
  DAMAGED,
  LOCKED,
  FULL,
  UNWRITABLE;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** The low byte is the result code: https://sqlite.org/rescode.html#extrc */
  static Trouble of(SQLException e) {
    return switch (SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff)) {
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR, SQLITE_SCHEMA, SQLITE_MISMATCH -> DAMAGED;
      case SQLITE_BUSY, SQLITE_LOCKED -> LOCKED;
      case SQLITE_FULL -> FULL;
      default -> UNWRITABLE;
    };
  }

  Message text(Path file) {
    return switch (this) {
      case LOCKED -> Msg.historyLocked(file.toString());
      case FULL -> Msg.historyFull(file.toString());
      case DAMAGED, UNWRITABLE -> Msg.historyUnwritable(file.toString());
    };
  }

  /**
   * Moves a damaged file and its log out of the way, and returns where it is now.
   *
   * @throws IOException where it stays where it is
   */
  static Path setAside(Path file, Instant now) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".broken-" + STAMP.format(now));
    for (int i = 2; Files.exists(aside); i++) {
      aside = file.resolveSibling(file.getFileName() + ".broken-" + STAMP.format(now) + "-" + i);
    }
    Files.move(file, aside);
    for (String log : new String[] {"-wal", "-shm"}) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + log));
    }
    return aside;
  }
}
