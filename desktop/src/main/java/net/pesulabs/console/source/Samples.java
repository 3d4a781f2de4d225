package net.pesulabs.console.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one scrape, by metric name; a series once. One that was told twice with different
 * values has none, so its value is NaN. Not for several threads while it is filled.
 */
public final class Samples {

  /**
   * One line of a scrape.
   *
   * @param value may be NaN or infinite
   */
  public record Sample(String name, Map<String, String> labels, double value) {

    /** A label's value; empty where there is none, which Prometheus holds to be the same. */
    public String label(String label) {
      return labels.getOrDefault(label, "");
    }
  }

  private final Map<String, List<Sample>> byName = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  /** There is such a metric, whether or not its samples are kept. */
  void saw(String name) {
    seen.add(name);
  }

  void add(Sample sample) {
    byName.computeIfAbsent(sample.name, name -> new ArrayList<>(4)).add(sample);
  }

  /** All are here: makes one of each series. */
  void settle() {
    byName.replaceAll((name, samples) -> samples.size() == 1 ? samples : once(samples));
  }

  private static List<Sample> once(List<Sample> samples) {
    Map<Map<String, String>, Sample> once = LinkedHashMap.newLinkedHashMap(samples.size());
    for (Sample sample : samples) {
      once.merge(sample.labels, sample, Samples::same);
    }
    return once.size() == samples.size() ? samples : List.copyOf(once.values());
  }

  private static Sample same(Sample one, Sample other) {
    return Double.compare(one.value, other.value) == 0
        ? one
        : new Sample(one.name, one.labels, Double.NaN);
  }

  public List<Sample> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** Whether the text had any such metric, also one that was not wanted. */
  public boolean anyNamed(String prefix) {
    return seen.stream().anyMatch(name -> name.startsWith(prefix));
  }

  /**
   * The value of a metric of one sample; null where it is missing or no finite number, or where
   * several differ.
   */
  public @Nullable Double value(String name) {
    return agreed(named(name), "", "");
  }

  /** The same, of the samples with this label. */
  public @Nullable Double value(String name, String label, String value) {
    return agreed(named(name), label, value);
  }

  private static @Nullable Double agreed(List<Sample> samples, String label, String value) {
    Sample found = null;
    for (Sample sample : samples) {
      if (label.isEmpty() || sample.label(label).equals(value)) {
        if (found != null && found.value != sample.value) {
          return null;
        }
        found = sample;
      }
    }
    return found != null && Double.isFinite(found.value) ? (Double) found.value : null;
  }
}
