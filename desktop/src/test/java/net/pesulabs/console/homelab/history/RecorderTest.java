package net.pesulabs.console.homelab.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.MachineFigures;
import net.pesulabs.console.homelab.Origin;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Route;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Msg;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is heard becomes the past, and a silence stays one. */
class RecorderTest {

  private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
  private static final Origin ORIGIN = new Origin(Source.GPU, Route.LAN, "http://card");
  private static final Series BUSY = Series.ofCard("pesubuntu", "card1", Figure.BUSY);
  private static final Series POWER = Series.ofCard("pesubuntu", "card1", Figure.POWER);

  private final LiveHomelab homelab = new LiveHomelab();

  @BeforeEach
  void keep() {
    homelab.history().set(new MemoryHistory(Duration.ofHours(1)));
  }

  private void hear(int second, @Nullable Double busy, @Nullable Double watts) {
    hear(second, busy, watts, MachineFigures.UNKNOWN);
  }

  private void hear(
      int second, @Nullable Double busy, @Nullable Double watts, MachineFigures machine) {
    var card =
        new Card(
            "card1",
            null,
            GpuNode.CardState.BUSY,
            busy,
            null,
            null,
            Card.Heat.UNKNOWN,
            Card.Heat.UNKNOWN,
            Card.Heat.UNKNOWN,
            new Card.Power(watts, null),
            Card.Fan.UNKNOWN,
            Card.Clocks.UNKNOWN,
            null);
    homelab
        .gpu()
        .set(
            new Reading.Live<>(
                new GpuNode("pesubuntu", List.of(card), machine), ORIGIN, NOW.plusSeconds(second)));
  }

  private List<Bucket> past(Series series) {
    return homelab.history().get().query(series, NOW, NOW.plusSeconds(60), 60).buckets();
  }

  @Test
  void eachAnswerIsAMeasurementOfWhatItTells() {
    try (var recording = Recorder.start(homelab)) {
      hear(0, 10.0, 41.0);
      hear(1, 20.0, null);
      assertThat(past(BUSY))
          .as("%s", recording)
          .extracting(Bucket::mean)
          .containsExactly(10.0, 20.0);
      assertThat(past(POWER)).containsExactly(new Bucket(NOW, 41, 41, 41, 1, true));
    }
  }

  @Test
  void whatIsNoLongerHeardEndsAndIsNeverZero() {
    try (var recording = Recorder.start(homelab)) {
      hear(0, 10.0, 41.0);
      homelab.gpu().update(reading -> reading.lost(Msg.tailnetHealthStopped()));
      assertThat(past(BUSY))
          .as("%s", recording)
          .containsExactly(new Bucket(NOW, 10, 10, 10, 1, true));
      hear(5, 30.0, 43.0);
      assertThat(past(BUSY)).extracting(Bucket::ended).containsExactly(true, false);
    }
  }

  @Test
  void theMachineIsKeptToo() {
    var machine =
        new MachineFigures(
            12.5,
            8,
            null,
            new MachineFigures.Memory(4, 10),
            List.of(),
            List.of(
                new MachineFigures.Link("enp4s0", 100.0, null),
                new MachineFigures.Link("wlan0", 20.0, null)),
            List.of(
                new MachineFigures.Temperature("nvme", false, 70, null),
                new MachineFigures.Temperature("coretemp", true, 50, null)),
            null);
    try (var recording = Recorder.start(homelab)) {
      hear(0, 1.0, 1.0, machine);
      assertThat(mean(Figure.MACHINE_CPU)).as("%s", recording).isEqualTo(12.5);
      assertThat(mean(Figure.MACHINE_MEMORY_USED)).isEqualTo(6);
      assertThat(mean(Figure.MACHINE_RECEIVED)).isEqualTo(120);
      assertThat(mean(Figure.MACHINE_TEMPERATURE)).isEqualTo(50);
      assertThat(past(Series.ofMachine("pesubuntu", Figure.MACHINE_SENT))).isEmpty();
    }
  }

  private double mean(Figure figure) {
    return past(Series.ofMachine("pesubuntu", figure)).getFirst().mean();
  }

  @Test
  void anotherHouseHasItsOwnAndClosedNothingIsWritten() {
    History first = homelab.history().get();
    var recording = Recorder.start(homelab);
    hear(0, 10.0, null);
    homelab.history().set(new MemoryHistory(Duration.ofHours(1)));
    hear(1, 20.0, null);
    recording.close();
    hear(2, 30.0, null);
    assertThat(past(BUSY)).extracting(Bucket::mean).containsExactly(20.0);
    assertThat(first.query(BUSY, NOW, NOW.plusSeconds(60), 60).buckets()).hasSize(1);
  }
}
