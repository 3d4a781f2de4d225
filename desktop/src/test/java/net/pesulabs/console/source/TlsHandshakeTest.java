package net.pesulabs.console.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import net.pesulabs.console.doctor.TlsSight;
import net.pesulabs.console.doctor.TlsSight.Kind;
import net.pesulabs.console.source.laptop.CertifiedServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Servers that show themselves in all ways, over real sockets. */
class TlsHandshakeTest {

  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final Duration DAY = Duration.ofDays(1);
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  private final HeldCertificate authority =
      new HeldCertificate.Builder().commonName("ours").certificateAuthority(0).build();
  private final TlsHandshake handshake = expecting("127.0.0.1");

  private TlsHandshake expecting(String name) {
    var trust =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(authority.certificate())
            .build()
            .trustManager();
    return new TlsHandshake(trust, name);
  }

  private HeldCertificate.Builder of(String name) {
    return new HeldCertificate.Builder().addSubjectAlternativeName(name).signedBy(authority);
  }

  private TlsSight look(HeldCertificate certificate) throws IOException {
    try (var server = new CertifiedServer(certificate)) {
      return handshake.look(new InetSocketAddress(HERE, server.port()), PATIENT);
    }
  }

  @Test
  void oneOfOursIsTrusted() throws IOException {
    TlsSight sight = look(of("127.0.0.1").build());

    assertThat(sight.kind()).isEqualTo(Kind.TRUSTED);
    assertThat(sight.when()).isAfter(Instant.now());
  }

  @Test
  void aStrangersIsUntrusted() throws IOException {
    assertThat(look(CertifiedServer.selfSigned("127.0.0.1")).kind()).isEqualTo(Kind.UNTRUSTED);
  }

  @Test
  void anotherNameIsToldWithTheNamesItHas() throws IOException {
    TlsSight sight =
        look(of("192.168.8.20").addSubjectAlternativeName("kubernetes.default").build());

    assertThat(sight.kind()).isEqualTo(Kind.WRONG_NAME);
    assertThat(sight.names()).containsExactlyInAnyOrder("192.168.8.20", "kubernetes.default");
  }

  @Test
  void anExpiredOneIsToldWithItsDate() throws IOException {
    Instant ended = Instant.now().minus(DAY);
    TlsSight sight =
        look(
            of("127.0.0.1")
                .validityInterval(ended.minus(DAY).toEpochMilli(), ended.toEpochMilli())
                .build());

    assertThat(sight.kind()).isEqualTo(Kind.EXPIRED);
    assertThat(Duration.between(sight.when(), ended).abs()).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void oneThatIsNotValidYetIsToldWithItsDate() throws IOException {
    Instant begins = Instant.now().plus(DAY);
    TlsSight sight =
        look(
            of("127.0.0.1")
                .validityInterval(begins.toEpochMilli(), begins.plus(DAY).toEpochMilli())
                .build());

    assertThat(sight.kind()).isEqualTo(Kind.NOT_YET);
    assertThat(Duration.between(sight.when(), begins).abs()).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void plainHttpIsNoTls() throws IOException {
    try (var plain = new ServerSocket(0, 5, HERE)) {
      Thread.ofVirtual()
          .start(() -> {
            try (var socket = plain.accept()) {
              // What an HTTP server says to the first bytes of TLS.
              socket
                  .getOutputStream()
                  .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              socket.getInputStream().readAllBytes();
            } catch (IOException e) {
              // the client has seen enough
            }
          });
      assertThat(handshake.look(new InetSocketAddress(HERE, plain.getLocalPort()), PATIENT).kind())
          .isEqualTo(Kind.NOT_TLS);
    }
  }

  @Test
  void whoHangsUpIsCutOff() throws IOException {
    try (var server = new ServerSocket(0, 5, HERE)) {
      Thread.ofVirtual()
          .start(() -> {
            try (var socket = server.accept()) {
              assertThat(socket.getInputStream().read()).isNotNegative();
            } catch (IOException e) {
              // the client has seen enough
            }
          });
      assertThat(handshake.look(new InetSocketAddress(HERE, server.getLocalPort()), PATIENT).kind())
          .isEqualTo(Kind.CUT_OFF);
    }
  }

  @Test
  void whoSaysNothingIsSilent() throws IOException {
    try (var server = new ServerSocket(0, 5, HERE)) {
      assertThat(
              handshake
                  .look(new InetSocketAddress(HERE, server.getLocalPort()), Duration.ofMillis(150))
                  .kind())
          .isEqualTo(Kind.NO_ANSWER);
    }
  }
}
