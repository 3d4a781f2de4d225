package net.pesulabs.console.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;

/**
 * Corrects the estimated part of a plan by what a card really showed. Weights and cache are exact,
 * so what a load took beyond the plan, or short of it, is the error of the buffers.
 *
 * @param samples the oldest first
 */
public record Calibration(List<Sample> samples) {

  public static final Calibration NONE = new Calibration(List.of());

  /** Only the last ones: a driver's update changes what it takes. */
  private static final int KEPT = 5;

  /** How exactly the next load is foretold by the last: what other programs do meanwhile. */
  private static final long DOUBT = 64L << 20;

  /**
   * One load.
   *
   * @param model the name of what was loaded
   * @param predicted weights, cache, and the buffers as estimated without any calibration
   * @param measured bytes by which the card's used memory grew
   */
  public record Sample(String model, Instant at, Prediction predicted, long measured) {

    /** Bytes more than computed; negative for less. */
    public long error() {
      return measured - predicted.bytes();
    }
  }

  /** What was computed before a load. */
  public record Prediction(long exact, Range buffers) {
    public long bytes() {
      return exact + buffers.middle();
    }
  }

  public Calibration {
    samples = List.copyOf(samples);
  }

  /** The prediction to compare a load with. */
  public static Prediction predict(
      ModelShape shape, Attention.Known attention, CacheSettings settings) {
    return new Prediction(
        Math.addExact(shape.weights().onCard(), KvCache.bytes(attention, settings)),
        Buffers.of(shape, settings));
  }

  /** With one sample more; of the same load only the last. */
  public Calibration with(Sample sample) {
    var all = new ArrayList<>(samples);
    all.removeIf(each -> each.at().equals(sample.at()));
    all.add(sample);
    return new Calibration(all.subList(Math.max(0, all.size() - KEPT), all.size()));
  }

  /** The newest sample: what a corrected figure rests on. */
  public Optional<Sample> basis() {
    return samples.isEmpty() ? Optional.empty() : Optional.of(samples.getLast());
  }

  /** Buffers as they are to be expected after all that was measured. */
  Range correct(Range estimated) {
    if (samples.isEmpty()) {
      return estimated;
    }
    LongSummaryStatistics errors = samples.stream().mapToLong(Sample::error).summaryStatistics();
    long middle = estimated.middle();
    return new Range(
        Math.max(0, middle + errors.getMin() - DOUBT),
        Math.max(0, middle + errors.getMax() + DOUBT));
  }
}
