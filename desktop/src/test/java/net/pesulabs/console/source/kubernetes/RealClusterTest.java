package net.pesulabs.console.source.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.pesulabs.console.homelab.LiveHomelab;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the API server of {@code HOMELAB_TEST_KUBECONFIG}, of which it only reads. */
@Tag("cluster")
class RealClusterTest {

  private static final String VARIABLE = "HOMELAB_TEST_KUBECONFIG";

  @Test
  void showsWhatTheServerItselfPrints() throws Exception {
    String path = System.getenv(VARIABLE);
    assumeThat(path)
        .as("no real API server to test against: set %s to a kubeconfig that may list", VARIABLE)
        .isNotBlank();
    var homelab = new LiveHomelab();
    try (var source = ClusterSource.start(path, "", homelab, Clock.systemUTC())) {
      await().atMost(Duration.ofSeconds(20)).until(() -> homelab.cluster().get().isLive());

      await()
          .untilAsserted(() ->
              assertThat(
                      homelab.pods().all().stream()
                          .collect(
                              Collectors.toMap(
                                  pod -> pod.qualifiedName(),
                                  pod ->
                                      pod.readyContainers()
                                          + "/"
                                          + pod.totalContainers()
                                          + " "
                                          + pod.status()
                                          + " "
                                          + pod.restarts())))
                  .isEqualTo(printed(path, "pods", 1, 2, 3)));
      assertThat(
              homelab.nodes().all().stream()
                  .collect(
                      Collectors.toMap(
                          node -> "/" + node.name(),
                          node -> node.status() + " " + node.kubeletVersion())))
          .isEqualTo(printed(path, "nodes", 1, 4));
    }
    assertThat(homelab.cluster().get().isLive()).as("what was last known stays").isTrue();
  }

  /** The columns that kubectl would show, which the server prints when asked for a table. */
  private static Map<String, String> printed(String path, String resource, int... columns)
      throws Exception {
    Kubeconfig config = KubeconfigReader.read(path, "", Clock.systemUTC());
    var held = new Credentials(config.user(), () -> config, Clock.systemUTC()).current();
    Tls tls = Tls.of(config.authorities(), held.certificate());
    var request =
        new Request.Builder()
            .url(config.server() + "/api/v1/" + resource)
            .header("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io");
    if (held.token() != null) {
      request.header("Authorization", "Bearer " + held.token());
    }
    var client = new OkHttpClient.Builder().sslSocketFactory(tls.sockets(), tls.trust()).build();
    try (var response = client.newCall(request.build()).execute();
        InputStream body = response.body().byteStream()) {
      return table(body, columns);
    } finally {
      client.connectionPool().evictAll();
    }
  }

  private static Map<String, String> table(InputStream body, int... columns) throws IOException {
    var rows = new TreeMap<String, String>();
    for (JsonNode row : new JsonMapper().readTree(body).path("rows")) {
      JsonNode metadata = row.at("/object/metadata");
      var text = new StringBuilder();
      for (int column : columns) {
        text.append(text.isEmpty() ? "" : " ")
            .append(row.path("cells").path(column).asText().replaceAll(" \\(.*", ""));
      }
      rows.put(
          metadata.path("namespace").asText("") + "/" + metadata.path("name").asText(),
          text.toString());
    }
    return rows;
  }
}
