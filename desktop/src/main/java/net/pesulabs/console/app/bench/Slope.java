package net.pesulabs.console.app.bench;

import java.util.List;

/** The straight line through evenly spaced samples. */
public final class Slope {

  private Slope() {}

  /** How much it rises from one sample to the next, by least squares; of at least two samples. */
  public static double of(List<Double> samples) {
    int n = samples.size();
    if (n < 2) {
      throw new IllegalArgumentException("no line through " + n);
    }
    double middle = (n - 1) / 2.0;
    double mean = samples.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      products += (i - middle) * (samples.get(i) - mean);
      squares += (i - middle) * (i - middle);
    }
    return products / squares;
  }
}
