package net.pesulabs.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import net.pesulabs.console.homelab.MeasuredLoad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuredLoadsTest {

  private static final MeasuredLoad LOAD =
      new MeasuredLoad(
          "Qwen3-8B",
          "ctx=32768 k=f16 v=f16 slots=4 shared",
          "pesubuntu 17163091968",
          Instant.parse("2026-11-24T10:00:00Z"),
          9_000,
          600,
          900,
          10_100);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("deeper").resolve("measured-loads.json");
  }

  @Test
  void whatIsWrittenIsRead() {
    assertThat(file().read()).isEmpty();
    file().write(List.of(LOAD));
    assertThat(file().read()).containsExactly(LOAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"schema\":1}",
        "{\"schema\":1,\"loads\":[{}]}",
        "{\"schema\":1,\"loads\":[{\"at\":\"soon\",\"exact_bytes\":1,\"fewest_bytes\":1,"
            + "\"most_bytes\":1,\"grown_bytes\":1}]}",
        "{\"schema\":1,\"loads\":[{\"at\":\"2026-11-24T10:00:00Z\",\"exact_bytes\":1,"
            + "\"fewest_bytes\":3,\"most_bytes\":2,\"grown_bytes\":1}]}"
      })
  void aBadFileIsSetAsideAndNeverLost(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    MeasuredLoads bad = file();
    assertThat(bad.read()).isEmpty();
    bad.write(List.of(LOAD));
    assertThat(file().read()).containsExactly(LOAD);
    try (var files = Files.list(file.getParent())) {
      Path aside = files.filter(f -> f.toString().contains(".broken-")).findFirst().orElseThrow();
      assertThat(aside).hasContent(text);
    }
  }

  @Test
  void aNewerProgramsFileIsLeftAlone() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"schema\":2,\"loads\":\"otherwise\"}");
    MeasuredLoads newer = file();
    assertThat(newer.read()).isEmpty();
    newer.write(List.of(LOAD));
    assertThat(file).hasContent("{\"schema\":2,\"loads\":\"otherwise\"}");
  }

  private MeasuredLoads file() {
    return new MeasuredLoads(file, Clock.systemUTC());
  }
}
