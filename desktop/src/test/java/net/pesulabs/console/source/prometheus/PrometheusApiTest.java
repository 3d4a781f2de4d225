package net.pesulabs.console.source.prometheus;

import static net.pesulabs.console.source.LoopbackServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import net.pesulabs.console.source.LoopbackServer;
import net.pesulabs.console.source.prometheus.PrometheusApi.Strip;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrometheusApiTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final String JSON = "application/json";

  private final Http http = new Http();
  private LoopbackServer server;
  private PrometheusApi api;

  @BeforeEach
  void serve() throws IOException {
    server = new LoopbackServer((request, out) -> reply(out, 404, "text/plain", "no"));
    api = new PrometheusApi(http, PrometheusApi.base(HttpUrl.get(server.url())));
  }

  @AfterEach
  void end() throws IOException {
    http.close();
    server.close();
  }

  private void answer(int status, String type, String body) {
    server.answerWith((request, out) -> reply(out, status, type, body));
  }

  @Test
  void readsAnInstantAnswer() throws Failure {
    answer(200, JSON, Captures.text("gpu/prometheus_query.json"));

    List<Strip> strips = api.query("node_drm_gpu_busy_percent", NOW);

    assertThat(strips).hasSize(1);
    assertThat(strips.getFirst().label("card")).isEqualTo("card1");
    assertThat(strips.getFirst().last().value()).isEqualTo(88);
    assertThat(strips.getFirst().last().at()).isEqualTo(Instant.ofEpochMilli(1_795_427_864_214L));
    assertThat(server.requests().getFirst().target())
        .isEqualTo("/api/v1/query?query=node_drm_gpu_busy_percent&time=1795428000.000");
  }

  @Test
  void readsARangeWithWhatIsNoNumber() throws Failure {
    answer(200, JSON, Captures.text("gpu/prometheus_query_range.json"));

    List<Strip> strips = api.range("x", NOW, NOW.plusSeconds(6), Duration.ofSeconds(2));

    assertThat(strips).hasSize(2);
    assertThat(strips.getFirst().points()).hasSize(4).allMatch(p -> Double.isNaN(p.value()));
    assertThat(strips.get(1).points()).extracting(p -> p.value()).containsOnly(0.750733137829912);
    assertThat(server.requests().getFirst().target()).endsWith("&step=2000ms");
  }

  @Test
  void theServersTimeTellsThatItIsOne() throws Failure {
    answer(
        200,
        JSON,
        "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1795428000.5,\"1795428000.5\"]}}");
    assertThat(api.now()).isEqualTo(NOW.plusMillis(500));
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        argumentSet(
            "its own error",
            400,
            JSON,
            "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}",
            "gpu-sources.prometheus-error"),
        argumentSet(
            "too much for it",
            503,
            JSON,
            "{\"status\":\"error\",\"errorType\":\"timeout\",\"error\":\"query timed out\"}",
            "gpu-sources.prometheus-error"),
        argumentSet(
            "a login page",
            200,
            "text/html",
            "<html>Sign in</html>",
            "gpu-sources.prometheus-web-page"),
        argumentSet("a password", 401, "text/plain", "Unauthorized", "failure.unauthorized"),
        argumentSet("no rights", 403, "text/plain", "Forbidden", "failure.forbidden"),
        argumentSet("elsewhere", 302, "text/plain", "", "failure.redirected"),
        argumentSet("not there", 404, "text/plain", "404 page not found", "failure.not-found"),
        argumentSet("other JSON", 200, JSON, "{\"ok\":true}", "gpu-sources.not-prometheus"),
        argumentSet("a list", 200, JSON, "[1,2]", "gpu-sources.not-prometheus"),
        argumentSet(
            "a string for a result",
            200,
            JSON,
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":\"none\"}}",
            "gpu-sources.not-prometheus"),
        argumentSet(
            "cut",
            200,
            JSON,
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metr",
            "gpu-sources.not-prometheus"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void saysWhatIsWrong(int status, String type, String body, String key) {
    answer(status, type, body);
    Failure failure = catchThrowableOfType(Failure.class, () -> api.query("up", null));
    assertThat(failure.why().key()).isEqualTo(key);
  }

  @Test
  void valuesOfAnotherTypeAreNotTaken() throws Failure {
    answer(
        200,
        JSON,
        """
        {"status":"success","warnings":["slow"],"data":{"resultType":"vector","result":[
          {"metric":{"__name__":"a"},"value":[1795428000,5]},
          {"metric":{"__name__":"b"},"value":["1795428000","5"]},
          {"metric":{"__name__":"c"},"value":[1795428000,"0x5"]},
          {"metric":{"__name__":"d"},"value":[1795428000]},
          {"metric":{"__name__":"e"},"value":[-1e300,"5"]},
          {"metric":{"__name__":"f","g":7},"value":[1795428000,"1.7163091968e+10"]}]}}
        """);
    List<Strip> strips = api.query("x", null);
    assertThat(strips).hasSize(1);
    assertThat(strips.getFirst().labels()).containsOnlyKeys("__name__");
    assertThat(strips.getFirst().last().value()).isEqualTo(1.7163091968e10);
  }

  @ParameterizedTest
  @CsvSource({
    "http://h:9090, http://h:9090/",
    "http://h:9090/, http://h:9090/",
    "http://h:9090/api/v1, http://h:9090/",
    "http://h:9090/api/v1/query?query=up, http://h:9090/",
    "http://h:9090/graph, http://h:9090/",
    "http://h:9090/metrics, http://h:9090/",
    "https://h/prometheus/, https://h/prometheus",
    "https://h/prometheus/api/v1/, https://h/prometheus"
  })
  void takesAddressesAsPeopleCopyThem(String address, String base) {
    assertThat(PrometheusApi.base(HttpUrl.get(address))).isEqualTo(HttpUrl.get(base));
  }

  @Test
  void asksBelowAPathToo() throws Failure {
    answer(200, JSON, Captures.text("gpu/prometheus_query.json"));
    var below =
        new PrometheusApi(http, PrometheusApi.base(HttpUrl.get(server.url() + "/prometheus/")));
    below.query("up", null);
    assertThat(server.requests().getFirst().path()).isEqualTo("/prometheus/api/v1/query");
  }
}
