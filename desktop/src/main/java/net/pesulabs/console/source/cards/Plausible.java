package net.pesulabs.console.source.cards;

/**
 * What can be true of a card in use. Exporters say 0 for a sensor that they could not read, and all
 * ones (65535, 4294967295) for one that is not there: neither passes.
 */
public final class Plausible {

  private Plausible() {}

  public static boolean percent(double value) {
    return value >= 0 && value <= 100;
  }

  /** A chip that runs is never at the freezing point. */
  public static boolean celsius(double value) {
    return value > 0 && value < 150;
  }

  /**
   * No board draws less than a watt. all-smi up to 0.25 does say a thousandth of the truth, where
   * it takes the driver's watts for milliwatts (its src/device/readers/amd.rs).
   */
  public static boolean watts(double value) {
    return value >= 1 && value < 3000;
  }

  public static boolean megahertz(double value) {
    return value > 0 && value < 10_000;
  }

  /** Turns a minute; 0 is usual while the card is cool. */
  public static boolean rpm(double value) {
    return value >= 0 && value < 20_000;
  }

  /** Of memory that a card has: from 1 MiB up to 16 TiB. */
  public static boolean bytes(double value) {
    return value >= 0x1p20 && value <= 0x1p44;
  }
}
