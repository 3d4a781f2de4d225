package net.pesulabs.console.fx;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Cuts a series where nothing was measured, so that no line is drawn across a silence. */
public final class Runs {

  /** So many intervals without an answer are a silence and not a late answer. */
  private static final int MISSED = 3;

  /** How often answers were due. */
  @FunctionalInterface
  public interface Interval {
    Duration between(Instant from, Instant to);
  }

  private Runs() {}

  /**
   * The unbroken runs of a series, in order. Two points belong together unless they are further
   * apart than three intervals; where the points beside them come slower than they were due, as on
   * a slow link, the slower pace counts.
   *
   * @param points oldest first; one without a value ends a run
   */
  public static List<List<TimePoint>> of(List<TimePoint> points, Interval interval) {
    var runs = new ArrayList<List<TimePoint>>();
    var run = new ArrayList<TimePoint>();
    for (int i = 0; i < points.size(); i++) {
      if (!run.isEmpty() && (points.get(i).value() == null || isSilence(points, i, interval))) {
        runs.add(List.copyOf(run));
        run.clear();
      }
      if (points.get(i).value() != null) {
        run.add(points.get(i));
      }
    }
    if (!run.isEmpty()) {
      runs.add(List.copyOf(run));
    }
    return List.copyOf(runs);
  }

  /** Whether nothing was heard for too long before point {@code i}, which is not the first. */
  private static boolean isSilence(List<TimePoint> points, int i, Interval interval) {
    Duration due = interval.between(points.get(i - 1).at(), points.get(i).at());
    long before = i > 1 ? step(points, i - 1) : Long.MAX_VALUE;
    long after = i + 1 < points.size() ? step(points, i + 1) : Long.MAX_VALUE;
    long pace = Math.min(before, after);
    long usual = pace == Long.MAX_VALUE ? due.toMillis() : Math.max(due.toMillis(), pace);
    return step(points, i) > MISSED * usual;
  }

  private static long step(List<TimePoint> points, int i) {
    return Duration.between(points.get(i - 1).at(), points.get(i).at()).toMillis();
  }
}
