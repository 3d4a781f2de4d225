package net.pesulabs.console.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The pretend cluster's own certificate authority and its bearer tokens, new in each run. */
final class ClusterIdentity {

  private final HeldCertificate authority;
  private final SSLContext tls;
  private final SSLContext otherName;
  private final SecureRandom random = new SecureRandom();
  private volatile String token = newToken();
  private final String familyToken = newToken();

  ClusterIdentity() {
    authority =
        new HeldCertificate.Builder()
            .commonName("k3s-server-ca")
            .certificateAuthority(0)
            .duration(3650, TimeUnit.DAYS)
            .build();
    tls = madeOutTo("127.0.0.1", "localhost");
    otherName = madeOutTo("kubernetes", Nodes.ASUNA, Nodes.ip(Nodes.ASUNA));
  }

  private SSLContext madeOutTo(String... names) {
    var server =
        new HeldCertificate.Builder()
            .commonName("k3s")
            .signedBy(authority)
            .duration(365, TimeUnit.DAYS);
    for (String name : names) {
      server.addSubjectAlternativeName(name);
    }
    return new HandshakeCertificates.Builder().heldCertificate(server.build()).build().sslContext();
  }

  /** Of the same cluster, but made out to none of the addresses it is found at here. */
  SSLContext tlsOfOtherName() {
    return otherName;
  }

  SSLContext tls() {
    return tls;
  }

  /** Whose token an Authorization header bears; empty for nobody's. */
  Optional<Rights> bearer(String authorization) {
    if (authorization.equals("Bearer " + token)) {
      return Optional.of(Rights.DEMO);
    }
    return authorization.equals("Bearer " + familyToken)
        ? Optional.of(Rights.FAMILY)
        : Optional.empty();
  }

  private String newToken() {
    return new BigInteger(256, random).toString(16);
  }

  /** The token that is taken now. */
  String token() {
    return token;
  }

  /** From now on only another token is taken. */
  void swapToken() {
    token = newToken();
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
        - name: family
          context:
            cluster: demo
            user: family
            namespace: apps
        current-context: demo
        users:
        - name: demo
          user:
            token: %s
        - name: family
          user:
            token: %s
        """
            .formatted(server, ca, token, familyToken));
  }
}
