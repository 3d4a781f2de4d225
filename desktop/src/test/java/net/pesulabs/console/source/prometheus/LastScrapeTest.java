package net.pesulabs.console.source.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.Http;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LastScrapeTest {

  private static final Whose OURS = new Whose(Set.of("pesubuntu", "100.86.122.109"));

  private final MovableClock clock = new MovableClock();
  private final Instant now = clock.instant();
  private final Http http = new Http();
  private FakePrometheus prometheus;

  @BeforeEach
  void serve() throws IOException {
    prometheus = new FakePrometheus(clock);
  }

  @AfterEach
  void end() throws IOException {
    prometheus.close();
    http.close();
  }

  private LastScrape ask(Whose whose) throws Failure {
    return LastScrape.ask(
        new PrometheusApi(http, PrometheusApi.base(HttpUrl.get(prometheus.url()))), whose, clock);
  }

  private static String vram(String instance, String job, long bytes) {
    return "node_drm_memory_vram_size_bytes{card=\"card1\",instance=\"%s\",job=\"%s\"} %d"
        .formatted(instance, job, bytes);
  }

  @Test
  void isAsOldAsItsScrape() throws Failure {
    prometheus.knows(
        List.of(vram("100.86.122.109:9100", "node", 17_163_091_968L)),
        now.minusSeconds(100),
        now.minusSeconds(40));

    LastScrape scrape = ask(OURS);

    assertThat(scrape.at()).isEqualTo(now.minusSeconds(40));
    assertThat(scrape.interval()).isEqualTo(Duration.ofSeconds(60));
    assertThat(scrape.host()).isEqualTo("100.86.122.109");
    assertThat(scrape.samples().value("node_drm_memory_vram_size_bytes")).isEqualTo(17163091968.0);
  }

  @Test
  void theServersClockMayBeWrong() throws Failure {
    var behind = new MovableClock(now.minus(Duration.ofHours(1)));
    prometheus.knows(
        List.of(vram("100.86.122.109:9100", "node", 1)), now.minusSeconds(20), now.minusSeconds(5));
    PrometheusApi api = new PrometheusApi(http, PrometheusApi.base(HttpUrl.get(prometheus.url())));
    assertThat(LastScrape.ask(api, OURS, behind).at()).isEqualTo(behind.instant().minusSeconds(5));
  }

  @Test
  void takesTheMachineOfTheProfile() throws Failure {
    prometheus.knows(
        List.of(
            vram("192.168.8.55:9100", "node", 8L << 30),
            vram("pesubuntu:9100", "node", 16L << 30),
            "node_memory_MemTotal_bytes{instance=\"pesubuntu:9100\",job=\"node\"} 3.3e+10"),
        now.minusSeconds(15),
        now);

    assertThat(ask(OURS).host()).isEqualTo("pesubuntu");
    assertThat(prometheus.asked().getLast())
        .contains("instance=\"pesubuntu:9100\",job=\"node\"")
        .doesNotContain("192.168.8.55");
  }

  @Test
  void theOnlyMachineWithACardIsIt() throws Failure {
    prometheus.knows(
        List.of(
            vram("10.1.2.3:9100", "node", 16L << 30),
            "node_memory_MemTotal_bytes{instance=\"10.1.2.4:9100\",job=\"node\"} 3.3e+10"),
        now);
    assertThat(ask(OURS).host()).isEqualTo("10.1.2.3");
  }

  @Test
  void ofSeveralStrangersNoneIsGuessed() {
    prometheus.knows(
        List.of(vram("10.1.2.3:9100", "node", 16L << 30), vram("10.1.2.4:9100", "node", 16L << 30)),
        now);
    Failure failure = catchThrowableOfType(Failure.class, () -> ask(OURS));
    assertThat(failure.why().key()).isEqualTo("gpu-sources.prometheus-several");
  }

  @Test
  void aCardWithoutMemoryIsNone() {
    prometheus.knows(List.of(vram("pesubuntu:9100", "node", 0)), now);
    Failure failure = catchThrowableOfType(Failure.class, () -> ask(OURS));
    assertThat(failure.why().key()).isEqualTo("gpu-sources.prometheus-no-cards");
    assertThat(failure.kind()).isEqualTo(Failure.Kind.UNAVAILABLE);
  }

  @Test
  void twoJobsThatScrapeTheSameAreOne() throws Failure {
    prometheus.knows(
        List.of(
            vram("pesubuntu:9100", "node", 16L << 30), vram("pesubuntu:9100", "pods", 16L << 30)),
        now);
    ask(OURS);
    assertThat(prometheus.asked().getLast()).containsOnlyOnce("node_drm_");
  }
}
