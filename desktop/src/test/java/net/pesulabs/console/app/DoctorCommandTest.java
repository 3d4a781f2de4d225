package net.pesulabs.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The doctor as a script sees it. */
class DoctorCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @RegisterExtension private final StandardStreams streams = new StandardStreams();

  @Test
  void tellsEveryPathAsJson() throws IOException {
    int code = Main.run("doctor", "--demo", "--json");

    JsonNode told = JSON.readTree(streams.out());
    assertThat(code).isEqualTo(ExitCode.HEALTHY);
    assertThat(told.path("schema").asText()).isEqualTo("homelab-console/doctor/1");
    assertThat(told.path("paths").findValuesAsText("target"))
        .containsExactly("tailnet", "cluster", "gpu", "model", "gateway");
    for (JsonNode path : told.path("paths")) {
      assertThat(path.path("first_broken").isNull()).isTrue();
      assertThat(path.path("hops")).isNotEmpty();
      for (JsonNode hop : path.path("hops")) {
        assertThat(hop.propertyStream().map(java.util.Map.Entry::getKey))
            .containsExactly("id", "state", "text", "fix");
        assertThat(hop.path("state").asText()).isEqualTo("ok");
        assertThat(hop.path("fix").isNull()).isTrue();
      }
    }
  }

  @Test
  void namesTheFirstBrokenHopAndItsFix() throws IOException {
    int code = Main.run("doctor", "--demo", "--json", "--lang", "es", "--fault", "tailnet-stopped");

    JsonNode tailnet = JSON.readTree(streams.out()).at("/paths/0");
    assertThat(code).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(tailnet.path("first_broken").asText()).isEqualTo("tailscale-running");
    List<JsonNode> hops = tailnet.path("hops").valueStream().toList();
    JsonNode broken =
        hops.stream()
            .filter(hop -> hop.path("state").asText().equals("broken"))
            .findFirst()
            .orElseThrow();
    assertThat(broken.path("text").asText())
        .isEqualTo("Tailscale está desconectado en este equipo.");
    assertThat(broken.path("fix").asText()).contains("Puedes hacerlo tú:", "tailscale");
    assertThat(hops.getLast().path("state").asText()).isEqualTo("skipped");
  }

  @Test
  void tellsAProblemFromWhatIsOutOfReach() {
    assertThat(Main.run("doctor", "--demo", "--fault", "llm-loading")).isEqualTo(ExitCode.PROBLEMS);
  }

  @Test
  void isATextForPeopleAndLeavesAReport() throws IOException {
    Path file = folder.resolve("report.md");

    int code =
        Main.run(
            "doctor", "--demo", "--lang", "en", "--fault", "drm-off", "--report", file.toString());

    assertThat(code).isEqualTo(ExitCode.PROBLEMS);
    assertThat(streams.out())
        .contains("✓ Tailnet: Works", "✗ Graphics collector on", "It is not this computer")
        .doesNotContain("\u001b", "null");
    assertThat(Files.readString(file))
        .contains("## Graphics card – Broken", "--collector.drm")
        .doesNotContain(System.getProperty("user.home"));
  }

  @Test
  void aReportThatCannotBeWrittenIsBadUsage() {
    int code =
        Main.run(
            "doctor",
            "--demo",
            "--report",
            folder.resolve("no").resolve("such").resolve("x").toString());

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(streams.err().strip().lines()).hasSize(1);
  }
}
