package net.pesulabs.console.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** Why a system gave no answer, told apart as far as a person can act on it. */
public final class Failure extends Exception {

  /** What went wrong. */
  public enum Kind {
    /** The setting is no address or no program. */
    BAD_SETTING,
    REFUSED,
    UNKNOWN_HOST,
    NO_ROUTE,
    TIMED_OUT,
    /** The connection ended before the answer did. */
    CUT_OFF,
    TLS_UNTRUSTED,
    TLS_WRONG_NAME,
    TLS_EXPIRED,
    /** No TLS at all on one of the two sides, or none in common. */
    TLS,
    UNAUTHORIZED,
    FORBIDDEN,
    NOT_FOUND,
    SERVER_ERROR,
    /** An answer, but not one this system gives: another program, or a page for people. */
    NOT_UNDERSTOOD,
    /** It answers, and says that what is wanted is switched off or broken. */
    UNAVAILABLE
  }

  private final Kind kind;
  private final Message why;

  public Failure(Kind kind, Message why) {
    super(why.in(Language.EN), null, false, false);
    this.kind = kind;
    this.why = why;
  }

  public Kind kind() {
    return kind;
  }

  /** A sentence for people, with what to do where that is known. */
  public Message why() {
    return why;
  }

  /**
   * What an I/O error means.
   *
   * @param address the host and port that was asked
   */
  public static Failure of(IOException error, String address) {
    return switch (error) {
      case UnknownHostException e ->
          new Failure(Kind.UNKNOWN_HOST, Msg.failureUnknownHost(address));
      case SSLException e -> ofTls(e, address);
      case NoRouteToHostException e -> new Failure(Kind.NO_ROUTE, Msg.failureNoRoute(address));
      case ConnectException e -> new Failure(Kind.REFUSED, Msg.failureRefused(address));
      case SocketTimeoutException e -> new Failure(Kind.TIMED_OUT, Msg.failureTimedOut(address));
      case InterruptedIOException e -> new Failure(Kind.TIMED_OUT, Msg.failureTimedOut(address));
      case SocketException e when !saysLost(e) ->
          // What connect() says of ENETUNREACH and its like, in the system's own language.
          new Failure(Kind.NO_ROUTE, Msg.failureNoRoute(address));
      default -> new Failure(Kind.CUT_OFF, Msg.failureCutOff(address));
    };
  }

  /** Java words these itself, so they are the same in every language. */
  private static boolean saysLost(SocketException e) {
    String text = String.valueOf(e.getMessage());
    return text.contains("reset") || text.contains("closed") || text.contains("Broken pipe");
  }

  private static Failure ofTls(SSLException error, String address) {
    if (error instanceof NameCheck.WrongName wrong && !wrong.names().isEmpty()) {
      return new Failure(
          Kind.TLS_WRONG_NAME, Msg.reachTlsName(address, String.join(", ", wrong.names())));
    }
    if (error instanceof SSLPeerUnverifiedException) {
      return new Failure(Kind.TLS_WRONG_NAME, Msg.failureTlsName(address));
    }
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException
          || cause instanceof CertificateNotYetValidException) {
        return new Failure(Kind.TLS_EXPIRED, Msg.failureTlsExpired(address));
      }
      if (cause instanceof CertPathBuilderException) {
        return new Failure(Kind.TLS_UNTRUSTED, Msg.failureTlsUntrusted(address));
      }
      if (cause instanceof CertPathValidatorException e && e.getCause() == null) {
        return new Failure(Kind.TLS_UNTRUSTED, Msg.failureTlsUntrusted(address));
      }
      if (cause instanceof EOFException || cause instanceof SocketException) {
        return new Failure(Kind.CUT_OFF, Msg.failureCutOff(address));
      }
    }
    return new Failure(Kind.TLS, Msg.failureTls(address));
  }
}
