package net.pesulabs.console.source.kubernetes;

import java.io.IOException;
import net.pesulabs.console.i18n.Language;

/** The API server, or the way to it, said no. */
final class ApiException extends IOException {

  private static final long serialVersionUID = 1;

  private final transient Trouble trouble;

  ApiException(Trouble trouble) {
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }

  @Override
  public String getMessage() {
    return trouble.why().in(Language.EN);
  }
}
