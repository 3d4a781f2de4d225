package net.pesulabs.console.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.pesulabs.console.app.bench.Figure.Unit;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {

  private final Report report =
      new Report(
          "list",
          Map.of("pods", 60),
          Msg.benchListMethod(3),
          List.of(
              Figure.of("kept", Msg.benchPods(), 299.96, Unit.MS).atMost(300),
              Figure.of("missed", Msg.benchAllPods(), 0.61234, Unit.RATIO).atMost(0.6),
              Figure.of("free", Msg.benchFrames(), 12, Unit.COUNT),
              Figure.missing("absent", Msg.benchRss(), Unit.MIB, Msg.benchMemoryUntold())
                  .atMost(300)),
          List.of(Msg.benchOnlyWatched()));

  @Test
  void asJsonWhatIsNotKnownIsNullWithItsReason() throws IOException {
    JsonNode json = new ObjectMapper().readTree(report.json(Machine.describe(false), Language.EN));
    assertThat(json.path("schema").asText()).isEqualTo("homelab-console/bench/1");
    assertThat(json.path("bench").asText()).isEqualTo("list");
    assertThat(json.at("/load/pods").asInt()).isEqualTo(60);
    assertThat(json.at("/machine/cores").asInt()).isPositive();
    assertThat(json.at("/machine/memory_bytes").asLong()).isPositive();
    assertThat(json.path("method").asText()).isNotBlank();
    assertThat(json.path("problems")).hasSize(1);
    JsonNode kept = json.at("/figures/0");
    assertThat(kept.path("value").asDouble()).isEqualTo(300.0);
    assertThat(kept.path("within").asBoolean()).isTrue();
    assertThat(kept.has("reason")).isFalse();
    assertThat(json.at("/figures/1/within").asBoolean(true)).isFalse();
    assertThat(json.at("/figures/1/unit").asText()).isEqualTo("ratio");
    assertThat(json.at("/figures/2/bound").isNull()).isTrue();
    assertThat(json.at("/figures/2/within").isNull()).isTrue();
    JsonNode absent = json.at("/figures/3");
    assertThat(absent.path("value").isNull()).isTrue();
    assertThat(absent.path("within").isNull()).isTrue();
    assertThat(absent.path("bound").asDouble()).isEqualTo(300);
    assertThat(absent.path("reason").asText()).contains("Linux");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void asTextItCanBeReadInEitherLanguage(Language language) {
    String text = report.text(Machine.describe(false), language);
    assertThat(text)
        .contains(Msg.benchRss().in(language), Msg.benchMemoryUntold().in(language))
        .contains(Msg.benchOnlyWatched().in(language))
        .doesNotContain("null");
  }

  @Test
  void percentilesAreSamples() {
    var samples = new Percentiles(List.of(5.0, 1.0, 4.0, 2.0, 3.0));
    assertThat(samples.median()).isEqualTo(3);
    assertThat(samples.at(0.95)).isEqualTo(5);
    assertThat(samples.at(0.2)).isEqualTo(1);
    assertThat(new Percentiles(List.of()).max()).isNull();
  }

  @Test
  void theSlopeIsThatOfTheLine() {
    assertThat(Slope.of(List.of(1.0, 3.0, 5.0, 7.0))).isCloseTo(2, within(1e-9));
    assertThat(Slope.of(List.of(4.0, 4.0, 4.0))).isCloseTo(0, within(1e-9));
  }
}
