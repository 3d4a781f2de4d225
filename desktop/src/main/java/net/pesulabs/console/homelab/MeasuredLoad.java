package net.pesulabs.console.homelab;

import java.time.Instant;

/**
 * What a card showed when a model was loaded, beside what had been computed for it.
 *
 * @param model what was loaded, by name
 * @param settings how its server was started, as far as its memory goes; the same text for the same
 *     settings
 * @param card which one
 * @param at when the model was ready
 * @param exactBytes of weights and cache, as computed
 * @param fewestBytes that the rest was estimated to take at the least
 * @param mostBytes that it was estimated to take at the most
 * @param grownBytes by which the card's used memory really grew
 */
public record MeasuredLoad(
    String model,
    String settings,
    String card,
    Instant at,
    long exactBytes,
    long fewestBytes,
    long mostBytes,
    long grownBytes) {

  /** Whether it is of the same model, settings and card: the newer one counts. */
  public boolean isLike(MeasuredLoad other) {
    return model.equals(other.model) && settings.equals(other.settings) && card.equals(other.card);
  }
}
