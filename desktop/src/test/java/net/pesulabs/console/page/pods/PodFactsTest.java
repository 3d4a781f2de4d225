package net.pesulabs.console.page.pods;

import static net.pesulabs.console.page.SampleHouse.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.pesulabs.console.health.PodHealth;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.page.SampleHouse;
import org.junit.jupiter.api.Test;

class PodFactsTest {

  private final Pod crashing = SampleHouse.crashing();

  @Test
  void theReportTellsWhatIsTheMatterFirstAndThenEverything() {
    var seen = new PodRow.Seen(crashing, PodHealth.of(crashing, NOW));
    String report = PodFacts.report(seen, Language.ES, ZoneId.of("Europe/Madrid"));
    assertThat(report)
        .startsWith("apps/n8n-6c5d7f8b9-tq4zx\n" + seen.health().text().in(Language.ES))
        .contains("Estado: CrashLoopBackOff")
        .contains("Creado: 23 nov 2026, 20:01:40")
        .contains("n8n: En espera: CrashLoopBackOff")
        .contains("La vez anterior acabó: Error, código de salida 1")
        .contains("back-off 5m0s restarting failed container")
        .contains("Imagen: ghcr.io/family/n8n:2026.11");
  }

  @Test
  void whatIsNotToldIsLeftOut() {
    Pod running = SampleHouse.pods().getFirst();
    var names =
        PodFacts.of(running, ZoneOffset.UTC).stream()
            .map(fact -> fact.name().in(Language.EN))
            .toList();
    assertThat(names)
        .contains("Node", "IP address")
        .doesNotContain("Message", "Deletion asked for");
  }

  @Test
  void containersAreTold() {
    assertThat(severities("running", null, null, true)).isEqualTo(Severity.FINE);
    assertThat(severities("running", null, null, false)).isEqualTo(Severity.BUSY);
    assertThat(severities("waiting", "ContainerCreating", null, false)).isEqualTo(Severity.BUSY);
    for (String stuck :
        List.of(
            "ImagePullBackOff", "ErrImagePull", "CreateContainerConfigError", "InvalidImageName")) {
      assertThat(severities("waiting", stuck, null, false)).as(stuck).isEqualTo(Severity.CRITICAL);
    }
    assertThat(severities("terminated", "Completed", 0, false)).isEqualTo(Severity.FINE);
    assertThat(severities("terminated", "Error", 2, false)).isEqualTo(Severity.CRITICAL);
    assertThat(severities("terminated", null, null, false)).isEqualTo(Severity.UNKNOWN);
  }

  private static Severity severities(String state, String reason, Integer exit, boolean ready) {
    return PodFacts.severity(
        SampleHouse.container("c", state, reason, null, exit, null, null, ready, 0));
  }
}
