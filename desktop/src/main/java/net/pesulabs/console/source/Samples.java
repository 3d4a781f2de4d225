package net.pesulabs.console.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The samples of one scrape, by metric name. Not for several threads while it is filled. */
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

  void add(Sample sample) {
    byName.computeIfAbsent(sample.name, name -> new ArrayList<>(4)).add(sample);
  }

  public List<Sample> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  public boolean anyNamed(String prefix) {
    return byName.keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  /** The value of a metric without labels; null where it is missing or no finite number. */
  public @Nullable Double value(String name) {
    return named(name).stream().findFirst().map(Samples::finite).orElse(null);
  }

  /** The value of the sample with this label; null where it is missing or no finite number. */
  public @Nullable Double value(String name, String label, String value) {
    for (Sample sample : named(name)) {
      if (sample.label(label).equals(value)) {
        return finite(sample);
      }
    }
    return null;
  }

  private static @Nullable Double finite(Sample sample) {
    return Double.isFinite(sample.value) ? (Double) sample.value : null;
  }
}
