package net.pesulabs.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each state of the graphics card and of its machine, from the exporter's own text over a socket to
 * the sentence of {@code status --json}.
 */
class CardFaultsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final MovableClock clock = new MovableClock(Instant.now());

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          gpu-hot,             hot,            gpu-hot,            warning,  está caliente
          gpu-throttling-heat, slowed-by-heat, gpu-slowed-by-heat, warning,  se frena por el calor
          gpu-fan-stopped,     fan-stopped,    gpu-fan-stopped,    warning,  su ventilador no gira
          gpu-vram-full,       vram-full,      vram-full,          warning,  casi llena
          gpu-spilling,        spilling,       vram-spilling,      warning,  ya no caben en su memoria
          gpu-asleep,          asleep,         -,                  -,        Seguramente dormida
          gpu-power-limit,     at-power-limit, -,                  -,        al límite de su consumo
          gpu-phantom-busy,    phantom-busy,   -,                  -,        el controlador dice 100 %
          """)
  void theCardsStateIsToldInWords(
      String fault, String condition, String cause, String severity, String words)
      throws IOException {
    JsonNode status = statusOnce(fault, "/gpus/0/condition", condition);
    JsonNode card = status.at("/gpus/0");
    JsonNode finding = finding(status, "gpu/pesubuntu/card1");
    if (cause == null) {
      assertThat(finding.isMissingNode()).as("%s", finding).isTrue();
      assertThat(card.path("text").asText()).contains(words);
    } else {
      assertThat(finding.path("cause").asText()).isEqualTo(cause);
      assertThat(finding.path("severity").asText()).isEqualTo(severity);
      assertThat(finding.path("text").asText()).contains(words);
      assertThat(finding.path("advice").asText()).isNotBlank();
      assertThat(finding.path("evidence")).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gpu-collector-failed, intenta leer la tarjeta gráfica y no puede",
    "gpu-login, pide usuario y contraseña",
    "drm-off, --collector.drm",
    "exporter-replaced, página web",
    "gpu-down, rechaza la conexión"
  })
  void whyNothingIsKnownIsToldInWords(String fault, String words) throws IOException {
    JsonNode status = statusOnce(fault, "/gpus/0/state", "unknown");
    assertThat(status.at("/gpus/0/reason").asText()).contains(words);
    assertThat(status.at("/gpus/0/busy_percent").isNull()).isTrue();
    assertThat(status.at("/machine/state").asText()).isEqualTo("unknown");
    assertThat(status.at("/machine/memory_total_bytes").isNull()).isTrue();
    assertThat(finding(status, "source/gpu").path("cause").asText()).isEqualTo("unreachable");
  }

  @Test
  void figuresLimitsAndTheMachineAreTold() throws IOException {
    JsonNode status = statusOnce("gpu-spilling", "/gpus/0/condition", "spilling");
    JsonNode card = status.at("/gpus/0");
    assertThat(card.path("spilled_bytes").asLong()).isGreaterThan(2_000_000_000L);
    assertThat(card.path("temperature_limit_c").asDouble()).isEqualTo(110);
    assertThat(card.path("memory_limit_c").asDouble()).isEqualTo(108);
    assertThat(card.path("power_cap_w").asDouble()).isEqualTo(236);
    assertThat(card.path("fan_max_rpm").asDouble()).isEqualTo(3300);
    assertThat(card.path("throttle").isNull()).isTrue();
    JsonNode machine = status.path("machine");
    assertThat(machine.path("node").asText()).isEqualTo("pesubuntu");
    assertThat(machine.path("state").asText()).isEqualTo("live");
    assertThat(machine.path("cpus").asInt()).isEqualTo(12);
    assertThat(machine.at("/disks/0/mount").asText()).isEqualTo("/");
    assertThat(Instant.parse(machine.path("booted_at").asText())).isBefore(clock.instant());
  }

  @Test
  void theSecondCardIsToldWithItsOwnFigures() throws IOException {
    JsonNode status = statusOnce("gpu-two-cards", "/gpus/1/card", "card2");
    assertThat(status.path("gpus")).hasSize(2);
    assertThat(status.at("/gpus/0/temperature_limit_c").asDouble()).isEqualTo(110);
    assertThat(status.at("/gpus/1/edge_c").asDouble()).isEqualTo(41);
    assertThat(status.at("/gpus/1/temperature_c").isNull()).isTrue();
    assertThat(status.at("/gpus/1/vram_total_bytes").asLong()).isEqualTo(536_870_912);
  }

  @Test
  void anIntelCardIsNoCardAndTheOneOfTheSettingsIsMissed() throws IOException {
    JsonNode status = statusOnce("gpu-intel-card", "/machine/state", "live");
    assertThat(status.path("gpus")).isEmpty();
    JsonNode finding = finding(status, "gpu/pesubuntu");
    assertThat(finding.path("cause").asText()).isEqualTo("gpu-missing");
    assertThat(finding.path("text").asText()).contains("Radeon RX 7800 XT");
  }

  @Test
  void aDiskThatIsNearlyFullIsAConcernOfTheMachine() throws IOException {
    JsonNode status = statusOnce("disk-nearly-full", "/machine/state", "live");
    JsonNode finding = finding(status, "machine/pesubuntu");
    assertThat(finding.path("cause").asText()).isEqualTo("disk-nearly-full");
    assertThat(finding.path("text").asText()).contains("el disco / está al 94");
  }

  @Test
  void aCardThatVanishesIsMissed() throws IOException {
    with(
        "gpu-vanished",
        session -> {
          await()
              .atMost(LIMIT)
              .until(() -> status(session).at("/gpus/0/card").asText().equals("card1"));
          clock.move(Duration.ofSeconds(10));
          await().atMost(LIMIT).until(() -> status(session).path("gpus").isEmpty());
          JsonNode finding = finding(status(session), "gpu/pesubuntu/card1");
          assertThat(finding.path("cause").asText()).isEqualTo("gpu-vanished");
          assertThat(finding.path("severity").asText()).isEqualTo("critical");
          assertThat(finding.path("since").isNull()).isFalse();
          assertThat(finding.path("text").asText()).contains("ha desaparecido");
        });
  }

  private JsonNode statusOnce(String fault, String pointer, String value) throws IOException {
    var seen = new java.util.concurrent.atomic.AtomicReference<JsonNode>();
    with(
        fault,
        session -> {
          await()
              .atMost(LIMIT)
              .until(() -> {
                seen.set(status(session));
                return seen.get().at(pointer).asText().equals(value);
              });
          seen.set(status(session));
        });
    return seen.get();
  }

  private void with(String fault, Consumer<Session> use) throws IOException {
    var options = new Options();
    options.demo = true;
    options.faults = List.of(fault);
    options.lang = "es";
    try (Session session = Session.open(options, clock)) {
      session.wiring().connect();
      Subscription looking = session.wiring().homelab().attention().lookAt(Source.GPU);
      try {
        use.accept(session);
      } finally {
        looking.close();
      }
    }
  }

  private static JsonNode status(Session session) {
    try {
      return JSON.readTree(StatusJson.write(Status.of(session)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonNode finding(JsonNode status, String object) {
    for (JsonNode finding : status.path("findings")) {
      if (finding.path("object").asText().equals(object)) {
        return finding;
      }
    }
    return JSON.missingNode();
  }
}
