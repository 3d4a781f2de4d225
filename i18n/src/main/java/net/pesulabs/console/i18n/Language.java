package net.pesulabs.console.i18n;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
    return ofSystem(System.getenv(), Locale.getDefault(Locale.Category.DISPLAY));
  }

  /**
   * The environment comes first, in the order of POSIX
   * (https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html): the JVM takes only
   * locales the C library has data for, and would speak English to who asks for {@code es_ES}.
   */
  static Language ofSystem(Map<String, String> environment, Locale fallback) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .flatMap(value -> ofCode(value.split("[_.@]", 2)[0]))
        .or(() -> ofCode(fallback.getLanguage()))
        .orElse(EN);
  }
}
