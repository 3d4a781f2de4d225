package net.pesulabs.console.source;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import net.pesulabs.console.doctor.TlsSight;
import net.pesulabs.console.doctor.TlsSight.Kind;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A TLS handshake and nothing after it, to see how a server shows itself. It trusts no more than
 * the connections themselves do; it only remembers what it was shown.
 */
public final class TlsHandshake {

  private final X509TrustManager trust;
  private final String name;

  /**
   * A handshake to come.
   *
   * @param trust who decides
   * @param name whom the certificate must be made out to
   */
  public TlsHandshake(X509TrustManager trust, String name) {
    this.trust = trust;
    this.name = name;
  }

  /** Blocks up to twice the limit: for the connection and for the handshake. */
  public TlsSight look(InetSocketAddress address, Duration limit) {
    var recorder = new Recorder();
    try (Socket plain = new Socket()) {
      plain.connect(address, (int) limit.toMillis());
      plain.setSoTimeout((int) limit.toMillis());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {recorder}, null);
      try (SSLSocket socket =
          (SSLSocket)
              context.getSocketFactory().createSocket(plain, name, address.getPort(), true)) {
        socket.startHandshake();
        boolean named = new OkHttpClient().hostnameVerifier().verify(name, socket.getSession());
        return recorder.sight(named ? Kind.TRUSTED : Kind.WRONG_NAME);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has TLS
    } catch (IOException e) {
      return recorder.chain.isEmpty() ? TlsSight.without(kind(e)) : recorder.sight(Kind.UNTRUSTED);
    }
  }

  private static Kind kind(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return Kind.NO_ANSWER;
      }
      if (cause instanceof EOFException || cause instanceof SocketException) {
        return Kind.CUT_OFF;
      }
    }
    // What the JDK says of bytes that are no TLS record; an alert is TLS, and a refusal.
    return e instanceof SSLException && String.valueOf(e.getMessage()).contains("SSL message")
        ? Kind.NOT_TLS
        : Kind.CUT_OFF;
  }

  /** Asks whom we trust, and keeps what it was asked about. */
  private final class Recorder implements X509TrustManager {

    private List<X509Certificate> chain = List.of();

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String authType)
        throws CertificateException {
      chain = List.copyOf(Arrays.asList(shown));
      trust.checkServerTrusted(shown, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String authType)
        throws CertificateException {
      throw new CertificateException("not a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return trust.getAcceptedIssuers();
    }

    /** Dates first: an expired certificate also leads to no trusted authority. */
    TlsSight sight(Kind otherwise) {
      Instant now = Instant.now();
      for (X509Certificate each : chain) {
        if (each.getNotAfter().toInstant().isBefore(now)) {
          return sight(Kind.EXPIRED, each.getNotAfter().toInstant());
        }
        if (each.getNotBefore().toInstant().isAfter(now)) {
          return sight(Kind.NOT_YET, each.getNotBefore().toInstant());
        }
      }
      return sight(otherwise, chain.isEmpty() ? null : chain.getFirst().getNotAfter().toInstant());
    }

    private TlsSight sight(Kind kind, @Nullable Instant when) {
      return chain.isEmpty()
          ? TlsSight.without(kind)
          : new TlsSight(
              kind,
              when,
              names(chain.getFirst()),
              chain.getFirst().getIssuerX500Principal().getName());
    }
  }

  /** DNS names and addresses, the types 2 and 7 of RFC 5280, 4.2.1.6. */
  private static List<String> names(X509Certificate certificate) {
    var names = new ArrayList<String>();
    try {
      var alternatives = certificate.getSubjectAlternativeNames();
      if (alternatives != null) {
        alternatives.stream()
            .filter(each -> each.get(0).equals(2) || each.get(0).equals(7))
            .map(each -> String.valueOf(each.get(1)))
            .forEach(names::add);
      }
    } catch (CertificateParsingException e) {
      return List.of(); // then there are none that could be read
    }
    return names;
  }
}
