package net.pesulabs.console.source.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Buckets;
import net.pesulabs.console.homelab.history.Series;

/** Reads a stretch of a series from the tier that suits it. For one thread at a time. */
final class BucketReader implements AutoCloseable {

  private static final String RAW =
      """
      SELECT at / ?, count(value), min(value), total(value), max(value),
        coalesce(max(CASE WHEN value IS NULL THEN at END)
          > max(CASE WHEN value IS NOT NULL THEN at END), 0)
      FROM raw WHERE series = ? AND at >= ? AND at < ? GROUP BY 1 ORDER BY 1
      """;

  private static final String TIER =
      """
      SELECT at / ?, sum(n), min(low), total(total), max(high), 0
      FROM %s WHERE series = ? AND at >= ? AND at < ? GROUP BY 1 ORDER BY 1
      """;

  private final Connection connection;
  private final Map<Tier, PreparedStatement> statements = new HashMap<>();

  BucketReader(Connection connection) {
    this.connection = connection;
  }

  Buckets query(String house, Series series, Instant from, Instant to, int most, Instant now)
      throws SQLException {
    Tier tier = Tier.of(from, Buckets.width(from, to, most, Duration.ofSeconds(1)), now);
    Duration width = Buckets.width(from, to, most, tier.width());
    return new Buckets(width, read(tier, id(house, series), width, Buckets.start(from, width), to));
  }

  /** 0 where nothing of it was ever written. */
  private long id(String house, Series series) throws SQLException {
    try (var find =
        connection.prepareStatement(
            "SELECT id FROM series WHERE house = ? AND thing = ? AND figure = ?")) {
      find.setString(1, house);
      find.setString(2, series.thing());
      find.setString(3, series.figure().id());
      try (ResultSet row = find.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private List<Bucket> read(Tier tier, long series, Duration width, Instant from, Instant to)
      throws SQLException {
    long unit = tier.isRaw() ? 1 : tier.width().toMillis();
    PreparedStatement statement = statement(tier);
    statement.setLong(1, width.toMillis() / unit);
    statement.setLong(2, series);
    statement.setLong(3, from.toEpochMilli() / unit);
    statement.setLong(4, Math.ceilDiv(to.toEpochMilli(), unit));
    List<Bucket> buckets = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        long count = rows.getLong(2);
        if (count > 0) {
          buckets.add(bucket(rows, width, count));
        } else if (!buckets.isEmpty()) {
          // Only a silence is in it: the bucket before was the end.
          buckets.set(buckets.size() - 1, ended(buckets.getLast()));
        }
      }
    }
    return buckets;
  }

  private static Bucket bucket(ResultSet row, Duration width, long count) throws SQLException {
    return new Bucket(
        Instant.ofEpochMilli(row.getLong(1) * width.toMillis()),
        row.getDouble(3),
        row.getDouble(4) / count,
        row.getDouble(5),
        count,
        row.getInt(6) != 0);
  }

  private static Bucket ended(Bucket bucket) {
    return new Bucket(bucket.at(), bucket.min(), bucket.mean(), bucket.max(), bucket.count(), true);
  }

  private PreparedStatement statement(Tier tier) throws SQLException {
    PreparedStatement statement = statements.get(tier);
    if (statement == null) {
      statement = connection.prepareStatement(tier.isRaw() ? RAW : TIER.formatted(tier.table()));
      statements.put(tier, statement);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.close(); // and its statements
  }
}
