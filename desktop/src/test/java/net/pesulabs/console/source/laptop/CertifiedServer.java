package net.pesulabs.console.source.laptop;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import javax.net.ssl.SSLContext;
import net.pesulabs.console.source.LoopbackServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A TLS server on loopback that shows a certificate of a test's choice, and then says nothing. */
public final class CertifiedServer implements AutoCloseable {

  private final LoopbackServer server;

  public CertifiedServer(HeldCertificate certificate) throws IOException {
    SSLContext context =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext();
    server =
        new LoopbackServer(
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
            (request, out) -> OutputStream.nullOutputStream().flush());
  }

  public int port() {
    return server.port();
  }

  public static HeldCertificate selfSigned(String name) {
    return new HeldCertificate.Builder().commonName(name).addSubjectAlternativeName(name).build();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
