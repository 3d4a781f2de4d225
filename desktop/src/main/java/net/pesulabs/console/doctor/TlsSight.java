package net.pesulabs.console.doctor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a TLS handshake went.
 *
 * @param when the date that matters: the end of a trusted or an expired certificate, the beginning
 *     of one that is not valid yet; null where no certificate was seen
 * @param names whom the certificate is made out to; empty where none was seen
 * @param issuer who issued it; empty where none was seen
 */
public record TlsSight(Kind kind, @Nullable Instant when, List<String> names, String issuer) {

  /** What came of it. */
  public enum Kind {
    TRUSTED,
    UNTRUSTED,
    WRONG_NAME,
    EXPIRED,
    NOT_YET,
    /** What answers does not speak TLS. */
    NOT_TLS,
    CUT_OFF,
    NO_ANSWER
  }

  /** A handshake that showed no certificate. */
  public static TlsSight without(Kind kind) {
    return new TlsSight(kind, null, List.of(), "");
  }
}
