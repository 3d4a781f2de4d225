package net.pesulabs.console.health;

import java.time.Instant;
import java.util.List;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of one object: its health, and, where it wants care, what makes it a finding.
 *
 * @param cause null where the object is as it should be, or on its way there
 * @param advice what to do; null with a null cause
 */
record Diagnosis(
    @Nullable String cause,
    Severity severity,
    Message text,
    @Nullable Message advice,
    List<String> evidence,
    @Nullable Instant since) {

  static Diagnosis fine(Severity severity, Message text) {
    return new Diagnosis(null, severity, text, null, List.of(), null);
  }

  static Diagnosis of(
      String cause,
      Severity severity,
      Message text,
      Message advice,
      List<String> evidence,
      @Nullable Instant since) {
    return new Diagnosis(cause, severity, text, advice, evidence, since);
  }

  Health health() {
    return new Health(severity, text);
  }

  /** The finding about an object, its name put before the sentence; null where there is none. */
  @Nullable Finding finding(String object, Message named) {
    return cause == null || advice == null
        ? null
        : new Finding(cause, severity, object, evidence, since, named, advice);
  }
}
