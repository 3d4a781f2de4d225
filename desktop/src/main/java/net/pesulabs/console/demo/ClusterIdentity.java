package net.pesulabs.console.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The pretend cluster's own certificate authority and its bearer token, new in each run. */
final class ClusterIdentity {

  private final HeldCertificate authority;
  private final SSLContext tls;
  private volatile String token = freshToken();

  ClusterIdentity() {
    authority =
        new HeldCertificate.Builder()
            .commonName("k3s-server-ca")
            .certificateAuthority(0)
            .duration(3650, TimeUnit.DAYS)
            .build();
    HeldCertificate server =
        new HeldCertificate.Builder()
            .commonName("k3s")
            .addSubjectAlternativeName("127.0.0.1")
            .addSubjectAlternativeName("localhost")
            .signedBy(authority)
            .duration(365, TimeUnit.DAYS)
            .build();
    tls = new HandshakeCertificates.Builder().heldCertificate(server).build().sslContext();
  }

  SSLContext tls() {
    return tls;
  }

  /** The token that is taken now. */
  String token() {
    return token;
  }

  /** From now on only another token is taken. */
  void swapToken() {
    token = freshToken();
  }

  private static String freshToken() {
    return new BigInteger(256, new SecureRandom()).toString(16);
  }

  void writeKubeconfig(Path file, String server) throws IOException {
    String ca =
        Base64.getEncoder()
            .encodeToString(authority.certificatePem().getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        clusters:
        - name: demo
          cluster:
            server: %s
            certificate-authority-data: %s
        contexts:
        - name: demo
          context:
            cluster: demo
            user: demo
        current-context: demo
        users:
        - name: demo
          user:
            token: %s
        """
            .formatted(server, ca, token));
  }
}
