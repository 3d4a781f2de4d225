package net.pesulabs.console.source.nodeexporter;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.Samples.Sample;
import org.jspecify.annotations.Nullable;

/**
 * How busy a machine's processors are, from what each has counted in two successive scrapes: the
 * share of the time in which they neither idled nor waited for a disk. For one thread.
 */
final class Processors {

  private static final Set<String> RESTING = Set.of("idle", "iowait");

  /**
   * Idle time and waits are estimates of the kernel's that may go back a little (proc_stat(5));
   * more than this is a processor that was switched off and on.
   */
  private static final double SLIP_SECONDS = 3;

  private Map<String, Map<String, Double>> before = Map.of(); // seconds by mode, by processor

  /** How many the scrape tells of; null where it tells of none. */
  @Nullable Integer count() {
    return before.isEmpty() ? null : (Integer) before.size();
  }

  /**
   * Takes the next scrape: 0 to 100 of all processors together that are in both. Null where this is
   * the first, where their counters began anew, or where one of them is no number.
   */
  @Nullable Double percent(Samples samples) {
    Map<String, Map<String, Double>> last = before;
    before = read(samples);
    double all = 0;
    double resting = 0;
    for (Map.Entry<String, Map<String, Double>> cpu : before.entrySet()) {
      Map<String, Double> then = last.get(cpu.getKey());
      if (then == null) {
        continue; // it came since
      }
      Spent spent = Spent.between(then, cpu.getValue());
      if (spent == null) {
        return null;
      }
      all += spent.all;
      resting += spent.resting;
    }
    return all > 0 ? (Double) Math.clamp(100 * (1 - resting / all), 0, 100) : null;
  }

  /** What comes next is a new series. */
  void forget() {
    before = Map.of();
  }

  private static Map<String, Map<String, Double>> read(Samples samples) {
    var cpus = new HashMap<String, Map<String, Double>>();
    for (Sample sample : samples.named("node_cpu_seconds_total")) {
      cpus.computeIfAbsent(sample.label("cpu"), cpu -> new HashMap<>())
          .put(sample.label("mode"), sample.value());
    }
    return cpus;
  }

  private record Spent(double all, double resting) {

    /** Null where a mode is unknown in one of the two; nothing where the counters began anew. */
    static @Nullable Spent between(Map<String, Double> then, Map<String, Double> now) {
      double all = 0;
      double resting = 0;
      boolean anew = false;
      for (Map.Entry<String, Double> mode : now.entrySet()) {
        double spent = mode.getValue() - then.getOrDefault(mode.getKey(), Double.NaN);
        if (!Double.isFinite(spent)) {
          return null;
        }
        boolean rests = RESTING.contains(mode.getKey());
        anew |= spent < (rests ? -SLIP_SECONDS : 0);
        all += Math.max(0, spent);
        resting += rests ? Math.max(0, spent) : 0;
      }
      return anew || !now.containsKey("idle") ? new Spent(0, 0) : new Spent(all, resting);
    }
  }
}
