package net.pesulabs.console.i18n;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language the console speaks. */
public enum Language {
  EN(Locale.ENGLISH, "English"),
  ES(Locale.of("es"), "Español");

  private final Locale locale;
  private final String ownName;

  Language(Locale locale, String ownName) {
    this.locale = locale;
    this.ownName = ownName;
  }

  /** For numbers and dates. */
  public Locale locale() {
    return locale;
  }

  /** What its speakers call it; the same in every language. */
  public String ownName() {
    return ownName;
  }

  /** The two-letter code of {@code --lang} and of the settings file. */
  public String code() {
    return locale.getLanguage();
  }

  /** The language of a code such as {@code es}; empty for one the console does not speak. */
  public static Optional<Language> ofCode(String code) {
    return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
  }

  /** The language to start in where nobody chose one: the system's, or English. */
  public static Language ofSystem() {
    return ofCode(Locale.getDefault(Locale.Category.DISPLAY).getLanguage()).orElse(EN);
  }
}
