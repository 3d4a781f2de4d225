package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Message;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KubeconfigReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final HeldCertificate CLIENT = valid(NOW, Duration.ofDays(1));

  @TempDir Path folder;

  /** A kubeconfig that is wrong in one way. */
  private record Wrong(String problem, String yaml, String... mentions) {
    @Override
    public String toString() {
      return problem;
    }
  }

  static Stream<Wrong> wrongs() {
    String twoContexts =
        """
        clusters: [{name: c, cluster: {server: 'https://h:6443'}}]
        contexts: [{name: one, context: {cluster: c}}, {name: two, context: {cluster: c}}]
        """;
    return Stream.of(
        new Wrong("kubeconfig.not-yaml", "clusters: [\n  }{", " 2)"),
        new Wrong("kubeconfig.empty", ""),
        new Wrong("kubeconfig.empty", "just a text"),
        new Wrong("kubeconfig.empty", "clusters: []\ncontexts: []"),
        new Wrong("kubeconfig.no-current-context", twoContexts, "one, two"),
        new Wrong(
            "kubeconfig.unknown-context",
            "current-context: three\n" + twoContexts,
            "three",
            "one, two"),
        new Wrong(
            "kubeconfig.unknown-cluster",
            with("server: https://h", "", "{cluster: z, user: u}"),
            "z"),
        new Wrong(
            "kubeconfig.unknown-user", with("server: https://h", "", "{cluster: c, user: z}"), "z"),
        new Wrong("kubeconfig.bad-server", cluster("{}")),
        new Wrong(
            "kubeconfig.bad-server", cluster("server: 192.168.8.20:6443"), "192.168.8.20:6443"),
        new Wrong("kubeconfig.bad-server", cluster("server: 'https://a b'")),
        new Wrong("kubeconfig.bad-server", cluster("server: 'ftp://h'")),
        new Wrong("kubeconfig.bad-server", cluster("server: 'https://h:99999'")),
        new Wrong(
            "kubeconfig.plain-http", cluster("server: http://192.168.8.20:8080"), "192.168.8.20"),
        new Wrong(
            "kubeconfig.insecure",
            cluster("{server: 'https://h', insecure-skip-tls-verify: true}")),
        new Wrong("kubeconfig.bad-proxy", cluster("{server: 'https://h', proxy-url: 'ftp://p:1'}")),
        new Wrong("kubeconfig.bad-proxy", cluster("{server: 'https://h', proxy-url: 'http://p'}")),
        new Wrong(
            "kubeconfig.bad-base64",
            cluster("{server: 'https://h', certificate-authority-data: '%%%'}"),
            "certificate-authority-data"),
        new Wrong(
            "kubeconfig.bad-certificate",
            cluster("{server: 'https://h', certificate-authority-data: aGVsbG8=}"),
            "certificate-authority"),
        new Wrong(
            "kubeconfig.file-missing",
            cluster("{server: 'https://h', certificate-authority: pki/ca.crt}"),
            "ca.crt"),
        new Wrong(
            "kubeconfig.bad-key",
            user(
                "client-certificate-data: %s, client-key-data: aGVsbG8=",
                data(CLIENT.certificatePem()))),
        new Wrong(
            "kubeconfig.half-certificate",
            user("client-certificate-data: %s", data(CLIENT.certificatePem())),
            "u"),
        new Wrong(
            "kubeconfig.half-certificate",
            user("client-key-data: %s", data(CLIENT.privateKeyPkcs8Pem())),
            "u"),
        new Wrong(
            "kubeconfig.key-mismatch",
            certified(
                CLIENT.certificatePem(), valid(NOW, Duration.ofDays(1)).privateKeyPkcs8Pem())),
        new Wrong(
            "kubeconfig.certificate-expired", user(valid(NOW, Duration.ofDays(-2))), "2026-11-21"),
        new Wrong(
            "kubeconfig.certificate-not-yet",
            user(valid(NOW.plus(Duration.ofDays(3)), Duration.ofDays(9))),
            "2026-11-25"),
        new Wrong("kubeconfig.file-missing", user("tokenFile: /nowhere/token"), "/nowhere/token"),
        new Wrong("kubeconfig.basic-auth", user("username: admin, password: secret"), "u"),
        new Wrong("kubeconfig.auth-provider", user("auth-provider: {name: gcp}"), "u"),
        new Wrong(
            "kubeconfig.exec-incomplete",
            user("exec: {apiVersion: client.authentication.k8s.io/v1}"),
            "u"),
        new Wrong(
            "kubeconfig.exec-incomplete", user("exec: {apiVersion: v0, command: login}"), "u"),
        new Wrong(
            "kubeconfig.exec-interactive",
            user(
                "exec: {apiVersion: client.authentication.k8s.io/v1, command: login, interactiveMode: Always}"),
            "login"));
  }

  @ParameterizedTest
  @MethodSource("wrongs")
  void saysWhatIsWrong(Wrong wrong) throws IOException {
    Path file = write("config", wrong.yaml);

    Message sentence = problem(file.toString(), Map.of());

    assertThat(sentence.key()).isEqualTo(wrong.problem);
    checkSentence(sentence, file.toString());
    for (Language language : Language.values()) {
      assertThat(sentence.in(language))
          .satisfies(
              text -> List.of(wrong.mentions).forEach(each -> assertThat(text).contains(each)));
    }
    assertThat(sentence.in(Language.EN)).doesNotContain("secret");
  }

  @Test
  void saysThatTheFileIsNoFile() throws IOException {
    Path missing = folder.resolve("missing");
    Path large = write("large", "#".repeat(KubeconfigFiles.LARGEST + 1));

    assertThat(problem(missing.toString(), Map.of()).key()).isEqualTo("kubeconfig.missing");
    assertThat(problem(folder.toString(), Map.of()).key()).isEqualTo("kubeconfig.folder");
    assertThat(problem(large.toString(), Map.of()).key()).isEqualTo("kubeconfig.too-large");
    checkSentence(problem(missing.toString(), Map.of()), missing.toString());
    checkSentence(problem(folder.toString(), Map.of()), folder.toString());
    checkSentence(problem(large.toString(), Map.of()), large.toString());
  }

  @Test
  void looksWhereKubectlLooks() throws Exception {
    Files.createDirectories(folder.resolve(".kube"));
    write(".kube/config", cluster("server: https://home"));
    Path first = write("first", "current-context: b\n" + cluster("server: https://first"));
    Path second =
        write(
            "second",
            """
            clusters: [{name: c, cluster: {server: 'https://hidden'}}, {name: d, cluster: {server: 'https://second'}}]
            contexts: [{name: b, context: {cluster: d}}]
            """);
    String several =
        String.join(
            File.pathSeparator,
            folder.resolve("gone").toString(),
            first.toString(),
            second.toString());

    assertThat(read("", Map.of()).server()).hasHost("home");
    assertThat(read("~/first", Map.of(), "a").server()).hasHost("first");
    assertThat(read("", Map.of("KUBECONFIG", several)).server()).hasHost("second");
    assertThat(read("", Map.of("KUBECONFIG", several), "a").server()).hasHost("first");
    assertThat(problem("", Map.of("KUBECONFIG", folder.resolve("gone").toString())).key())
        .isEqualTo("kubeconfig.missing");
  }

  @Test
  void readsAllThatACompleteOneSays() throws Exception {
    write("ca.crt", CLIENT.certificatePem());
    write("client.crt", CLIENT.certificatePem());
    write("client.key", CLIENT.privateKeyPkcs8Pem());
    Path token = write("token", "abc\n");
    Path file =
        write(
            "config",
            """
            current-context: a
            clusters:
            - name: c
              cluster: {server: 'https://[::1]:6443/', certificate-authority: ca.crt, tls-server-name: kubernetes, proxy-url: 'socks5://p:1080'}
            contexts: [{name: a, context: {cluster: c, user: u}}]
            users:
            - name: u
              user: {client-certificate: client.crt, client-key: client.key, tokenFile: token, token: ignored, as: jane, as-groups: [x, y]}
            """);

    Kubeconfig config = read(file.toString(), Map.of());

    assertThat(config.server()).hasToString("https://[::1]:6443");
    assertThat(config.authorities()).containsExactly(CLIENT.certificate());
    assertThat(config.serverName()).isEqualTo("kubernetes");
    assertThat(config.proxy().type()).isEqualTo(Proxy.Type.SOCKS);
    assertThat(config.user().certificate().own()).isEqualTo(CLIENT.certificate());
    assertThat(config.user().token()).isEqualTo(new Kubeconfig.Token.InFile(token));
    assertThat(config.impersonation())
        .containsEntry("Impersonate-User", List.of("jane"))
        .containsEntry("Impersonate-Group", List.of("x", "y"));
  }

  @Test
  void showsNoSecretInItsText() throws Exception {
    Kubeconfig config = read(write("config", user("token: very-secret")).toString(), Map.of());

    assertThat(config.user().token()).isEqualTo(new Kubeconfig.Token.Literal("very-secret"));
    assertThat(config).asString().doesNotContain("very-secret");
  }

  @Test
  void checkTellsWithoutConnecting() throws IOException {
    Path good = write("good", cluster("server: https://nobody.invalid"));

    assertThat(ClusterSource.check(good.toString(), "")).isEmpty();
    assertThat(ClusterSource.check(good.toString(), "other"))
        .map(Message::key)
        .contains("kubeconfig.unknown-context");
  }

  private static void checkSentence(Message sentence, String path) {
    for (Language language : Language.values()) {
      assertThat(sentence.in(language)).contains(path).endsWith(".").doesNotContain("{");
    }
    assertThat(sentence.in(Language.EN)).isNotEqualTo(sentence.in(Language.ES));
  }

  private Message problem(String path, Map<String, String> environment) {
    return catchThrowableOfType(KubeconfigProblem.class, () -> read(path, environment)).sentence();
  }

  private Kubeconfig read(String path, Map<String, String> environment) throws KubeconfigProblem {
    return read(path, environment, "");
  }

  private Kubeconfig read(String path, Map<String, String> environment, String context)
      throws KubeconfigProblem {
    return KubeconfigReader.read(KubeconfigFiles.read(path, environment, folder), context, CLOCK);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String cluster(String cluster) {
    return with(cluster, "", "{cluster: c}");
  }

  private static String user(String user, Object... arguments) {
    return with(
        "server: https://h", "{" + user.formatted(arguments) + "}", "{cluster: c, user: u}");
  }

  private static String user(HeldCertificate certificate) {
    return certified(certificate.certificatePem(), certificate.privateKeyPkcs8Pem());
  }

  private static String certified(String certificate, String key) {
    return user("client-certificate-data: %s, client-key-data: %s", data(certificate), data(key));
  }

  private static String with(String cluster, String user, String context) {
    String body = cluster.startsWith("{") ? cluster : "{" + cluster + "}";
    return """
    clusters: [{name: c, cluster: %s}]
    contexts: [{name: a, context: %s}]
    users: [{name: u, user: %s}]
    """
        .formatted(body, context, user.isEmpty() ? "{}" : user);
  }

  private static String data(String pem) {
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
  }

  /** From a day before {@code from} to {@code length} after it. */
  private static HeldCertificate valid(Instant from, Duration length) {
    return new HeldCertificate.Builder()
        .ecdsa256()
        .validityInterval(
            from.minus(Duration.ofDays(length.isNegative() ? 9 : 1)).toEpochMilli(),
            from.plus(length).toEpochMilli())
        .build();
  }
}
