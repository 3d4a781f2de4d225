package net.pesulabs.console.app;

import net.pesulabs.console.i18n.Message;

/**
 * Something the person gave that cannot be used; the message says what to do. Ends a command with
 * 64.
 */
final class UserError extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Message text;

  UserError(Message text) {
    super(text.key());
    this.text = text;
  }

  Message text() {
    return text;
  }
}
