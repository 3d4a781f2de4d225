package net.pesulabs.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each benchmark once, small: that its figures are there, and that those which are about truth and
 * not about time are what they must be. No figure of time is asserted.
 */
class BenchCommandTest {

  private static final List<String> SMALL =
      List.of("--json", "--pods", "60", "--duration", "1s", "--lang", "en");

  @RegisterExtension private final StandardStreams streams = new StandardStreams();

  private Map<String, JsonNode> figures(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("bench"));
    all.addAll(List.of(words));
    all.addAll(SMALL);
    int code = Main.run(all.toArray(String[]::new));
    assertThat(code).as(streams.err()).isEqualTo(ExitCode.HEALTHY);
    JsonNode report = new ObjectMapper().readTree(streams.out());
    assertThat(report.path("bench").asText()).isEqualTo(words[0]);
    assertThat(report.at("/load/cluster").asText()).isEqualTo("pretend");
    Map<String, JsonNode> figures = new HashMap<>();
    for (JsonNode figure : report.path("figures")) {
      assertThat(figures.put(figure.path("name").asText(), figure)).isNull();
      assertThat(figure.path("value").isNull()).isEqualTo(figure.has("reason"));
    }
    return figures;
  }

  @Test
  void listShowsEveryPod() throws IOException {
    Map<String, JsonNode> figures = figures("list");
    assertThat(figures.get("pods").path("value").asInt()).isBetween(58, 64);
    assertThat(figures.get("first-rows").path("value").asDouble()).isPositive();
    assertThat(figures.get("all-pods").path("value").asDouble()).isPositive();
    assertThat(figures).containsKeys("wall-ratio", "memory-ratio", "kubectl-wall", "peak-added");
  }

  @Test
  void churnLosesNothing() throws IOException {
    Map<String, JsonNode> figures = figures("churn", "--rate", "50");
    assertThat(figures.get("changes-made").path("value").asInt()).isPositive();
    assertThat(figures.get("changes-seen").path("value").asInt()).isPositive();
    assertThat(figures.get("latency-p95").path("value").asDouble()).isPositive();
    assertThat(figures.get("longest-frame").path("value").asDouble()).isPositive();
    assertThat(figures.get("changes-not-shown").path("value").asInt(-1)).isZero();
    assertThat(figures.get("differences").path("value").asInt(-1)).isZero();
    assertThat(figures.get("differences-on-screen").path("value").asInt(-1)).isZero();
  }

  @Test
  void idleTellsWhatItUses() throws IOException {
    Map<String, JsonNode> figures = figures("idle", "--simulate", "1m");
    assertThat(figures.get("process-cpu").path("value").isNumber()).isTrue();
    assertThat(figures.get("heap-live").path("value").asDouble()).isPositive();
    assertThat(figures.get("simulated-changes").path("value").asInt()).isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({"cut", "restart"})
  void afterAFaultEverythingIsRightAgain(String fault) throws IOException {
    Map<String, JsonNode> figures = figures("recover", "--only", fault);
    assertThat(figures).containsKey(fault + ".not-live-after");
    assertThat(figures.get(fault + ".right-after").path("value").isNumber()).isTrue();
    assertThat(figures.get(fault + ".differences").path("value").asInt(-1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "bench,list",
    "bench dance,list",
    "bench list --pods many,--pods",
    "bench list --pods -3,--pods",
    "bench churn --rate 99999999,--rate",
    "bench churn --duration soon,8h",
    "bench list --kubectl no-such-kubectl,no-such-kubectl",
    "bench list --pods 10 --kubeconfig no-such-config,--kubeconfig",
    "bench recover --pods 60 --only fire,half-open",
    "status --pods 10,--demo",
    "status --rate 3,--demo",
    "status --demo --rate 3,--pods"
  })
  void badUsageIsOneSentenceAnd64(String words, String said) {
    for (String language : new String[] {"en", "es"}) {
      int code = Main.run((words + " --lang " + language).split(" "));
      assertThat(code).isEqualTo(ExitCode.USAGE);
      String text = streams.err().strip();
      assertThat(text).contains(said).doesNotContain("Exception", "\tat ");
      assertThat(text.lines()).hasSize(1);
      assertThat(streams.out()).isEmpty();
      streams.forget();
    }
  }

  @Test
  void theDemoCanBeLarge() throws IOException {
    int code = Main.run("status", "--json", "--demo", "--pods", "300", "--rate", "20");
    assertThat(code).isEqualTo(ExitCode.PROBLEMS);
    JsonNode status = new ObjectMapper().readTree(streams.out());
    assertThat(status.at("/cluster/pods/total").asInt()).isBetween(295, 305);
  }
}
