package net.pesulabs.console.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.pesulabs.console.homelab.history.Bucket;
import net.pesulabs.console.homelab.history.Figure;
import net.pesulabs.console.homelab.history.Past;
import net.pesulabs.console.homelab.history.Series;
import org.jspecify.annotations.Nullable;

/**
 * The pretend past as a Prometheus answers questions about stretches of it: which figure is meant
 * is told by the names in the question, and each stretch ends where the question has a step.
 */
final class PretendStretches {

  /** The first that is found in a question names its figure. */
  private static final Map<Pattern, Figure> FIGURES = new LinkedHashMap<>();

  static {
    FIGURES.put(Pattern.compile("node_drm_gpu_busy_percent"), Figure.BUSY);
    FIGURES.put(Pattern.compile("node_drm_memory_vram_used_bytes"), Figure.VRAM_USED);
    FIGURES.put(Pattern.compile("node_drm_memory_gtt_used_bytes"), Figure.GTT_USED);
    FIGURES.put(Pattern.compile("temp_celsius\\{[^}]*sensor=\"temp1\""), Figure.EDGE);
    FIGURES.put(Pattern.compile("temp_celsius\\{[^}]*sensor=\"temp2\""), Figure.JUNCTION);
    FIGURES.put(Pattern.compile("temp_celsius\\{[^}]*sensor=\"temp3\""), Figure.MEMORY_TEMPERATURE);
    FIGURES.put(Pattern.compile("node_hwmon_power_average_watt"), Figure.POWER);
    FIGURES.put(Pattern.compile("node_hwmon_fan_rpm"), Figure.FAN);
    FIGURES.put(Pattern.compile("freq_mhz\\{[^}]*sensor=\"sclk\""), Figure.CORE_CLOCK);
    FIGURES.put(Pattern.compile("freq_mhz\\{[^}]*sensor=\"mclk\""), Figure.MEMORY_CLOCK);
    FIGURES.put(Pattern.compile("node_cpu_seconds_total"), Figure.MACHINE_CPU);
    FIGURES.put(Pattern.compile("node_memory_MemAvailable_bytes"), Figure.MACHINE_MEMORY_USED);
  }

  private static final String CARD = "pesubuntu/card1";

  private final Past past;

  PretendStretches(Past past) {
    this.past = past;
  }

  /** Its rows; null for a question about something else. */
  @Nullable ArrayNode answer(String question, Instant start, Instant end, Duration step) {
    Figure figure =
        FIGURES.entrySet().stream()
            .filter(known -> known.getKey().matcher(question).find())
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
    if (figure == null || step.isZero()) {
      return null;
    }
    Map<String, List<Object>> rows = new LinkedHashMap<>();
    for (Instant at = start; !at.isAfter(end); at = at.plus(step)) {
      Bucket bucket = stretch(figure, at.minus(step), at);
      if (bucket != null) {
        put(rows, "min", at, bucket.min());
        put(rows, "mean", at, bucket.mean());
        put(rows, "max", at, bucket.max());
        put(rows, "count", at, bucket.count());
        put(rows, "awake", at, bucket.count());
      }
    }
    return Json.arrayOf(
        rows.entrySet().stream()
            .map(row ->
                Json.object("metric", Json.object("of", row.getKey()), "values", row.getValue()))
            .collect(Collectors.toList()));
  }

  /** All measurements of it as one; null where there was none. */
  private @Nullable Bucket stretch(Figure figure, Instant from, Instant to) {
    Series series = new Series(CARD, figure);
    Bucket whole = null;
    for (Bucket part : past.query(series, from, to, 1).buckets()) {
      whole = part; // the last one holds most of it
    }
    return whole;
  }

  private static void put(Map<String, List<Object>> rows, String of, Instant at, double value) {
    rows.computeIfAbsent(of, name -> new ArrayList<>())
        .add(List.of(PretendPrometheus.seconds(at), PromText.number(value)));
  }
}
