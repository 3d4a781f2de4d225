package net.pesulabs.console.model.running;

import java.util.Locale;
import java.util.Optional;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.Profile;
import net.pesulabs.console.model.KnownCard;
import org.jspecify.annotations.Nullable;

/**
 * How fast a card's memory is.
 *
 * @param card the card it was known by; null where the speed itself was set
 */
public record Bandwidth(double bytesPerSecond, @Nullable KnownCard card) {

  private static final double MOST_GIGABYTES = 100_000;

  /**
   * As it is set, else as the card's own name tells, else by the name that is set.
   *
   * @param seen the card; null while nothing is heard of it
   */
  public static Optional<Bandwidth> of(Profile.Gpu settings, @Nullable Card seen) {
    Optional<Bandwidth> typed =
        gigabytes(settings.gigabytesPerSecond()).map(speed -> new Bandwidth(speed * 1e9, null));
    if (typed.isPresent()) {
      return typed;
    }
    return Optional.ofNullable(seen)
        .map(Card::name)
        .flatMap(KnownCard::named)
        .or(() -> KnownCard.named(settings.card()).filter(card -> canBe(card, seen)))
        .map(card -> new Bandwidth(card.gigabytesPerSecond() * 1e9, card));
  }

  /** A name in the settings may be that of the card before, or of the example. */
  private static boolean canBe(KnownCard card, @Nullable Card seen) {
    Long memory = seen == null ? null : seen.vramTotalBytes();
    return memory == null || KnownCard.of(memory).contains(card);
  }

  /** Whether a setting says a speed in gigabytes a second. */
  public static boolean isSpeed(String setting) {
    return gigabytes(setting).isPresent();
  }

  private static Optional<Double> gigabytes(String setting) {
    try {
      double speed = Double.parseDouble(setting.strip().toLowerCase(Locale.ROOT).replace(',', '.'));
      return speed > 0 && speed <= MOST_GIGABYTES ? Optional.of(speed) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty(); // nothing is set, or no number
    }
  }
}
