package net.pesulabs.console.i18n;

import java.text.NumberFormat;
import java.time.Duration;

/**
 * Amounts as people read them, in the number format of the language. Never for unknown values. Two
 * that are the same amount are equal, and so are sentences with them.
 */
public final class Quantity {

  private Quantity() {}

  /** Bytes in binary units: {@code 11.6 GiB}. */
  public static Localized bytes(long bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    double value = bytes;
    int unit = 0;
    while (Math.abs(value) >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return with(value, unit < 2 || value >= 100 ? 0 : 1, units[unit]);
  }

  public static Localized percent(double percent) {
    return with(percent, 0, "%");
  }

  public static Localized celsius(double degrees) {
    return with(degrees, 0, "°C");
  }

  public static Localized watts(double watts) {
    return with(watts, 0, "W");
  }

  public static Localized rpm(double rpm) {
    return with(rpm, 0, "rpm");
  }

  public static Localized megahertz(double mhz) {
    return with(mhz, 0, "MHz");
  }

  /** A number with a fixed count of decimals and no unit. */
  public static Localized number(double value, int decimals) {
    return new Amount(value, decimals, "");
  }

  /**
   * How long, in the one or two units that matter, as kubectl writes it: {@code 45s}, {@code
   * 3h12m}, {@code 5d}.
   */
  public static Localized duration(Duration duration) {
    long s = Math.max(0, duration.toSeconds());
    String text;
    if (s < 120) {
      text = s + "s";
    } else if (s < 10 * 60) {
      text = s / 60 + "m" + (s % 60 == 0 ? "" : s % 60 + "s");
    } else if (s < 3 * 3600) {
      text = s / 60 + "m";
    } else if (s < 8 * 3600) {
      text = s / 3600 + "h" + (s / 60 % 60 == 0 ? "" : s / 60 % 60 + "m");
    } else if (s < 48 * 3600) {
      text = s / 3600 + "h";
    } else if (s < 8 * 86400) {
      text = s / 86400 + "d" + (s / 3600 % 24 == 0 ? "" : s / 3600 % 24 + "h");
    } else if (s < 2 * 365 * 86400L) {
      text = s / 86400 + "d";
    } else {
      text = s / (365 * 86400L) + "y" + (s / 86400 % 365 == 0 ? "" : s / 86400 % 365 + "d");
    }
    return Localized.verbatim(text);
  }

  /** How long, in one unit and in words: {@code 4 min}, {@code 25 hours}, {@code 3 days}. */
  public static Localized roughly(Duration duration) {
    long s = Math.max(0, duration.toSeconds());
    if (s < 60) {
      return Msg.quantitySeconds(s);
    }
    if (s < 2 * 3600) {
      return Msg.quantityMinutes(s / 60);
    }
    return s < 48 * 3600 ? Msg.quantityHours(s / 3600) : Msg.quantityDays(s / 86400);
  }

  private static Localized with(double value, int decimals, String unit) {
    return new Amount(value, decimals, "\u00a0" + unit);
  }

  private record Amount(double value, int decimals, String unit) implements Localized {
    @Override
    public String in(Language language) {
      return format(value, decimals, language) + unit;
    }
  }

  private static String format(double value, int decimals, Language language) {
    NumberFormat format = NumberFormat.getInstance(language.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }
}
