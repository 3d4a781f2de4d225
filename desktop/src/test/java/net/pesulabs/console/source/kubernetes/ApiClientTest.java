package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.pesulabs.console.i18n.Language;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over real loopback sockets. */
@Timeout(60)
class ApiClientTest {

  private static final Api.Request PODS =
      new Api.Request("/api/v1/pods?limit=500", Resource.JSON, "list", "pods", Api.Pace.LIST);
  private static final Api.Request BEAT =
      new Api.Request("/version", Resource.JSON, "get", "/version", Api.Pace.BEAT);

  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final AtomicReference<String> kubeconfigToken = new AtomicReference<>("old");
  private final AtomicInteger readAgain = new AtomicInteger();
  private HttpServer server;
  private ApiClient client;

  @AfterEach
  void stop() {
    if (client != null) {
      client.close();
    }
    if (server != null) {
      server.stop(0);
    }
  }

  /** Answers a request; an exchange closed without an answer is a connection cut. */
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  @Test
  void renewsARefusedTokenOnceForAllWhoWereRefused() throws Exception {
    var bothRefused = new CountDownLatch(4);
    serve(exchange -> {
      if (token(exchange).equals("Bearer new")) {
        answer(exchange, 200, "{}");
      } else {
        bothRefused.countDown();
        await(bothRefused);
        answer(exchange, 401, "{}");
      }
    });
    kubeconfigToken.set("new"); // a person has put a new kubeconfig in place

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = IntStream.range(0, 4).mapToObj(i -> threads.submit(() -> get(PODS))).toList();
      for (var result : results) {
        assertThat(result.get()).isEqualTo("{}");
      }
    }

