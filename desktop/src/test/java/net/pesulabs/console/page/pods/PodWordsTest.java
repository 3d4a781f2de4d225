package net.pesulabs.console.page.pods;

import static net.pesulabs.console.page.SampleHouse.NOW;
import static net.pesulabs.console.page.SampleHouse.container;
import static net.pesulabs.console.page.SampleHouse.pod;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.homelab.cluster.WorkloadName;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.page.SampleHouse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PodWordsTest {

  @Test
  void restartsAreToldAsKubectlDoesInTheLanguageOfTheReader() {
    var words = PodWords.restarts(restarted(17, Duration.ofMinutes(3)), NOW);
    assertThat(words.in(Language.EN)).isEqualTo("17 (3m ago)");
    assertThat(words.in(Language.ES)).isEqualTo("17 (hace 3m)");
  }

  @Test
  void withoutARestartThereIsNoTime() {
    assertThat(PodWords.restarts(restarted(0, null), NOW).in(Language.EN)).isEqualTo("0");
    assertThat(PodWords.restarts(restarted(4, null), NOW).in(Language.EN)).isEqualTo("4");
  }

  @Test
  void theReasonOfACrashLoopIsHowTheLastRunEnded() {
    assertThat(PodWords.reason(SampleHouse.crashing()).in(Language.ES))
        .isEqualTo("Error, código de salida 1");
  }

  @Test
  void theReasonOfAnUnscheduledPodIsWhatTheSchedulerSays() {
    assertThat(reasonOf("whisper")).startsWith("0/2 nodes are available");
    assertThat(reasonOf("comfyui")).startsWith("Back-off pulling image");
  }

  @Test
  void whatIsWellOrFinishedHasNoReason() {
    assertThat(reasonOf("postgres-0")).isEqualTo("–");
    assertThat(reasonOf("postgres-backup")).isEqualTo("–");
  }

  @Test
  void aPodThatStandsAloneBelongsToNothing() {
    assertThat(PodWords.workload(restarted(0, null)).in(Language.EN)).isEqualTo("–");
    assertThat(PodWords.workload(SampleHouse.crashing()).in(Language.EN))
        .isEqualTo("Deployment/n8n");
  }

  private static String reasonOf(String name) {
    return SampleHouse.pods().stream()
        .filter(pod -> pod.name().startsWith(name))
        .map(pod -> PodWords.reason(pod).in(Language.EN))
        .findFirst()
        .orElseThrow();
  }

  private static Pod restarted(int restarts, @Nullable Duration ago) {
    return pod(
        "apps",
        "lone",
        "Running",
        "Running",
        "asuna",
        new WorkloadName("Pod", "lone"),
        Duration.ofDays(1),
        restarts,
        ago == null ? null : NOW.minus(ago),
        true,
        container("lone", "running", null, null, null, null, null, true, restarts));
  }
}
