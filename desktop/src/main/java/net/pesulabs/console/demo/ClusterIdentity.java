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
    tls = context(server("127.0.0.1", authority).duration(365, TimeUnit.DAYS));
    otherName = context(server(Nodes.ip(Nodes.ASUNA), authority).duration(365, TimeUnit.DAYS));
  }

  private static HeldCertificate.Builder server(String address, HeldCertificate issuer) {
    return new HeldCertificate.Builder()
        .commonName("k3s")
        .addSubjectAlternativeName(address)
        .addSubjectAlternativeName(address.equals("127.0.0.1") ? "localhost" : "kubernetes")
        .signedBy(issuer);
  }

  private static SSLContext context(HeldCertificate.Builder server) {
    return new HandshakeCertificates.Builder().heldCertificate(server.build()).build().sslContext();
  }

  /** The server's certificate with what is wrong with it. */
  SSLContext tls(Faults faults) {
    if (faults.has(Fault.TLS_UNTRUSTED)) {
      HeldCertificate stranger =
          new HeldCertificate.Builder().commonName("stranger").certificateAuthority(0).build();
      return context(server("127.0.0.1", stranger));
    }
    if (faults.has(Fault.TLS_NAME)) {
      return context(server("192.168.8.20", authority));
    }
    if (faults.has(Fault.TLS_EXPIRED)) {
      long now = System.currentTimeMillis();
      long day = TimeUnit.DAYS.toMillis(1);
      return context(server("127.0.0.1", authority).validityInterval(now - 3 * day, now - day));
    }
    return tls;
  }

  SSLContext tls() {
    return tls;
  }

  /** Of the same cluster, but made out to none of the addresses it is found at here. */
  SSLContext tlsOfOtherName() {
    return otherName;
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
