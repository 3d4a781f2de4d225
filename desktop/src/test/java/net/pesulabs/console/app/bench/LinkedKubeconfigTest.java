package net.pesulabs.console.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedKubeconfigTest {

  @TempDir Path folder;

  private Path original() throws IOException {
    Path file = Files.createDirectories(folder.resolve("own")).resolve("config");
    Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        current-context: home
        clusters:
        - name: one
          cluster: {server: "https://asuna.example:6443/k", certificate-authority: ca.crt}
        - name: two
          cluster: {server: "https://other.example"}
        contexts:
        - {name: home, context: {cluster: one, user: me}}
        - {name: away, context: {cluster: two, user: me}}
        users:
        - {name: me, user: {token: secret}}
        """);
    return file;
  }

  @Test
  void theServerIsTheLinkAndItsNameIsStillVerified() throws IOException {
    Path original = original();
    var linked = new LinkedKubeconfig(original, "", folder);
    assertThat(linked.server().getHostString()).isEqualTo("asuna.example");
    assertThat(linked.server().getPort()).isEqualTo(6443);
    JsonNode copy = new YAMLMapper().readTree(linked.write(4711).toFile());
    JsonNode cluster = copy.at("/clusters/0/cluster");
    assertThat(cluster.path("server").asText()).isEqualTo("https://127.0.0.1:4711/k");
    assertThat(cluster.path("tls-server-name").asText()).isEqualTo("asuna.example");
    assertThat(cluster.path("certificate-authority").asText())
        .isEqualTo(original.resolveSibling("ca.crt").toString());
    assertThat(copy.at("/users/0/user/token").asText()).isEqualTo("secret");
  }

  @Test
  void aNamedContextIsTaken() throws IOException {
    var linked = new LinkedKubeconfig(original(), "away", folder);
    assertThat(linked.server().getHostString()).isEqualTo("other.example");
    assertThat(linked.server().getPort()).isEqualTo(443);
  }

  @Test
  void withoutAServerThereIsNothingToLink() throws IOException {
    Path file = Files.writeString(folder.resolve("empty"), "apiVersion: v1\n");
    assertThatThrownBy(() -> new LinkedKubeconfig(file, "", folder))
        .isInstanceOf(IOException.class);
  }
}
