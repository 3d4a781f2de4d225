package net.pesulabs.console.homelab.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured lately, in memory, over an earlier past. For runs that keep nothing, and in
 * front of a past that somebody else keeps. Safe for any thread.
 */
public final class MemoryHistory implements History {

  /** A measurement; NaN for a silence. */
  private record Point(Instant at, double value) {}

  private final Past earlier;
  private final Duration kept;
  private final Map<Series, Deque<Point>> points = new HashMap<>();

  /** Nothing but what is appended, for so long. */
  public MemoryHistory(Duration kept) {
    this(History.NONE, kept);
  }

  /**
   * What is appended, and before that what another past tells.
   *
   * @param kept how long what was appended rules over the other
   */
  public MemoryHistory(Past earlier, Duration kept) {
    this.earlier = earlier;
    this.kept = kept;
  }

  @Override
  public void append(Series series, Instant at, double value) {
    if (Double.isFinite(value)) {
      add(series, new Point(at, value));
    }
  }

  @Override
  public void silence(Series series, Instant from) {
    add(series, new Point(from, Double.NaN));
  }

  private synchronized void add(Series series, Point point) {
    Deque<Point> own = points.computeIfAbsent(series, key -> new ArrayDeque<>());
    own.addLast(point);
    Instant oldest = point.at().minus(kept);
    while (own.getFirst().at().isBefore(oldest)) {
      own.removeFirst();
    }
  }

  @Override
  public Buckets query(Series series, Instant from, Instant to, int most) {
    Buckets before = earlier.query(series, from, to, most);
    List<Point> own = own(series);
    if (own.isEmpty()) {
      return before;
    }
    Duration width = before.width();
    Instant first = Buckets.start(from, width);
    Instant begin = Buckets.start(own.getFirst().at(), width);
    var trace =
        new Trace(
            new Buckets(
                width, before.buckets().stream().filter(b -> b.at().isBefore(begin)).toList()));
    for (Point point : own) {
      if (!point.at().isBefore(to) || point.at().isBefore(first)) {
        continue;
      }
      if (Double.isNaN(point.value())) {
        trace.end();
      } else {
        trace.add(point.at(), point.value());
      }
    }
    return new Buckets(width, trace.buckets(), before.origin());
  }

  private synchronized List<Point> own(Series series) {
    Deque<Point> own = points.get(series);
    return own == null ? List.of() : List.copyOf(own);
  }
}
