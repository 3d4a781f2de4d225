package net.pesulabs.console.source.kubernetes;

import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;

/**
 * What is wrong with a kubeconfig or with the credentials it leads to, as a sentence for people.
 */
final class KubeconfigProblem extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Message sentence;

  KubeconfigProblem(Message sentence) {
    this.sentence = sentence;
  }

  Message sentence() {
    return sentence;
  }

  @Override
  public String getMessage() {
    return sentence.in(Language.EN);
  }
}
