package net.pesulabs.console.homelab;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machine with the graphics cards, from one scrape of its exporter.
 *
 * @param host the name the machine gives itself
 * @param cards the real cards; empty only where the machine has none
 * @param memory the machine's own; null where the exporter does not tell
 */
public record GpuNode(String host, List<Card> cards, @Nullable Memory memory) {

  /**
   * What the machine's programs work in.
   *
   * @param availableBytes what can be given to programs without swapping, as the kernel estimates
   */
  public record Memory(long availableBytes, long totalBytes) {
    public long usedBytes() {
      return totalBytes - availableBytes;
    }
  }

  public GpuNode(String host, List<Card> cards) {
    this(host, cards, null);
  }

  /**
   * The condition of a card. {@code ASLEEP} is also what cannot be told from idle: the driver gave
   * no sensor.
   */
  public enum CardState {
    BUSY,
    IDLE,
    /** Busy reads 100 % with a model merely loaded: power and memory clock say it rests. */
    PHANTOM_BUSY,
    ASLEEP
  }
}
