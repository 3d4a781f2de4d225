package net.pesulabs.console.homelab;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machine with the graphics cards, from one scrape of its exporter.
 *
 * @param host the name the machine gives itself
 * @param cards the real cards; empty only where the machine has none
 * @param machine what the machine itself does
 */
public record GpuNode(String host, List<Card> cards, MachineFigures machine) {

  /** One that tells of its cards only. */
  public GpuNode(String host, List<Card> cards) {
    this(host, cards, MachineFigures.UNKNOWN);
  }

  public MachineFigures.@Nullable Memory memory() {
    return machine.memory();
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
