package net.pesulabs.console.page.gpu.fit;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people type them in either language. */
final class Numbers {

  /** Thousands may be set apart, by a point, a comma or a space. */
  private static final Pattern WHOLE =
      Pattern.compile("(\\d{1,3}(?:[., \u00a0\u202f]\\d{3})+|\\d{1,9})\\s?([kK]?)");

  /** A comma and a point both set off the fraction: here no one types thousands. */
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,6})?");

  private Numbers() {}

  /** A whole number; a {@code k} after it means 1024 times as many, as contexts are counted. */
  static Optional<Integer> whole(String text, int least, int most) {
    Matcher matcher = WHOLE.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1).replaceAll("\\D", ""));
    long value = matcher.group(2).isEmpty() ? number : number * 1024;
    return value < least || value > most ? Optional.empty() : Optional.of((int) value);
  }

  static OptionalDouble decimal(String text, double least, double most) {
    String typed = text.strip();
    if (!DECIMAL.matcher(typed).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(typed.replace(',', '.'));
    return value < least || value > most ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** As it is typed: whole where it is. */
  static String typed(double value) {
    return value == Math.rint(value)
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%s", value);
  }
}
