package net.pesulabs.console.i18n;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The message files, read once. */
final class Catalog {

  private static final Properties ENGLISH = read("messages_en.properties");
  private static final Properties SPANISH = read("messages_es.properties");

  private Catalog() {}

  static String pattern(Language language, String key) {
    Properties patterns =
        switch (language) {
          case EN -> ENGLISH;
          case ES -> SPANISH;
        };
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException(
          "no text for " + key); // the build checks; see GenerateMessages
    }
    return pattern;
  }

  private static Properties read(String file) {
    var properties = new Properties();
    try (var in = Objects.requireNonNull(Catalog.class.getResourceAsStream(file), file);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
