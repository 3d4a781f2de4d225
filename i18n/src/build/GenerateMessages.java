import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Writes {@code Msg.java}, one typed factory method per key, from messages_en.properties and
 * messages_es.properties. Exits with 1, naming each offence, where a key is in one file only, a
 * text is empty, the placeholders differ, or a text cannot be formatted.
 *
 * <p>Usage: {@code java GenerateMessages.java FOLDER_OF_MESSAGES FOLDER_TO_WRITE}
 */
final class GenerateMessages {

  private final List<String> offences = new ArrayList<>();

  public static void main(String[] args) throws IOException {
    new GenerateMessages().run(Path.of(args[0]), Path.of(args[1]));
  }

  private void run(Path in, Path out) throws IOException {
    Properties english = read(in.resolve("messages_en.properties"));
    Properties spanish = read(in.resolve("messages_es.properties"));
    var keys = new TreeSet<>(english.stringPropertyNames());
    keys.addAll(spanish.stringPropertyNames());

    var methods = new StringBuilder();
    for (String key : keys) {
      String en = text(english, key, "messages_en");
      String es = text(spanish, key, "messages_es");
      int arity = placeholders(key, en);
      if (arity != placeholders(key, es)) {
        offences.add(key + ": the placeholders of the two languages differ");
      }
      methods.append(factory(key, en, arity));
    }
    if (!offences.isEmpty()) {
      offences.forEach(offence -> System.err.println("messages: " + offence));
      System.exit(1);
    }
    write(out.resolve("Msg.java"), CLASS.formatted(methods));
  }

  /** Properties, but a key given twice is an offence and not silently the last one. */
  private Properties read(Path file) throws IOException {
    var properties =
        new Properties() {
          @Override
          public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
              offences.add(key + ": twice in " + file.getFileName());
            }
            return super.put(key, value);
          }
        };
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }

  private String text(Properties texts, String key, String file) {
    String text = texts.getProperty(key, "");
    if (text.isBlank()) {
      offences.add(key + ": missing or empty in " + file);
    }
    // MessageFormat would swallow it; the typographic one is right in both languages anyway.
    if (text.indexOf('\'') >= 0) {
      offences.add(key + ": write ’ and not ' in " + file);
    }
    return text;
  }

  /** The number of arguments, once they are {0} to {n-1} without a gap. */
  private int placeholders(String key, String text) {
    try {
      int count = new MessageFormat(text).getFormatsByArgumentIndex().length;
      for (int i = 0; i < count; i++) {
        if (!text.contains("{" + i)) {
          offences.add(key + ": {" + i + "} is not used");
        }
      }
      return count;
    } catch (IllegalArgumentException e) {
      offences.add(key + ": " + e.getMessage());
      return 0;
    }
  }

  private static String factory(String key, String english, int arity) {
    var parameters = new StringBuilder();
    var arguments = new StringBuilder();
    for (int i = 0; i < arity; i++) {
      parameters.append(i == 0 ? "" : ", ").append("Object a").append(i);
      arguments.append(", a").append(i);
    }
    String doc = english.replace("&", "&amp;").replace("<", "&lt;").replace("@", "&#64;");
    return """

      /** %s */
      public static Message %s(%s) {
        return new Message("%s"%s);
      }
    """
        .formatted(doc.replace("*/", "*&#47;"), name(key), parameters, key, arguments);
  }

  /** {@code home.verdict-fine} becomes {@code homeVerdictFine}. */
  private static String name(String key) {
    var name = new StringBuilder();
    for (String word : key.split("[.-]")) {
      name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase() + word.substring(1));
    }
    return name.toString();
  }

  /** Leaves an equal file alone, so that nothing is compiled again for nothing. */
  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
  }

  private static final String CLASS =
      """
      package net.pesulabs.console.i18n;

      /** Every text of the console, one method a key, generated from the message files. */
      public final class Msg {

        private Msg() {}
      %s}
      """;
}
