package net.pesulabs.console.i18n;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** The message files, read once. */
final class Catalog {

  private static final Map<Language, Properties> PATTERNS = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      PATTERNS.put(language, read("messages_" + language.code() + ".properties"));
    }
  }

  private Catalog() {}

  static String pattern(Language language, String key) {
    String pattern = PATTERNS.get(language).getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text for " + key); // the build checks; see GenerateMessages
    }
    return pattern;
  }

  private static Properties read(String file) {
    var properties = new Properties();
    try (var in = Catalog.class.getResourceAsStream(file);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
