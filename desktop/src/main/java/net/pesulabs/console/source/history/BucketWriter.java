package net.pesulabs.console.source.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.homelab.history.Series;

/**
 * Writes points: each as it is, and into the bucket of each coarser tier that it belongs to. So the
 * coarser tiers are never made from the finer ones, a clock that was set back changes nothing, and
 * two programs may write side by side. For one thread.
 */
final class BucketWriter implements AutoCloseable {

  private record Key(String house, Series series) {}

  private record Place(Tier tier, long series, long at) {}

  private static final class Sum {
    long n;
    double low = Double.POSITIVE_INFINITY;
    double total;
    double high = Double.NEGATIVE_INFINITY;

    void add(double value) {
      n++;
      low = Math.min(low, value);
      total += value;
      high = Math.max(high, value);
    }
  }

  private final Connection connection;
  private final PreparedStatement raw;
  private final Map<Tier, PreparedStatement> buckets = new HashMap<>();
  private final Map<Key, Long> ids = new HashMap<>();

  BucketWriter(Connection connection) throws SQLException {
    this.connection = connection;
    raw =
        connection.prepareStatement(
            "INSERT INTO raw(series, at, value) VALUES(?, ?, ?) ON CONFLICT DO NOTHING");
    for (Tier tier : Tier.values()) {
      if (!tier.isRaw()) {
        buckets.put(tier, connection.prepareStatement(upsert(tier)));
      }
    }
  }

  private static String upsert(Tier tier) {
    return """
    INSERT INTO %s AS old(series, at, n, low, total, high) VALUES(?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET n = old.n + excluded.n, low = min(old.low, excluded.low),
      total = old.total + excluded.total, high = max(old.high, excluded.high)
    """
        .formatted(tier.table());
  }

  /** Writes all of them or, where it throws, none. */
  void write(Collection<Point> points) throws SQLException {
    connection.setAutoCommit(false);
    try {
      Map<Place, Sum> sums = new LinkedHashMap<>();
      for (Point point : points) {
        long series = id(point);
        // Of two at the very same moment, as from two programs, one is kept.
        if (insert(series, point) && !point.isSilence()) {
          gather(series, point, sums);
        }
      }
      for (var each : sums.entrySet()) {
        merge(each.getKey(), each.getValue());
      }
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      ids.clear(); // some may have been of this transaction
      rollBack(e);
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private void rollBack(Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private boolean insert(long series, Point point) throws SQLException {
    raw.setLong(1, series);
    raw.setLong(2, point.at().toEpochMilli());
    if (point.isSilence()) {
      raw.setNull(3, Types.REAL);
    } else {
      raw.setDouble(3, point.value());
    }
    return raw.executeUpdate() == 1;
  }

  private void gather(long series, Point point, Map<Place, Sum> sums) {
    for (Tier tier : buckets.keySet()) {
      long at = Math.floorDiv(point.at().getEpochSecond(), tier.width().toSeconds());
      sums.computeIfAbsent(new Place(tier, series, at), place -> new Sum()).add(point.value());
    }
  }

  private void merge(Place place, Sum sum) throws SQLException {
    PreparedStatement statement = buckets.get(place.tier());
    if (statement != null) {
      statement.setLong(1, place.series());
      statement.setLong(2, place.at());
      statement.setLong(3, sum.n);
      statement.setDouble(4, sum.low);
      statement.setDouble(5, sum.total);
      statement.setDouble(6, sum.high);
      statement.executeUpdate();
    }
  }

  private long id(Point point) throws SQLException {
    var key = new Key(point.house(), point.series());
    Long known = ids.get(key);
    if (known == null) {
      known = findOrMake(key);
      ids.put(key, known);
    }
    return known;
  }

  private long findOrMake(Key key) throws SQLException {
    List<String> names = List.of(key.house, key.series.thing(), key.series.figure().id());
    try (var insert =
            connection.prepareStatement(
                "INSERT INTO series(house, thing, figure) VALUES(?, ?, ?) ON CONFLICT DO NOTHING");
        var find =
            connection.prepareStatement(
                "SELECT id FROM series WHERE house = ? AND thing = ? AND figure = ?")) {
      for (int i = 0; i < names.size(); i++) {
        insert.setString(i + 1, names.get(i));
        find.setString(i + 1, names.get(i));
      }
      insert.executeUpdate();
      try (ResultSet row = find.executeQuery()) {
        return row.getLong(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close(); // and its statements
  }
}
