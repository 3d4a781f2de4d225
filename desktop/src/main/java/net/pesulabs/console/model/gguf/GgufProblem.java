package net.pesulabs.console.model.gguf;

import net.pesulabs.console.i18n.Message;

/** Why a file tells nothing of a model, in words for the person who chose it. */
public final class GgufProblem extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Message text;

  public GgufProblem(Message text) {
    super(text.key());
    this.text = text;
  }

  public GgufProblem(Message text, Throwable cause) {
    super(text.key(), cause);
    this.text = text;
  }

  public Message text() {
    return text;
  }
}
