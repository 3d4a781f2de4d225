package net.pesulabs.console.app.bench;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Samples in order of size. */
public final class Percentiles {

  private final double[] sorted;

  public Percentiles(List<Double> samples) {
    sorted = samples.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
  }

  /** The least sample that this share of all does not exceed; null without samples. */
  public @Nullable Double at(double share) {
    return sorted.length == 0
        ? null
        : (Double)
            sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
  }

  public @Nullable Double median() {
    return at(0.5);
  }

  public @Nullable Double max() {
    return at(1);
  }

  public int count() {
    return sorted.length;
  }
}
