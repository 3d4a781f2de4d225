package net.pesulabs.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.demo.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PretendExporterTest {

  private static final String BUSY = "node_drm_gpu_busy_percent{card=\"card1\"}";
  private static final String POWER =
      "node_hwmon_power_average_watt{chip=\"0000:02:00_0_0000:03:00_0\",sensor=\"power1\"}";
  private static final String EDGE =
      "node_hwmon_temp_celsius{chip=\"0000:02:00_0_0000:03:00_0\",sensor=\"temp1\"}";

  private PretendHomelab homelab;
  private TestClient client;

  @BeforeEach
  void start() throws Exception {
    homelab = PretendHomelab.start(Set.of(), Clock.systemUTC());
    client = new TestClient(homelab.profile());
  }

  @AfterEach
  void stop() {
    client.close();
    homelab.close();
  }

  @Test
  void thePageIsThatOfNodeExporter() throws Exception {
    Answer answer = client.ask(client.exporter(""));
    assertThat(answer.code()).isEqualTo(200);
    assertThat(answer.type())
        .isEqualTo("text/plain; version=0.0.4; charset=utf-8; escaping=underscores");
    assertThat(answer.text())
        .contains("# TYPE node_drm_gpu_busy_percent gauge\n")
        .contains("node_drm_memory_vram_size_bytes{card=\"card0\"} 0\n") // the phantom card
        .contains("node_drm_memory_vram_size_bytes{card=\"card1\"} 1.7163091968e+10\n")
        .contains("nodename=\"pesubuntu\"")
        .contains(EDGE + " ")
        .endsWith("\n");
    assertThat(answer.text().lines()).hasSizeGreaterThan(1000);
  }

  @Test
  void onlyTheCollectorsAskedFor() throws Exception {
    Answer answer = client.ask(client.exporter("?collect%5B%5D=drm&collect%5B%5D=stat"));
    assertThat(answer.text())
        .contains(BUSY)
        .contains("node_boot_time_seconds ")
        .contains("node_scrape_collector_success{collector=\"drm\"} 1")
        .contains("go_goroutines ")
        .doesNotContain("node_hwmon_")
        .doesNotContain("node_memory_")
        .doesNotContain("collector=\"cpu\"");
  }

  @Test
  void theMachineAroundTheCardIsThereAsWell() throws Exception {
    String page =
        client
            .ask(
                client.exporter(
                    "?collect%5B%5D=hwmon&collect%5B%5D=netdev&collect%5B%5D=filesystem"))
            .text();
    assertThat(page)
        .contains("node_hwmon_chip_names{chip=\"nvme_nvme0\",chip_name=\"nvme\"} 1")
        .contains("node_network_receive_bytes_total{device=\"tailscale0\"} ")
        .contains("node_network_receive_bytes_total{device=\"veth3f2a91c7\"} ")
        .contains("fstype=\"tmpfs\",mountpoint=\"/run\"}")
        .contains("fstype=\"ext4\",mountpoint=\"/srv/models\"}")
        .doesNotContain("node_cpu_")
        .doesNotContain("node_time_");
  }

  @Test
  void aCollectorThatIsOffIsABadRequest() throws Exception {
    Answer off = client.ask(client.exporter("?collect%5B%5D=ethtool"));
    assertThat(off.code()).isEqualTo(400);
    assertThat(off.text())
        .isEqualTo(
            "Couldn't create filtered metrics handler: couldn't create collector: disabled"
                + " collector: ethtool");
    assertThat(client.ask(client.exporter("?collect%5B%5D=nope")).text())
        .endsWith("missing collector: nope");
  }

  @Test
  void aSleepingCardSaysNothingOfItsSensors() throws Exception {
    homelab.inject(Fault.GPU_ASLEEP);
    String page = client.ask(client.exporter("")).text();
    assertThat(page)
        .contains(BUSY + " 0\n")
        .contains("node_drm_memory_vram_used_bytes{card=\"card1\"} 2.7856896e+07\n")
        .doesNotContain(EDGE)
        .doesNotContain(POWER)
        .contains("node_hwmon_temp_crit_celsius{chip=\"0000:02:00_0_0000:03:00_0\"")
        .contains("node_hwmon_temp_celsius{chip=\"platform_coretemp_0\"");
    homelab.cure(Fault.GPU_ASLEEP);
    assertThat(client.ask(client.exporter("")).text()).contains(EDGE);
  }

  @Test
  void itCanRefuseAndComeBack() throws Exception {
    homelab.inject(Fault.GPU_DOWN);
    assertThatThrownBy(() -> client.ask(client.exporter(""))).isInstanceOf(IOException.class);
    homelab.cure(Fault.GPU_DOWN);
    assertThat(client.ask(client.exporter("")).code()).isEqualTo(200);
  }

  @Test
  void theCardWorksWhileTheModelDoes() {
    var clock = new MovableClock();
    var works = new AtomicBoolean();
    var card = new PretendCard(clock, works::get);
    Map<String, Double> resting = card.look();
    assertThat(resting.get(BUSY)).isBetween(0.0, 20.0);

    works.set(true);
    Map<String, Double> working = resting;
    for (int second = 0; second < 30; second++) {
      clock.move(Duration.ofSeconds(1));
      working = card.look();
    }
    assertThat(working.get(BUSY)).isBetween(90.0, 100.0);
    assertThat(working.get(POWER)).isBetween(190.0, 236.0);
    assertThat(working.get(EDGE)).isGreaterThan(resting.get(EDGE) + 10);

    works.set(false);
    clock.move(Duration.ofSeconds(60));
    assertThat(card.look().get(BUSY)).isLessThan(20);
  }

  @Test
  void countersOnlyGrow() {
    var clock = new MovableClock();
    var machine = new PretendMachine(clock);
    Map<String, Double> before = machine.look();
    for (int minute = 0; minute < 10; minute++) {
      clock.move(Duration.ofSeconds(7));
      Map<String, Double> after = machine.look();
      Map<String, Double> last = before;
      assertThat(after)
          .allSatisfy((series, value) -> {
            if (series.contains("_total")) {
              assertThat(value).as(series).isGreaterThanOrEqualTo(last.get(series));
            }
          });
      before = after;
    }
  }

  @Test
  void numbersAreWrittenAsGoDoes() {
    // The page comes from a real exporter, so each of its numbers is an example.
    Json.resource("node_exporter.prom")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .forEach(text -> assertThat(PromText.number(Double.parseDouble(text))).isEqualTo(text));
  }
}
