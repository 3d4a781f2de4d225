package net.pesulabs.console.page.gpu.fit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import net.pesulabs.console.i18n.Localized;

/** A day and time as people write it in their language. */
final class Days {

  private Days() {}

  static Localized day(Instant at) {
    return language ->
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(language.locale())
            .format(at.atZone(ZoneId.systemDefault()));
  }
}
