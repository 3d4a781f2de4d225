package net.pesulabs.console.i18n;

import java.text.MessageFormat;
import java.util.List;

/**
 * A sentence not yet said: a key and its arguments. Facts and findings carry these, so that the
 * same fact can be read in either language. {@link Msg} makes them.
 *
 * @param key the key in the message files
 * @param arguments what fills the placeholders; a {@link Localized} one is said in the same
 *     language, a number is formatted as that language does
 */
public record Message(String key, List<Object> arguments) implements Localized {

  Message(String key, Object... arguments) {
    this(key, List.of(arguments));
  }

  @Override
  public String in(Language language) {
    String pattern = Catalog.pattern(language, key);
    Object[] said =
        arguments.stream()
            .map(argument -> argument instanceof Localized l ? l.in(language) : argument)
            .toArray();
    return new MessageFormat(pattern, language.locale()).format(said);
  }
}
