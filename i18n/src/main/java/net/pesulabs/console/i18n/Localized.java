package net.pesulabs.console.i18n;

/** Something that can be said in either language: a message, or a quantity inside one. */
@FunctionalInterface
public interface Localized {

  String in(Language language);

  /** A name or other text that is the same in every language; equal where the text is. */
  static Localized verbatim(String text) {
    return new Verbatim(text);
  }
}
