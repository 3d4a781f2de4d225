package net.pesulabs.console.homelab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last minutes of the graphics cards, kept in memory. Safe for any thread. */
public final class GpuHistory {

  /** What one scrape said. */
  public record Sample(Instant at, List<Card> cards) {}

  private final Duration kept;
  private final Deque<Sample> samples = new ArrayDeque<>();

  public GpuHistory(Duration kept) {
    this.kept = kept;
  }

  public synchronized void add(Sample sample) {
    samples.addLast(sample);
    Instant oldest = sample.at().minus(kept);
    while (samples.getFirst().at().isBefore(oldest)) {
      samples.removeFirst();
    }
  }

  synchronized void clear() {
    samples.clear();
  }

  /** Oldest first. */
  public synchronized List<Sample> samples() {
    return List.copyOf(samples);
  }
}
