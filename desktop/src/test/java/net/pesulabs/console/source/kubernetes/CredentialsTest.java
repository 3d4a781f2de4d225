package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.MovableClock;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

  @TempDir Path folder;

  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void aTokenFileIsReadAgainAfterAMinute() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "one\n");
    var credentials = credentials(new Kubeconfig.Token.InFile(file));
    assertThat(credentials.current().token()).isEqualTo("one");

    Files.writeString(file, "two\n");
    assertThat(credentials.current().token()).isEqualTo("one");
    clock.move(Duration.ofMinutes(1));
    assertThat(credentials.current().token()).isEqualTo("two");
  }

  @Test
  void aRefusedTokenFileIsReadAtOnce() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "one");
    var credentials = credentials(new Kubeconfig.Token.InFile(file));
    var refused = credentials.current();
    Files.writeString(file, "two");

    assertThat(credentials.renew(refused).token()).isEqualTo("two");
    assertThat(credentials.renew(refused).token())
        .as("somebody else has renewed it")
        .isEqualTo("two");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // the plugins here are shell scripts
  void aPluginIsRunOnceUntilItsCredentialEnds() throws Exception {
    var plugin =
        plugin(
            """
            echo run >> runs
            echo "a warning" >&2
            echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":
              {"token":"t'$(wc -l < runs | tr -d " ")'","expirationTimestamp":"2026-01-01T01:00:00Z"}}'
            """);
    var credentials = credentials(new Kubeconfig.Token.FromPlugin(plugin));

    assertThat(credentials.current().token()).isEqualTo("t1");
    clock.move(Duration.ofMinutes(59));
    assertThat(credentials.current().token()).isEqualTo("t1");
    clock.move(Duration.ofMinutes(1));
    assertThat(credentials.current().token()).isEqualTo("t2");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPluginMayAnswerWithACertificate() throws Exception {
    var client = new HeldCertificate.Builder().ecdsa256().build();
    Files.writeString(
        folder.resolve("answer"),
        new JsonMapper()
            .writeValueAsString(
                Map.of(
                    "kind",
                    "ExecCredential",
                    "status",
                    Map.of(
                        "clientCertificateData", client.certificatePem(),
                        "clientKeyData", client.privateKeyPkcs8Pem()))));
    var held = credentials(new Kubeconfig.Token.FromPlugin(plugin("cat answer"))).current();

    assertThat(held.token()).isNull();
    assertThat(held.certificate().own()).isEqualTo(client.certificate());
    assertThat(held.certificate().fits()).isTrue();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPluginIsToldWhatItIsFor() throws Exception {
    var plugin =
        plugin(
            "printf '%s' \"$KUBERNETES_EXEC_INFO\" > info; printf '%s' \"$1 $2 $MINE\" > arguments;"
                + " echo '{\"kind\":\"ExecCredential\",\"status\":{\"token\":\"t\"}}'");

    plugin.run(ExecPlugin.LIMIT);

    assertThat(Files.readString(folder.resolve("arguments"))).isEqualTo("a b; echo $HOME c env");
    assertThat(new JsonMapper().readTree(folder.resolve("info").toFile()))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    Json.quoted(
                        """
                        {'kind':'ExecCredential','apiVersion':'client.authentication.k8s.io/v1',
                         'spec':{'interactive':false,'cluster':{'server':'https://h'}}}
                        """)));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void saysWhatIsWrongWithAPlugin() throws Exception {
    assertThat(problem(plugin("echo first >&2; echo second >&2; exit 3"), ExecPlugin.LIMIT))
        .contains("code 3", "first")
        .doesNotContain("second");
    assertThat(problem(plugin("echo hello"), ExecPlugin.LIMIT)).contains("did not answer");
    assertThat(problem(plugin("echo '{}'"), ExecPlugin.LIMIT)).contains("did not answer");
    assertThat(problem(plugin("exec sleep 600"), Duration.ofMillis(300)))
        .contains("did not finish");
    assertThat(
            problem(
                new ExecPlugin(List.of("no-such-program-here"), Map.of(), ""), ExecPlugin.LIMIT))
        .contains("no-such-program-here", "could not be started");
    var empty =
        catchThrowableOfType(
            KubeconfigProblem.class,
            () ->
                credentials(
                        new Kubeconfig.Token.FromPlugin(
                            plugin("echo '{\"kind\":\"ExecCredential\",\"status\":{}}'")))
                    .current());
    assertThat(empty).hasMessageContaining("did not answer");
  }

  private static String problem(ExecPlugin plugin, Duration limit) {
    return catchThrowableOfType(KubeconfigProblem.class, () -> plugin.run(limit)).getMessage();
  }

  private ExecPlugin plugin(String script) throws IOException {
    Path program = folder.resolve("login");
    Files.writeString(program, "#!/bin/sh\ncd \"$(dirname \"$0\")\"\n" + script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    var exec =
        new JsonMapper()
            .readTree(
                Json.quoted(
                    """
                    {'command':'./login','args':['a','b; echo $HOME c'],'env':[{'name':'MINE','value':'env'}],
                     'apiVersion':'client.authentication.k8s.io/v1','provideClusterInfo':true}
                    """));
    return ExecPlugin.of(
        exec, folder, new JsonMapper().createObjectNode(), URI.create("https://h"));
  }

  private Credentials credentials(Kubeconfig.Token token) {
    var user = new Kubeconfig.User(null, token);
    return new Credentials(
        user,
        () ->
            new Kubeconfig(
                "config", URI.create("https://h"), List.of(), null, "", null, user, Map.of()),
        clock);
  }
}
