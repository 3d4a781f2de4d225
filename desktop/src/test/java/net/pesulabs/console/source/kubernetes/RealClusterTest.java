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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.cluster.ClusterObject;
import net.pesulabs.console.homelab.cluster.Coverage;
import net.pesulabs.console.homelab.cluster.Kind;
import net.pesulabs.console.homelab.cluster.Objects;
import net.pesulabs.console.source.reach.TestNetwork;
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
    homelab.objects().need(List.of(Kind.NODES, Kind.PODS));
    try (var source =
        ClusterSource.start(TestProfile.of(path), homelab, new TestNetwork(), Clock.systemUTC())) {
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

  /** Each kind, field by field, and one that the program has no record of. */
  @Test
  void everyKindEqualsAFreshList() throws Exception {
    String path = System.getenv(VARIABLE);
    assumeThat(path).as("no real API server: set %s", VARIABLE).isNotBlank();
    Kubeconfig config = KubeconfigReader.read(path, "", Clock.systemUTC());
    var homelab = new LiveHomelab();
    var replicaSets = Kind.listed("apps", "v1", "replicasets", "ReplicaSet", true);
    var kinds = new ArrayList<Kind<?>>(Kind.KNOWN);
    kinds.remove(Kind.INGRESS_ROUTES); // Traefik's, which a bare server does not have
    kinds.add(replicaSets);
    homelab.objects().need(kinds);
    try (var source =
            ClusterSource.start(
                TestProfile.of(path), homelab, new TestNetwork(), Clock.systemUTC());
        var api =
            new ApiClient(
                config, new Credentials(config.user(), () -> config, Clock.systemUTC()))) {
      for (Kind<?> kind : kinds) {
        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(() ->
                assertThat(homelab.objects().of(kind).coverage().get().isLive())
                    .as("%s: %s", kind, homelab.objects().of(kind).coverage().get())
                    .isTrue());
        await().untilAsserted(() -> assertEqualToAFreshList(homelab.objects().of(kind), api));
      }
      assertThat(homelab.objects().of(replicaSets).coverage().get().known().orElseThrow().columns())
          .extracting(Coverage.Column::name)
          .startsWith("Name", "Desired", "Current", "Ready", "Age");
      await().until(() -> homelab.objects().catalogue().get().isLive());
      assertThat(homelab.objects().catalogue().get().known().orElseThrow())
          .contains(replicaSets, Kind.PODS, Kind.INGRESSES)
          .doesNotHaveDuplicates();
    }
  }

  private static <T extends ClusterObject> void assertEqualToAFreshList(
      Objects<T> objects, ApiClient api) throws IOException {
    Resource<T> resource = Resource.of(objects.kind(), columns -> {});
    String fields = objects.kind().fieldSelector();
    var request =
        new Api.Request(
            resource.path("") + (fields.isEmpty() ? "" : "?fieldSelector=" + fields),
            resource.accept(),
            "list",
            resource.name(),
            Api.Pace.LIST);
    var fresh = new ArrayList<T>();
    try (Api.Exchange exchange = api.exchange(request)) {
      ListPage.read(exchange.send(), resource.parser(), fresh::add, token -> {});
    }
    assertThat(objects.rows().all())
        .as(objects.kind().plural())
        .containsExactlyInAnyOrderElementsOf(fresh);
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
