package net.pesulabs.console.source.kubernetes;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How the connection to the API server is secured: as kubectl, a server is trusted for the
 * authorities of the kubeconfig and no others. (fabric8's own set-up would add all that Java
 * trusts.)
 */
record Tls(SSLSocketFactory sockets, X509TrustManager trust) {

  private static final char[] NO_PASSWORD = {};

  static Tls of(List<X509Certificate> authorities, @Nullable ClientCertificate client) {
    try {
      X509TrustManager trust = trust(authorities);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          client == null ? new KeyManager[0] : keys(client), new TrustManager[] {trust}, null);
      return new Tls(context.getSocketFactory(), trust);
    } catch (GeneralSecurityException | IOException e) {
      // Every Java has TLS and empty key stores, and the certificates have been read already.
      throw new IllegalStateException(e);
    }
  }

  private static X509TrustManager trust(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = null;
    if (!authorities.isEmpty()) {
      store = emptyStore();
      for (X509Certificate authority : authorities) {
        store.setCertificateEntry("authority-" + store.size(), authority);
      }
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new GeneralSecurityException("no X.509 trust manager");
  }

  private static KeyManager[] keys(ClientCertificate client)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    store.setKeyEntry(
        "client", client.key(), NO_PASSWORD, client.chain().toArray(new X509Certificate[0]));
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
