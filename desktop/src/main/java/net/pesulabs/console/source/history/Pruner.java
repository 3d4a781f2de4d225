package net.pesulabs.console.source.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lets go of what is too old, a little at a time: one series of one tier a call, so that no
 * transaction is long. For the writer's thread.
 */
final class Pruner {

  /** From here on the oldest goes before its time; what is written meanwhile needs room too. */
  private static final double FULL = 0.95;

  private record Place(Tier tier, long series) {}

  private final Connection connection;
  private final long mostPages;
  private final Deque<Place> due = new ArrayDeque<>();

  Pruner(Connection connection) {
    this(connection, Database.MOST_PAGES);
  }

  Pruner(Connection connection, long mostPages) {
    this.connection = connection;
    this.mostPages = mostPages;
  }

  /** Prunes the next series. */
  void step(Instant now) throws SQLException {
    if (due.isEmpty()) {
      round();
    }
    Place place = due.pollFirst();
    if (place != null) {
      Instant oldest = now.minus(place.tier.kept());
      delete(place, unit(place.tier, oldest));
    }
  }

  /** Prunes all series of all tiers, and makes room where there is too little. */
  void all(Instant now) throws SQLException {
    due.clear();
    do {
      step(now);
    } while (!due.isEmpty());
  }

  /** Begins with all places again, after having made room. */
  private void round() throws SQLException {
    List<Long> series = new ArrayList<>();
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM series")) {
      while (rows.next()) {
        series.add(rows.getLong(1));
      }
    }
    if (Database.pagesUsed(connection) > FULL * mostPages) {
      makeRoom(series);
    }
    for (Tier tier : Tier.values()) {
      series.forEach(id -> due.add(new Place(tier, id)));
    }
  }

  /**
   * The size rules over the age: the oldest tenth of each tier goes, whatever its age. Also called
   * when the file takes no more.
   */
  void makeRoom() throws SQLException {
    due.clear();
    round();
  }

  private void makeRoom(List<Long> series) throws SQLException {
    for (Tier tier : Tier.values()) {
      for (long id : series) {
        try (var statement =
            connection.prepareStatement(
                "SELECT min(at), max(at) FROM %s WHERE series = ?".formatted(tier.table()))) {
          statement.setLong(1, id);
          try (ResultSet row = statement.executeQuery()) {
            long oldest = row.getLong(1);
            delete(new Place(tier, id), oldest + (row.getLong(2) - oldest) / 10);
          }
        }
      }
    }
  }

  private void delete(Place place, long before) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "DELETE FROM %s WHERE series = ? AND at < ?".formatted(place.tier.table()))) {
      statement.setLong(1, place.series);
      statement.setLong(2, before);
      statement.executeUpdate();
    }
  }

  private static long unit(Tier tier, Instant instant) {
    return tier.isRaw()
        ? instant.toEpochMilli()
        : Math.floorDiv(instant.getEpochSecond(), tier.width().toSeconds());
  }
}
