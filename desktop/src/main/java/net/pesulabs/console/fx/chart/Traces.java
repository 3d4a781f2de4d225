package net.pesulabs.console.fx.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.pesulabs.console.homelab.history.Buckets;
import net.pesulabs.console.homelab.history.Series;
import net.pesulabs.console.homelab.history.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The figures of all charts of a page: what the past told, and what is heard since. No measurement
 * is in it twice, however long the past takes to answer. FX thread only.
 */
final class Traces {

  /** What was heard of a series; NaN for a silence. */
  private record Heard(Series series, Instant at, double value) {}

  private final Map<Series, Trace> traces = new HashMap<>();
  private final Map<Series, Heard> latest = new HashMap<>();
  private final List<Heard> meanwhile = new ArrayList<>();

  @Nullable Trace of(Series series) {
    return traces.get(series);
  }

  boolean has(Series series) {
    return traces.containsKey(series);
  }

  /** When something was heard last; the beginning of time where nothing was. */
  Instant lastHeard() {
    return latest.values().stream().map(Heard::at).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  /** The last value of a series and when it was, unless it has fallen silent. */
  Optional<Double> latest(Series series, Stretch within) {
    return Optional.ofNullable(latest.get(series))
        .filter(heard -> !Double.isNaN(heard.value()) && within.contains(heard.at()))
        .map(Heard::value);
  }

  /**
   * An answer of a source.
   *
   * @param at when it came; null where none ever did
   * @param told what it told; nothing where there was no answer
   * @param voices the series that this source told last; changed to those it tells now
   */
  void hear(@Nullable Instant at, Map<Series, @Nullable Double> told, Set<Series> voices) {
    var before = Set.copyOf(voices);
    voices.clear();
    told.forEach((series, value) -> {
      if (value != null && at != null && Double.isFinite(value)) {
        voices.add(series);
        Heard heard = new Heard(series, at, value);
        if (!heard.equals(latest.put(series, heard))) {
          note(heard);
        }
      }
    });
    for (Series series : before) {
      Heard last = latest.get(series);
      if (!voices.contains(series) && last != null) {
        var silence = new Heard(series, last.at(), Double.NaN);
        latest.put(series, silence);
        note(silence);
      }
    }
  }

  private void note(Heard heard) {
    meanwhile.add(heard);
    apply(heard);
  }

  private void apply(Heard heard) {
    Trace trace = traces.get(heard.series());
    if (trace == null) {
      return;
    }
    if (Double.isNaN(heard.value())) {
      trace.end();
    } else {
      trace.add(heard.at(), heard.value());
    }
  }

  /**
   * Begins to note what is heard while the past is asked: up to where to ask it, for each series.
   * What was heard last is not asked for, since it is known.
   */
  Map<Series, Instant> beginAsking(Set<Series> wanted, Instant now) {
    meanwhile.clear();
    Map<Series, Instant> until = new HashMap<>();
    for (Series series : wanted) {
      Heard last = latest.get(series);
      until.put(series, last == null ? now : last.at());
      if (last != null && !Double.isNaN(last.value())) {
        meanwhile.add(last);
      }
    }
    return until;
  }

  /** What the past told takes the place of all there was; what was heard since goes on top. */
  void replace(Map<Series, Buckets> found) {
    traces.clear();
    found.forEach((series, buckets) -> traces.put(series, new Trace(buckets)));
    List.copyOf(meanwhile).forEach(this::apply);
    meanwhile.clear();
  }

  void forget(Instant before) {
    traces.values().forEach(trace -> trace.forget(before));
  }
}
