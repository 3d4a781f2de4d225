package net.pesulabs.console.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A card whose memory's speed is known from its maker's data sheet: bits of the bus times gigabits
 * a second of each, over eight.
 *
 * @param gibibytes of memory, as it is sold
 */
public record KnownCard(String name, int gibibytes, int busBits, double gigabits) {

  /** AMD's, since only their driver tells how full they are. */
  public static final List<KnownCard> ALL =
      List.of(
          new KnownCard("Radeon RX 6700 XT", 12, 192, 16),
          new KnownCard("Radeon RX 6800", 16, 256, 16),
          new KnownCard("Radeon RX 6800 XT", 16, 256, 16),
          new KnownCard("Radeon RX 6900 XT", 16, 256, 16),
          new KnownCard("Radeon RX 7600", 8, 128, 18),
          new KnownCard("Radeon RX 7600 XT", 16, 128, 18),
          new KnownCard("Radeon RX 7700 XT", 12, 192, 18),
          new KnownCard("Radeon RX 7800 XT", 16, 256, 19.5),
          new KnownCard("Radeon RX 7900 GRE", 16, 256, 18),
          new KnownCard("Radeon RX 7900 XT", 20, 320, 20),
          new KnownCard("Radeon RX 7900 XTX", 24, 384, 20),
          new KnownCard("Radeon RX 9060 XT", 16, 128, 20),
          new KnownCard("Radeon RX 9070", 16, 256, 20),
          new KnownCard("Radeon RX 9070 XT", 16, 256, 20),
          new KnownCard("Radeon PRO W7800", 32, 256, 18),
          new KnownCard("Radeon PRO W7900", 48, 384, 18));

  /** Of as much memory as a card reports, which is a little less than it is sold with. */
  public static List<KnownCard> of(long reportedBytes) {
    double reported = reportedBytes / (double) (1L << 30);
    return ALL.stream()
        .filter(card -> reported > 0.95 * card.gibibytes && reported <= card.gibibytes)
        .toList();
  }

  /**
   * The one that a text names, be it with its maker before it. A text that names several, as the
   * list of PCI devices does, names none.
   */
  public static Optional<KnownCard> named(String text) {
    String words = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9/]+", " ").strip() + " ";
    return words.contains("/")
        ? Optional.empty()
        : ALL.stream()
            .filter(card -> words.contains(" " + card.name.toLowerCase(Locale.ROOT) + " "))
            .max(Comparator.comparingInt(card -> card.name.length()));
  }

  public double gigabytesPerSecond() {
    return busBits * gigabits / 8;
  }
}
