package net.pesulabs.console.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.source.Failure.Kind;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTest {

  private final Http http = new Http(Duration.ofMillis(500), Duration.ofMillis(500));

  @Test
  void unpacksGzip() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("figures\n".getBytes(StandardCharsets.UTF_8));
    }
    try (var server =
        new LoopbackServer((request, out) ->
            LoopbackServer.reply(
                out, 200, "text/plain\r\nContent-Encoding: gzip", packed.toByteArray()))) {
      assertThat(http.get(HttpUrl.get(server.url())).body()).isEqualTo("figures\n");
      assertThat(server.requests().getFirst().headers()).containsEntry("accept-encoding", "gzip");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401,UNAUTHORIZED",
    "403,FORBIDDEN",
    "404,NOT_FOUND",
    "418,NOT_UNDERSTOOD",
    "302,NOT_UNDERSTOOD",
    "500,SERVER_ERROR",
    "503,SERVER_ERROR"
  })
  void tellsStatusesApart(int status, Kind kind) throws Exception {
    try (var server =
        new LoopbackServer((request, out) ->
            LoopbackServer.reply(out, status, "text/plain\r\nLocation: /elsewhere", "no"))) {
      Failure failure =
          catchThrowableOfType(
              Failure.class, () -> http.get(HttpUrl.get(server.url())).orFailure());
      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(server.requests()).hasSize(1); // followed nowhere
      for (Language language : Language.values()) {
        assertThat(failure.why().in(language)).contains("127.0.0.1:" + server.port());
      }
    }
  }

  @Test
  void noticesAPlainRequestToASecurePort() throws Exception {
    String words = "Client sent an HTTP request to an HTTPS server.\n";
    try (var server =
        new LoopbackServer((request, out) -> LoopbackServer.reply(out, 400, "text/plain", words))) {
      Failure failure =
          catchThrowableOfType(
              Failure.class, () -> http.get(HttpUrl.get(server.url())).orFailure());
      assertThat(failure.why().key()).isEqualTo("failure.needs-https");
    }
  }

  @Test
  void refusesWhatIsTooBig() throws Exception {
    try (var server =
        new LoopbackServer((request, out) ->
            LoopbackServer.reply(out, 200, "text/plain", new byte[(8 << 20) + 1]))) {
      var patient = new Http();
      Failure failure =
          catchThrowableOfType(Failure.class, () -> patient.get(HttpUrl.get(server.url())));
      assertThat(failure.why().key()).isEqualTo("failure.too-big");
      assertThat(failure.why().in(Language.ES)).contains("8,0\u00a0MiB");
    }
  }

  @Test
  void tellsRefusedFromTimedOutFromCutOff() throws Exception {
    int free;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = taken.getLocalPort();
    }
    assertThat(kindOf("http://127.0.0.1:" + free)).isEqualTo(Kind.REFUSED);
    assertThat(kindOf("http://no-such-machine.invalid")).isEqualTo(Kind.UNKNOWN_HOST);
    try (var silent = new LoopbackServer((request, out) -> new CountDownLatch(1).await());
        var rude =
            new LoopbackServer((request, out) -> {
              LoopbackServer.startChunked(out, "text/plain");
              LoopbackServer.chunk(out, new byte[] {'a'}, 0, 1);
            })) {
      assertThat(kindOf(silent.url())).isEqualTo(Kind.TIMED_OUT);
      assertThat(kindOf(rude.url())).isEqualTo(Kind.CUT_OFF);
    }
  }

  @Test
  void knowsErrorsOfTheSystem() {
    assertThat(Failure.of(new java.net.NoRouteToHostException("x"), "box").kind())
        .isEqualTo(Kind.NO_ROUTE);
    assertThat(Failure.of(new java.net.SocketException("La red es inaccesible"), "box").kind())
        .isEqualTo(Kind.NO_ROUTE);
    assertThat(Failure.of(new java.net.SocketException("Connection reset"), "box").kind())
        .isEqualTo(Kind.CUT_OFF);
  }

  @Test
  void tellsCertificatesApart() throws Exception {
    var authority = new HeldCertificate.Builder().certificateAuthority(0).build();
    HeldCertificate good = certificate(authority, "127.0.0.1", 1);
    HeldCertificate otherName = certificate(authority, "elsewhere.example", 1);
    HeldCertificate old = certificate(authority, "127.0.0.1", -1);
    assertThat(tlsKind(good, null)).isEqualTo(Kind.TLS_UNTRUSTED);
    assertThat(tlsKind(otherName, authority)).isEqualTo(Kind.TLS_WRONG_NAME);
    assertThat(tlsKind(old, authority)).isEqualTo(Kind.TLS_EXPIRED);
  }

  @Test
  void noticesThatAPortSpeaksNoTls() throws Exception {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> {
            try (var socket = listener.accept()) {
              socket.getInputStream().read();
              socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes("UTF-8"));
              socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
              // The client has heard enough.
            }
          });
      assertThat(kindOf("https://127.0.0.1:" + listener.getLocalPort())).isEqualTo(Kind.TLS);
    }
  }

  @Test
  void closingBreaksOffAnOpenQuestion() throws Exception {
    var asked = new CountDownLatch(1);
    try (var silent =
            new LoopbackServer((request, out) -> {
              asked.countDown();
              new CountDownLatch(1).await();
            });
        var patient = new Http(Duration.ofMinutes(1), Duration.ofMinutes(1))) {
      var answer =
          CompletableFuture.supplyAsync(() ->
              catchThrowableOfType(Failure.class, () -> patient.get(HttpUrl.get(silent.url()))));
      asked.await();
      patient.close();
      assertThat(answer.get(5, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CUT_OFF);
    }
  }

  @Test
  void knowsPagesForPeople() {
    var url = HttpUrl.get("http://box/");
    assertThat(new Http.Answer(200, "text/html; charset=utf-8", "x", url, "box").isWebPage())
        .isTrue();
    assertThat(new Http.Answer(200, "", " \n<!DOCTYPE HTML>", url, "box").isWebPage()).isTrue();
    assertThat(new Http.Answer(200, "text/plain", "up 1\n", url, "box").isWebPage()).isFalse();
  }

  private Kind kindOf(String url) {
    return catchThrowableOfType(Failure.class, () -> http.get(HttpUrl.get(url))).kind();
  }

  private static HeldCertificate certificate(HeldCertificate authority, String name, int days) {
    long now = Instant.now().toEpochMilli();
    long end = now + Duration.ofDays(days).toMillis();
    return new HeldCertificate.Builder()
        .signedBy(authority)
        .addSubjectAlternativeName(name)
        .validityInterval(now - Duration.ofDays(9).toMillis(), end)
        .build();
  }

  private static Kind tlsKind(HeldCertificate certificate, HeldCertificate trusted)
      throws IOException {
    var ofServer = new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    var ofClient = new HandshakeCertificates.Builder();
    if (trusted != null) {
      ofClient.addTrustedCertificate(trusted.certificate());
    } else {
      ofClient.addPlatformTrustedCertificates();
    }
    var sockets = ofServer.sslContext().getServerSocketFactory();
    var listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var trust = ofClient.build();
    var client =
        new OkHttpClient.Builder()
            .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
            .build();
    try (var server =
            new LoopbackServer(
                listener, (request, out) -> LoopbackServer.reply(out, 200, "text/plain", "x"));
        var secure = new Http(client)) {
      HttpUrl url = HttpUrl.get(server.url().toLowerCase(Locale.ROOT).replace("http:", "https:"));
      return catchThrowableOfType(Failure.class, () -> secure.get(url)).kind();
    }
  }
}
