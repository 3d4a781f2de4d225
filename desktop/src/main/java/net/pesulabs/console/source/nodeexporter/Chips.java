package net.pesulabs.console.source.nodeexporter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.source.Samples;
import net.pesulabs.console.source.Samples.Sample;
import org.jspecify.annotations.Nullable;

/**
 * The sensor chips of a scrape and what they say, as node_exporter's hwmon collector tells it: one
 * metric for each kind of figure, with the labels {@code chip} and {@code sensor}.
 */
final class Chips {

  private final Samples samples;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Map<String, String>> labels = new HashMap<>();

  Chips(Samples samples) {
    this.samples = samples;
    for (Sample sample : samples.named("node_hwmon_chip_names")) {
      names.merge(sample.label("chip"), sample.label("chip_name"), Chips::sameOrNone);
    }
    for (Sample sample : samples.named("node_hwmon_sensor_label")) {
      labels
          .computeIfAbsent(sample.label("chip"), chip -> new HashMap<>())
          .merge(sample.label("sensor"), sample.label("label"), Chips::sameOrNone);
    }
  }

  /** All chips that have a name, in no order. */
  List<String> all() {
    return List.copyOf(names.keySet());
  }

  /** What its driver calls it; empty where that is not told, or told in two ways. */
  String name(String chip) {
    return names.getOrDefault(chip, "");
  }

  /** What a sensor measures; empty as above. */
  String label(String chip, String sensor) {
    return labels.getOrDefault(chip, Map.of()).getOrDefault(sensor, "");
  }

  /** A figure of one sensor; null where it is missing, no number, or told in two ways. */
  @Nullable Double value(String metric, String chip, String sensor) {
    Double found = null;
    for (Sample sample : samples.named(metric)) {
      if (sample.label("chip").equals(chip) && sample.label("sensor").equals(sensor)) {
        if (!Double.isFinite(sample.value()) || (found != null && found != sample.value())) {
          return null;
        }
        found = sample.value();
      }
    }
    return found;
  }

  private static String sameOrNone(String one, String other) {
    return one.equals(other) ? one : "";
  }
}
