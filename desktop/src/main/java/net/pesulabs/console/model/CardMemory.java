package net.pesulabs.console.model;

import org.jspecify.annotations.Nullable;

/**
 * A card's own memory in bytes.
 *
 * @param others what others use and will go on using; null where that is not known
 */
public record CardMemory(long total, @Nullable Long others) {

  /** What there is for the model, as far as is known. */
  public long available() {
    return Math.max(0, total - (others == null ? 0 : others));
  }
}
