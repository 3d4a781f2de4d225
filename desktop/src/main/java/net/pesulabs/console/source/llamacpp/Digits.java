package net.pesulabs.console.source.llamacpp;

/** llama-server writes six digits of each counter: what is smaller than the sixth is lost. */
final class Digits {

  private Digits() {}

  /** The worth of the sixth digit. */
  static double worth(double value) {
    return value <= 0 ? 0 : Math.pow(10, Math.floor(Math.log10(value)) - 5);
  }

  /** Whether a growth up to {@code value} is much larger than what is lost of it. */
  static boolean isExact(double growth, double value) {
    return growth >= 10 * worth(value);
  }
}
