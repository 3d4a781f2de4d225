package net.pesulabs.console.demo;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.pesulabs.console.i18n.Language;

/** What the pretend model says: a few prepared texts, each of which admits that it is prepared. */
final class Answers {

  private static final int WORDS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern SPANISH =
      Pattern.compile(
          "[¿¡ñáéíóú]|\\b(hola|buen[oa]s|qu[eé]|c[oó]mo|cu[aá]l|dime|dame|est[aá]|casa|es|un|una|el|la"
              + "|los|las|por|para|con|gracias|puedes|eres|soy|mi|tu|de|y|en)\\b",
          WORDS);
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(hello|hi|hey|what|how|is|are|the|an?|house|tell|give|you|my|me|please|thanks|of|and|in"
              + "|to|for|with|can|do)\\b",
          WORDS);
  private static final Pattern POD =
      Pattern.compile("\\bpods?\\b|kubernetes|cluster|cl[uú]ster", WORDS);
  private static final Pattern HOUSE =
      Pattern.compile("\\b(house|home|homelab|casa|server|servidor|todo bien|all right)\\b", WORDS);
  private static final Pattern GREETING =
      Pattern.compile("^\\W*(hello|hi|hey|good \\w+|hola|buen[oa]s|qu[eé] tal)\\b.{0,40}$", WORDS);

  // About what a token holds: a word or its first letters, with the space before it.
  private static final Pattern TOKEN =
      Pattern.compile("\\s*[\\p{L}\\p{N}]{1,6}|\\s*[^\\s\\p{L}\\p{N}]+|\\s+");

  private Answers() {}

  /** The answer to a message, in its language, in Markdown. */
  static String to(String message) {
    return Json.resource("answers/%s_%s.md".formatted(topic(message), language(message).code()));
  }

  /** A text in pieces as a model would say it; joined they are the text. */
  static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).toList();
  }

  static Language language(String message) {
    long spanish = SPANISH.matcher(message).results().count();
    long english = ENGLISH.matcher(message).results().count();
    return spanish > english ? Language.ES : Language.EN;
  }

  private static String topic(String message) {
    String line = message.strip().toLowerCase(Locale.ROOT);
    if (POD.matcher(line).find()) {
      return "pod";
    }
    if (HOUSE.matcher(line).find()) {
      return "house";
    }
    return GREETING.matcher(line).find() ? "greeting" : "other";
  }
}
