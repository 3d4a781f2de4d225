package net.pesulabs.console.source.nodeexporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.homelab.MachineFigures.Link;
import net.pesulabs.console.source.Captures;
import net.pesulabs.console.source.Failure;
import net.pesulabs.console.source.PrometheusText;
import net.pesulabs.console.source.Samples;
import org.junit.jupiter.api.Test;

class MachineReaderTest {

  private final MovableClock clock = new MovableClock();
  private final MachineReader reader = new MachineReader(clock);

  @Test
  void twoScrapesOfARealMachine() throws Failure {
    String first = Captures.text("node/amd-normal-1.11.1.prom");
    read(first);
    clock.move(Duration.ofSeconds(10));
    MachineFigures figures =
        read(
            first
                .replace(
                    "node_time_seconds 1.7954277899703658e+09",
                    "node_time_seconds 1.7954277999703658e+09")
                .replace(
                    "receive_bytes_total{device=\"eth0\"} 2.467484634e+09",
                    "receive_bytes_total{device=\"eth0\"} 2.467494634e+09"));
    assertThat(figures.links()).containsExactly(new Link("eth0", 1000.0, 0.0));
    assertThat(figures.cpuPercent()).as("no processor counted anything").isNull();
    assertThat(figures.load1()).isEqualTo(0.84);
  }

  /** What the answer took on its way is no time in which more was sent. */
  @Test
  void ratesGoByTheMachinesOwnClock() throws Failure {
    read(at(1000, 0));
    clock.move(Duration.ofMillis(3500));
    assertThat(read(at(1002, 2000)).links()).containsExactly(new Link("eno1", 1000.0, 1000.0));
  }

  @Test
  void ratesGoByThisComputersClockWhereTheMachineTellsNoTime() throws Failure {
    read(at(1000, 0).replaceFirst("node_time.*\\n", ""));
    clock.move(Duration.ofSeconds(4));
    assertThat(read(at(1002, 2000).replaceFirst("node_time.*\\n", "")).links())
        .containsExactly(new Link("eno1", 500.0, 500.0));
  }

  @Test
  void aClockThatWasSetMakesNoRate() throws Failure {
    read(at(1000, 0));
    clock.move(Duration.ofSeconds(1));
    assertThat(read(at(5000, 2000)).links()).containsExactly(new Link("eno1", null, null));
    clock.move(Duration.ofSeconds(1));
    assertThat(read(at(5001, 2500)).links()).containsExactly(new Link("eno1", 500.0, 500.0));
  }

  @Test
  void askedTwiceInABreathItSaysTheSame() throws Failure {
    read(at(1000, 0));
    clock.move(Duration.ofSeconds(1));
    MachineFigures second = read(at(1001, 1000));
    clock.move(Duration.ofMillis(50));
    assertThat(read(at(1001.05, 1000)).links()).isEqualTo(second.links());
    clock.move(Duration.ofMillis(950));
    assertThat(read(at(1002, 3000)).links()).containsExactly(new Link("eno1", 2000.0, 2000.0));
  }

  @Test
  void whatWasMissedIsNoRate() throws Failure {
    read(at(1000, 0));
    reader.forget();
    clock.move(Duration.ofSeconds(1));
    assertThat(read(at(1001, 1000)).links()).containsExactly(new Link("eno1", null, null));
  }

  @Test
  void aRestartBeginsNewSeries() throws Failure {
    read(at(1000, 0));
    clock.move(Duration.ofSeconds(1));
    // It counted on from a greater number, as a driver may.
    String restarted = at(1001, 9000).replace("boot_time_seconds 400", "boot_time_seconds 980");
    MachineFigures figures = read(restarted);
    assertThat(figures.links()).containsExactly(new Link("eno1", null, null));
    assertThat(figures.bootedAt()).isEqualTo(clock.instant().minusSeconds(21));
  }

  /** A machine whose clock is wrong has been up for as long as it says all the same. */
  @Test
  void upSinceIsByThisComputersClockAndSteady() throws Failure {
    Instant booted = clock.instant().minusSeconds(600);
    assertThat(read(at(1000, 0)).bootedAt()).isEqualTo(booted);
    clock.move(Duration.ofMillis(2800));
    assertThat(read(at(1001, 0)).bootedAt()).isEqualTo(booted);
  }

  @Test
  void upTimeThatCannotBeIsNotTold() throws Failure {
    assertThat(read("node_time_seconds 5\nnode_boot_time_seconds 9\n").bootedAt()).isNull();
    assertThat(read("node_time_seconds 1e+300\nnode_boot_time_seconds 9\n").bootedAt()).isNull();
    assertThat(read("node_boot_time_seconds 9\n").bootedAt()).isNull();
  }

  @Test
  void aMachineThatTellsNothingIsUnknown() throws Failure {
    assertThat(read("")).isEqualTo(MachineFigures.UNKNOWN);
  }

  @Test
  void aLoadThatCannotBeIsNotTold() throws Failure {
    assertThat(read("node_load1 -1\n").load1()).isNull();
    assertThat(read("node_load1 NaN\n").load1()).isNull();
    assertThat(read("node_load1 0\n").load1()).isZero();
  }

  private MachineFigures read(String text) throws Failure {
    Samples samples = PrometheusText.parse(text, "test");
    return reader.read(samples, new Chips(samples));
  }

  private static String at(double seconds, int bytes) {
    return """
    node_time_seconds %1$s
    node_boot_time_seconds 400
    node_network_receive_bytes_total{device="eno1"} %2$d
    node_network_transmit_bytes_total{device="eno1"} %3$d
    """
        .formatted(seconds, bytes + 5, bytes + 7);
  }
}
