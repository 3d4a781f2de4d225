package net.pesulabs.console.source;

import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The usual check of the name in a server's certificate, which says what other names the
 * certificate has when it fails: OkHttp tells them only in the middle of a sentence.
 */
public final class NameCheck implements HostnameVerifier, Interceptor {

  /** A server whose certificate is made out to others. */
  public static final class WrongName extends SSLPeerUnverifiedException {
    private static final long serialVersionUID = 1;
    private final transient List<String> names;
    private final @Nullable String expected;

    WrongName(List<String> names, @Nullable String expected) {
      super("made out to " + names);
      this.names = names;
      this.expected = expected;
    }

    /** The name that it should have; null where that is the one that was asked. */
    public @Nullable String expected() {
      return expected;
    }

    /** The names and addresses it is made out to; empty where it tells none. */
    public List<String> names() {
      return names;
    }
  }

  private final HostnameVerifier usual;
  private final @Nullable String expected;
  private volatile List<String> shown = List.of();

  private NameCheck(HostnameVerifier usual, @Nullable String expected) {
    this.usual = usual;
    this.expected = expected;
  }

  /**
   * A client that checks like this.
   *
   * @param expected the name that the certificate must have; null for the one that is asked
   */
  public static OkHttpClient in(OkHttpClient client, @Nullable String expected) {
    var check = new NameCheck(client.hostnameVerifier(), expected);
    return client.newBuilder().hostnameVerifier(check).addInterceptor(check).build();
  }

  @Override
  public boolean verify(String host, SSLSession session) {
    boolean right = usual.verify(expected == null ? host : expected, session);
    if (!right) {
      shown = names(session);
    }
    return right;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (SSLPeerUnverifiedException e) {
      var named = new WrongName(shown, expected);
      named.addSuppressed(e);
      throw named;
    }
  }

  /** RFC 5280, 4.2.1.6: 2 is a DNS name, 7 an address. */
  private static List<String> names(SSLSession session) {
    try {
      for (Certificate each : session.getPeerCertificates()) {
        if (each instanceof X509Certificate own) {
          Collection<List<?>> all = own.getSubjectAlternativeNames();
          return all == null
              ? List.of()
              : all.stream()
                  .filter(name -> Objects.equals(name.get(0), 2) || Objects.equals(name.get(0), 7))
                  .map(name -> String.valueOf(name.get(1)))
                  .toList();
        }
      }
    } catch (SSLPeerUnverifiedException | CertificateParsingException e) {
      return List.of(); // then the names are not told; the check has failed all the same
    }
    return List.of();
  }
}