    assertThat(readAgain).hasValue(1);
    assertThat(tokens).filteredOn("Bearer new"::equals).hasSize(4);
    assertThat(tokens).filteredOn("Bearer old"::equals).hasSize(4);
  }

  @Test
  void saysSoWhereThereIsNoOtherToken() throws Exception {
    serve(exchange -> answer(exchange, 401, "{}"));

    assertThat(failure(PODS).kind()).isEqualTo(Trouble.Kind.REFUSED);
    assertThat(failure(PODS).why().key()).isEqualTo("cluster-source.unauthorized");
    assertThat(tokens).hasSize(2); // asked once each, for there was nothing new to try
  }

  @ParameterizedTest
  @CsvSource({
    "403, FORBIDDEN, cluster-source.forbidden",
    "404, ABSENT, cluster-source.not-found",
    "410, GONE, cluster-source.catching-up",
    "429, BUSY, cluster-source.busy",
    "503, BUSY, cluster-source.busy",
    "500, BUSY, cluster-source.server-error",
    "418, REFUSED, cluster-source.unexpected",
    "302, REFUSED, cluster-source.unexpected",
  })
  void tellsRefusalsApart(int code, Trouble.Kind kind, String key) throws Exception {
    serve(exchange -> {
      exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
      answer(exchange, code, Json.quoted("{'kind':'Status','message':'the words'}"));
    });

    Trouble trouble = failure(PODS);

    assertThat(trouble.kind()).isEqualTo(kind);
    assertThat(trouble.why().key()).isEqualTo(key);
  }

  @Test
  void namesTheRightThatIsMissingAndTheServersWords() throws Exception {
    serve(exchange ->
        answer(
            exchange,
            exchange.getRequestURI().getPath().equals("/version") ? 500 : 403,
            Json.quoted("{'message':'etcdserver: no leader'}")));

    for (Language language : Language.values()) {
      assertThat(failure(PODS).why().in(language)).contains("list pods");
      assertThat(failure(BEAT).why().in(language)).contains("etcdserver: no leader");
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "86400, 300", "soon, 0", "-3, 0"})
  void heedsRetryAfterWithinReason(String header, long seconds) throws Exception {
    serve(exchange -> {
      exchange.getResponseHeaders().set("Retry-After", header);
      answer(exchange, 429, "not JSON");
    });

    assertThat(failure(PODS).retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void aCutReachesWhoeverReads() throws Exception {
    var begun = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    serve(exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      begun.countDown();
      await(over);
    });
    try (Api.Exchange exchange = client.exchange(PODS)) {
      var body = exchange.send();
      assertThat(body.read()).isEqualTo('{');
      await(begun);
      Thread.startVirtualThread(exchange::cut);

      assertThatThrownBy(body::read).isInstanceOf(IOException.class);
    } finally {
      over.countDown();
    }
  }

  @Test
  void aHeartbeatWaitsFourSecondsAtMost() throws Exception {
    var over = new CountDownLatch(1);
    serve(exchange -> await(over));
    Instant began = Instant.now();

    assertThat(failure(BEAT).why().key()).isEqualTo("cluster-source.timeout");
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(8));
    over.countDown();
  }

  @Test
  void tellsAConnectionCutFromAServerThatIsNotThere() throws Exception {
    serve(HttpExchange::close);
    assertThat(failure(PODS).why().key()).isEqualTo("cluster-source.cut");
    assertThat(failure(PODS).kind()).isEqualTo(Trouble.Kind.LINK);

    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    connect(URI.create("http://127.0.0.1:" + free), List.of(), null);
    assertThat(failure(PODS).why().key()).isEqualTo("cluster-source.refused");

    connect(URI.create("https://nobody.invalid:6443"), List.of(), null);
    assertThat(failure(PODS).why().key()).isEqualTo("cluster-source.unknown-host");
  }

  @Test
  void trustsTheAuthorityOfTheKubeconfig() throws Exception {
    var authority = authority();
    serveTls(issued(authority).addSubjectAlternativeName("127.0.0.1").build());

    connect(tlsUri(), List.of(authority.certificate()), null);

    assertThat(get(PODS)).isEqualTo("{}");
  }

  @Test
  void trustsNobodyElse() throws Exception {
    serveTls(issued(authority()).addSubjectAlternativeName("127.0.0.1").build());

    connect(tlsUri(), List.of(authority().certificate()), null);

    assertThat(failure(PODS).why().key()).isEqualTo("cluster-source.tls-untrusted");
    assertThat(failure(PODS).kind()).isEqualTo(Trouble.Kind.REFUSED);
  }

  @Test
  void aCertificateMadeOutToAnotherNameIsRefusedUnlessTheKubeconfigExpectsIt() throws Exception {
    var authority = authority();
    serveTls(issued(authority).addSubjectAlternativeName("kubernetes").build());

    connect(tlsUri(), List.of(authority.certificate()), null);
    assertThat(failure(PODS).why().key()).isEqualTo("reach.tls-san");
    for (Language language : Language.values()) {
      assertThat(failure(PODS).why().in(language)).contains("tls-san");
    }

    connect(tlsUri(), List.of(authority.certificate()), "kubernetes");
    assertThat(get(PODS)).isEqualTo("{}");

    connect(tlsUri(), List.of(authority.certificate()), "another");
    assertThat(failure(PODS).why().key()).isEqualTo("reach.tls-san");
  }

  @ParameterizedTest
  @CsvSource({"-9, -2, cluster-source.tls-expired", "2, 9, cluster-source.tls-not-yet"})
  void aCertificateOutOfItsTimeIsCalledThat(int fromDay, int toDay, String key) throws Exception {
    var authority = authority();
    Instant now = Instant.now();
    serveTls(
        issued(authority)
            .addSubjectAlternativeName("127.0.0.1")
            .validityInterval(
                now.plus(Duration.ofDays(fromDay)).toEpochMilli(),
                now.plus(Duration.ofDays(toDay)).toEpochMilli())
            .build());

    connect(tlsUri(), List.of(authority.certificate()), null);

    assertThat(failure(PODS).why().key()).isEqualTo(key);
  }

  @Test
  void whatDoesNotSpeakTlsIsCalledThat() throws Exception {
    try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> {
        try (var socket = plain.accept()) {
          assertThat(socket.getInputStream().read()).isPositive();
          socket
              .getOutputStream()
              .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
      connect(
          URI.create("https://127.0.0.1:" + plain.getLocalPort()),
          List.of(authority().certificate()),
          null);

      assertThat(failure(PODS).why().key()).isEqualTo("cluster-source.tls-other");
    }
  }

  private static HeldCertificate authority() {
    return new HeldCertificate.Builder().ecdsa256().certificateAuthority(0).build();
  }

  private static HeldCertificate.Builder issued(HeldCertificate authority) {
    return new HeldCertificate.Builder().ecdsa256().commonName("server").signedBy(authority);
  }

  private void serve(Answer answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    start(answer);
    connect(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), List.of(), null);
  }

  private void serveTls(HeldCertificate certificate) throws IOException {
    var https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(
        new HttpsConfigurator(
            new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslContext()));
    server = https;
    start(exchange -> answer(exchange, 200, "{}"));
  }

  private void start(Answer answer) {
    server.createContext(
        "/",
        exchange -> {
          tokens.add(token(exchange));
          answer.to(exchange);
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  private URI tlsUri() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
  }

  private void connect(URI uri, List<X509Certificate> authorities, String name) {
    if (client != null) {
      client.close();
    }
    var config = config(uri, authorities, name);
    client =
        new ApiClient(
            config,
            new Credentials(
                config.user(),
                () -> {
                  readAgain.incrementAndGet();
                  return config(uri, authorities, name);
                },
                Clock.systemUTC()));
  }

  private Kubeconfig config(URI uri, List<X509Certificate> authorities, String name) {
    var user = new Kubeconfig.User(null, new Kubeconfig.Token.Literal(kubeconfigToken.get()));
    return new Kubeconfig("config", uri, authorities, name, "", null, user, Map.of());
  }

  private String get(Api.Request request) throws IOException {
    try (Api.Exchange exchange = client.exchange(request)) {
      return new String(exchange.send().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Trouble failure(Api.Request request) {
    return client.trouble(catchThrowableOfType(IOException.class, () -> get(request)));
  }

  private static String token(HttpExchange exchange) {
    return String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static void answer(HttpExchange exchange, int code, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
