package net.pesulabs.console.source.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
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
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.source.NameCheck;
import okhttp3.Response;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.StreamResetException;
import org.jspecify.annotations.Nullable;

/** Puts what goes wrong with a request into words, telling apart what people must cure apart. */
final class Answers {

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final String host;

  Answers(String host) {
    this.host = host;
  }

  /** The credential was refused, and there is no other. */
  ApiException refused() {
    return new ApiException(Trouble.of(Trouble.Kind.REFUSED, Msg.clusterSourceUnauthorized()));
  }

  /** An answer that is not a success. */
  ApiException failure(Api.Request request, Response answer) throws IOException {
    StatusBody body;
    try (answer) {
      body = StatusBody.read(answer.peekBody(1 << 16).byteStream());
    } catch (JsonProcessingException e) {
      body = new StatusBody(answer.code(), answer.message());
    }
    return new ApiException(
        ofCode(answer.code(), body.message(), request, retryAfter(answer.header("Retry-After"))));
  }

  /** The same for a failure told inside a watch, where HTTP had said 200 before. */
  ApiException toldInside(Api.Request request, StatusBody body) {
    return new ApiException(ofCode(body.code(), body.message(), request, Duration.ZERO));
  }

  private Trouble ofCode(int code, String text, Api.Request request, Duration retryAfter) {
    String http = Integer.toString(code);
    String words = text.isBlank() ? "–" : text;
    return switch (code) {
      case 401 -> Trouble.of(Trouble.Kind.REFUSED, Msg.clusterSourceUnauthorized());
      case 403 ->
          Trouble.of(
              Trouble.Kind.FORBIDDEN,
              Msg.clusterSourceForbidden(request.verb(), request.resource()));
      case 404 ->
          Trouble.of(
              Trouble.Kind.ABSENT,
              Msg.clusterSourceNotFound(host, request.path().replaceAll("\\?.*", "")));
      case 410 -> Trouble.of(Trouble.Kind.GONE, Msg.clusterSourceCatchingUp(request.resource()));
      case 429, 503 -> new Trouble(Trouble.Kind.BUSY, Msg.clusterSourceBusy(http), retryAfter);
      default ->
          code >= 500
              ? new Trouble(
                  Trouble.Kind.BUSY, Msg.clusterSourceServerError(http, words), retryAfter)
              : Trouble.of(Trouble.Kind.REFUSED, Msg.clusterSourceUnexpected(http, words));
    };
  }

  /** RFC 9110, 10.2.3: seconds, or a date. */
  private static Duration retryAfter(@Nullable String header) {
    if (header == null) {
      return Duration.ZERO;
    }
    Duration asked;
    try {
      asked = Duration.ofSeconds(Long.parseLong(header.strip()));
    } catch (NumberFormatException e) {
      try {
        Instant until =
            ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        asked = Duration.between(Instant.now(), until);
      } catch (DateTimeParseException neither) {
        return Duration.ZERO;
      }
    }
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }

  /** A request that got no answer, or an answer that broke off. */
  Trouble trouble(IOException failure) {
    if (failure instanceof ApiException told) {
      return told.trouble();
    }
    boolean tls = has(failure, SSLException.class);
    return Trouble.of(tls ? Trouble.Kind.REFUSED : Trouble.Kind.LINK, words(failure));
  }

  private Message words(IOException failure) {
    // The order matters: an expired certificate is also one that leads to no trusted authority.
    if (has(failure, CertificateExpiredException.class)) {
      return Msg.clusterSourceTlsExpired(host);
    }
    if (has(failure, CertificateNotYetValidException.class)) {
      return Msg.clusterSourceTlsNotYet(host);
    }
    if (failure instanceof NameCheck.WrongName wrong && !wrong.names().isEmpty()) {
      String asked = host.replaceAll(":[0-9]+$", "").replaceAll("[\\[\\]]", "");
      String name = wrong.expected() == null ? asked : wrong.expected();
      return Msg.reachTlsSan(host, String.join(", ", wrong.names()), name);
    }
    if (has(failure, SSLPeerUnverifiedException.class)) {
      return Msg.clusterSourceTlsName(host);
    }
    if (has(failure, CertPathBuilderException.class)
        || has(failure, CertPathValidatorException.class)) {
      return Msg.clusterSourceTlsUntrusted(host);
    }
    if (has(failure, UnknownHostException.class)) {
      return Msg.clusterSourceUnknownHost(host);
    }
    if (has(failure, SocketTimeoutException.class) || isTimeout(failure)) {
      return Msg.clusterSourceTimeout(host);
    }
    if (has(failure, NoRouteToHostException.class) || says(failure, "unreachable")) {
      return Msg.clusterSourceNoRoute(host);
    }
    if (has(failure, ConnectException.class)) {
      return Msg.clusterSourceRefused(host);
    }
    if (failure instanceof SSLException) {
      return Msg.clusterSourceTlsOther(host, text(failure));
    }
    if (failure instanceof JsonProcessingException json && !isCutShort(json)) {
      return Msg.clusterSourceGarbled(host);
    }
    boolean cut =
        failure instanceof JsonProcessingException
            || has(failure, EOFException.class)
            || has(failure, SocketException.class)
            || has(failure, StreamResetException.class)
            || has(failure, ConnectionShutdownException.class);
    return cut ? Msg.clusterSourceCut(host) : Msg.clusterSourceOther(text(failure));
  }

  /** Whether JSON ended in the middle, as it does when a connection breaks. */
  static boolean isCutShort(JsonProcessingException failure) {
    return failure instanceof JsonEOFException;
  }

  /** OkHttp's limit on a whole call. */
  private static boolean isTimeout(IOException failure) {
    return failure instanceof InterruptedIOException && says(failure, "timeout");
  }

  private static boolean says(Throwable failure, String word) {
    return text(failure).toLowerCase(Locale.ROOT).contains(word);
  }

  private static String text(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  private static boolean has(@Nullable Throwable failure, Class<? extends Throwable> type) {
    int depth = 0;
    for (Throwable each = failure; each != null && depth < 20; each = each.getCause(), depth++) {
      if (type.isInstance(each)) {
        return true;
      }
    }
    return false;
  }
}
