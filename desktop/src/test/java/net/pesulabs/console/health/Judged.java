package net.pesulabs.console.health;

import static org.assertj.core.api.Assertions.assertThat;

import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/** What is asked of every diagnosis, whichever rule makes it. */
final class Judged {

  private Judged() {}

  /**
   * Checks a diagnosis.
   *
   * @param cause null for no finding
   * @param english a part of the sentence in English; empty for any
   */
  static void as(Diagnosis diagnosis, Severity severity, @Nullable String cause, String english) {
    assertThat(diagnosis.cause()).as(diagnosis.toString()).isEqualTo(cause);
    assertThat(diagnosis.severity()).isEqualTo(severity);
    inBothLanguages(diagnosis.text());
    assertThat(diagnosis.text().in(Language.EN)).contains(english);
    if (cause != null) {
      assertThat(diagnosis.evidence()).isNotEmpty().noneMatch(fact -> fact.contains("null"));
      Message advice = diagnosis.advice();
      assertThat(advice).isNotNull();
      inBothLanguages(advice);
      assertThat(Causes.rank(cause)).isNotNegative();
    }
  }

  private static void inBothLanguages(Message text) {
    String en = text.in(Language.EN);
    String es = text.in(Language.ES);
    assertThat(en).isNotBlank().doesNotContain("{0", "{1", "null");
    assertThat(es).isNotBlank().doesNotContain("{0", "{1", "null").isNotEqualTo(en);
  }
}
