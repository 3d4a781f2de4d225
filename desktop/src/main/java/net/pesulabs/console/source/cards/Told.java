package net.pesulabs.console.source.cards;

import net.pesulabs.console.homelab.Card;
import org.jspecify.annotations.Nullable;

/**
 * What a source was told of one card at one moment, before anything is concluded from it. Null is
 * what was not told, or cannot be true.
 *
 * @param id of {@link Card#id()}
 * @param busyPercent 0 to 100; where the source says 0 for what it could not read, that 0
 * @param gttUsedBytes the machine's memory that the card uses
 */
public record Told(
    String id,
    @Nullable String name,
    @Nullable Double busyPercent,
    Card.@Nullable Vram vram,
    @Nullable Long gttUsedBytes,
    @Nullable Long gttTotalBytes,
    Card.Heat edge,
    Card.Heat junction,
    Card.Heat memory,
    Card.Power power,
    Card.Fan fan,
    Card.Clocks clocks) {

  /** Whether any live sensor spoke, as none does while the card sleeps. */
  boolean senses() {
    return edge.celsius() != null
        || junction.celsius() != null
        || memory.celsius() != null
        || power.watts() != null;
  }
}
