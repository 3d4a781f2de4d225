package net.pesulabs.console.i18n;

/** A text that is the same in every language. */
record Verbatim(String text) implements Localized {

  @Override
  public String in(Language language) {
    return text;
  }
}
