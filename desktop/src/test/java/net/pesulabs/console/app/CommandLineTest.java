package net.pesulabs.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands as a script sees them: words in, text and exit code out, on the pretend homelab. */
class CommandLineTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @RegisterExtension private final StandardStreams streams = new StandardStreams();

  private JsonNode status(String... faults) throws IOException {
    var words = new java.util.ArrayList<>(java.util.List.of("status", "--demo", "--json"));
    for (String fault : faults) {
      words.add("--fault");
      words.add(fault);
    }
    int code = Main.run(words.toArray(String[]::new));
    JsonNode status = JSON.readTree(streams.out());
    assertThat(status.path("verdict").asText())
        .isEqualTo(
            switch (code) {
              case 0 -> "healthy";
              case 1 -> "problems";
              default -> "unreachable";
            });
    return status;
  }

  @Test
  void statusTellsEverythingAsJson() throws IOException {
    JsonNode status = status();
    assertThat(status.path("schema").asText()).isEqualTo("homelab-console/status/1");
    assertThat(status.path("verdict").asText()).isEqualTo("problems");
    assertThat(status.path("sources")).hasSize(5);
    for (JsonNode source : status.path("sources")) {
      assertThat(source.path("state").asText()).isEqualTo("live");
      assertThat(source.path("age_s").isNumber()).isTrue();
    }
    assertThat(status.at("/cluster/nodes")).hasSize(2);
    assertThat(status.at("/cluster/pods/total").asInt()).isGreaterThan(20);
    assertThat(status.at("/gpus")).hasSize(1); // the phantom card is not one
    assertThat(status.at("/gpus/0/vram_total_bytes").asLong()).isEqualTo(17_163_091_968L);
    assertThat(status.at("/model/state").asText()).isEqualTo("ready");
    assertThat(status.at("/tailnet/state").asText()).isEqualTo("up");
    assertThat(status.path("findings").findValuesAsText("cause"))
        .contains("crash-loop", "image-name-wrong", "image-latest");
    JsonNode folded = status.at("/findings/0/folds/0");
    assertThat(folded.path("cause").asText()).isNotEqualTo(status.at("/findings/0/cause").asText());
    assertThat(folded.path("count").asInt()).isPositive();
    assertThat(folded.path("objects")).hasSize(folded.path("count").asInt());
    assertThat(folded.path("text").asText()).isNotBlank();
  }

  @Test
  void statusTellsTheRouterAsItTellsItself() throws IOException {
    JsonNode router = status().path("gateway");
    assertThat(router.path("state").asText()).isEqualTo("answers");
    assertThat(router.path("exporter").asText()).isEqualTo("told");
    assertThat(router.path("account").asText()).isEqualTo("told");
    assertThat(router.path("dns_answers").asBoolean()).isTrue();
    assertThat(router.path("exit_node_offered").asBoolean()).isTrue();
    assertThat(router.path("model").asText()).isEqualTo("GL.iNet GL-MT2500");
    assertThat(router.at("/wan/up").asBoolean()).isTrue();
    assertThat(router.path("leases")).hasSize(5);
    assertThat(router.at("/leases/0/ends_at").isNull()).isTrue();
    assertThat(router.path("traffic")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "router-down, gone, router-down, ",
    "router-dns-down, answers, dns-down, false",
    "wan-down, answers, wan-down, true"
  })
  void tellsRouterNamesAndInternetApart(String fault, String state, String cause, Boolean names)
      throws IOException {
    JsonNode status = status(fault);
    JsonNode router = status.path("gateway");
    assertThat(router.path("state").asText()).isEqualTo(state);
    assertThat(router.path("dns_answers").isNull()).isEqualTo(names == null);
    assertThat(router.path("dns_answers").asBoolean()).isEqualTo(Boolean.TRUE.equals(names));
    assertThat(router.path("wan").isNull()).isEqualTo(state.equals("gone"));
    for (JsonNode finding : status.path("findings")) {
      if (finding.path("object").asText().equals("machine/GL-MT2500")) {
        assertThat(finding.path("cause").asText()).isEqualTo(cause);
        assertThat(finding.path("severity").asText()).isEqualTo("critical");
        return;
      }
    }
    throw new AssertionError("no finding of the router: " + status.path("findings"));
  }

  @ParameterizedTest
  @CsvSource({"api-down,cluster", "token-expired,cluster", "gpu-down,gpu", "llm-down,model"})
  void whatCannotBeReachedIsNullWithItsReason(String fault, String id) throws IOException {
    JsonNode status = status(fault);
    assertThat(status.path("verdict").asText()).isEqualTo("unreachable");
    for (JsonNode source : status.path("sources")) {
      boolean broken = source.path("id").asText().equals(id);
      assertThat(source.path("state").asText()).isEqualTo(broken ? "unknown" : "live");
      assertThat(source.path("age_s").isNull()).isEqualTo(broken);
      assertThat(source.path("text").asText()).isNotBlank();
    }
    JsonNode part = id.equals("gpu") ? status.at("/gpus/0") : status.path(id);
    assertThat(part.path("reason").asText()).isNotBlank();
    String figure =
        switch (id) {
          case "gpu" -> "busy_percent";
          case "model" -> "slots_busy";
          default -> "pods";
        };
    assertThat(part.has(figure)).isTrue();
    assertThat(part.path(figure).isNull()).isTrue();
  }

  @Test
  void aSleepingCardIsNotAnIdleOne() throws IOException {
    JsonNode card = status("gpu-asleep").at("/gpus/0");
    assertThat(card.path("state").asText()).isEqualTo("asleep");
    assertThat(card.path("busy_percent").isNull()).isTrue();
    assertThat(card.path("vram_used_bytes").isNumber()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"tailnet-stopped,tailnet-off", "peer-offline,machine-offline"})
  void faultsAreFound(String fault, String cause) throws IOException {
    assertThat(status(fault).path("findings").findValuesAsText("cause")).contains(cause);
  }

  @Test
  void aSettingOfThisRunHoldsInTheDemoToo() throws IOException {
    int code =
        Main.run("status", "--json", "--demo", "--set", "gpu.url=http://127.0.0.1:1/metrics");
    assertThat(code).isEqualTo(ExitCode.UNREACHABLE);
    JsonNode status = JSON.readTree(streams.out());
    assertThat(status.at("/gpus/0/state").asText()).isEqualTo("unknown");
    assertThat(status.at("/gpus/0/reason").asText()).contains("127.0.0.1:1");
    assertThat(status.at("/model/state").asText()).isEqualTo("ready");
  }

  @Test
  void aLoadingModelIsReachedAndNotReady() throws IOException {
    JsonNode model = status("llm-loading").path("model");
    assertThat(model.path("state").asText()).isEqualTo("loading");
    assertThat(model.path("slots_busy").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"en,Tailnet", "es,Clúster"})
  void statusIsAlsoATextInEitherLanguage(String language, String word) {
    int code = Main.run("--lang", language, "status", "--demo");
    assertThat(code).isEqualTo(ExitCode.PROBLEMS);
    assertThat(streams.out()).contains(word, "pesubuntu", "VRAM").doesNotContain("null", "{");
  }

  static Stream<Arguments> badUsage() {
    return Stream.of(
        argumentSet("language", "status --demo --lang fr", "fr"),
        argumentSet("fault", "status --demo --fault fire", "watch-gone"),
        argumentSet("fault without demo", "status --fault api-down", "--demo"),
        argumentSet("option", "status --wat", "--wat"),
        argumentSet("command", "sing", "sing"),
        argumentSet("setting", "status --set colour=red", "gpu.url"),
        argumentSet("url", "status --set gpu.url=nonsense", "gpu.url"),
        argumentSet("profile", "status --profile no-such.yaml", "no-such.yaml"),
        argumentSet("kubeconfig", "status --kubeconfig no-such-config", "no-such-config"),
        argumentSet("size", "tour --demo --out x --size big", "1280x800"),
        argumentSet("page", "tour --demo --out x --page nowhere", "topology"),
        argumentSet("theme", "tour --demo --out x --theme pink", "dark"));
  }

  @ParameterizedTest
  @MethodSource("badUsage")
  void badUsageIsOneSentenceAnd64(String words, String said) {
    for (String language : new String[] {"", " --lang es"}) {
      boolean fixed = words.contains("--lang");
      int code = Main.run((fixed ? words : words + language).split(" "));
      assertThat(code).isEqualTo(ExitCode.USAGE);
      assertThat(streams.err().strip()).contains(said).doesNotContain("Exception", "\tat ");
      assertThat(streams.err().strip().lines()).hasSize(1);
      assertThat(streams.out()).isEmpty();
      streams.forget();
    }
  }

  @Test
  void aBrokenKubeconfigIsSaidInTheLanguageAskedFor() throws IOException {
    Path kubeconfig = folder.resolve("config");
    Files.writeString(kubeconfig, "{{{ not yaml");
    for (String language : new String[] {"es", "en"}) {
      int code = Main.run("status", "--kubeconfig", kubeconfig.toString(), "--lang", language);
      assertThat(code).isEqualTo(ExitCode.USAGE);
    }
    var lines = streams.err().strip().lines().toList();
    assertThat(lines).hasSize(2).allMatch(line -> line.contains(kubeconfig.toString()));
    assertThat(lines.getFirst()).isNotEqualTo(lines.getLast());
  }

  @Test
  void theTourWritesAPictureOfThePageAskedFor() throws IOException {
    Path pictures = folder.resolve("tour");
    int code =
        Main.run(
            "tour",
            "--demo",
            "--lang",
            "es",
            "--theme",
            "dark",
            "--size",
            "1000x700",
            "--page",
            "pods",
            "--out",
            pictures.toString());
    assertThat(code).isEqualTo(ExitCode.HEALTHY);
    byte[] png = Files.readAllBytes(pictures.resolve("pods-es-dark.png"));
    assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    assertThat(java.nio.ByteBuffer.wrap(png, 16, 8).getInt()).isEqualTo(1000);
  }
}
