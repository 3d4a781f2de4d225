package net.pesulabs.console.homelab.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A stretch that goes on is what would have been kept of it. */
class TraceTest {

  private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
  private static final Series BUSY = Series.ofModel(Figure.WAITING);

  private final Trace trace = new Trace(new Buckets(Duration.ofSeconds(10), List.of()));

  @Test
  void whatIsSettledStaysWhileMeasurementsLandInTheTail() {
    trace.add(NOW, 1);
    trace.add(NOW.plusSeconds(80), 2);
    assertThat(trace.settled()).containsExactly(new Bucket(NOW, 1, 1, 1, 1, false));
    long version = trace.version();
    trace.add(NOW.plusSeconds(81), 4);
    trace.add(NOW.plusSeconds(150), 5);
    assertThat(trace.version()).isEqualTo(version);
    assertThat(trace.tail()).extracting(Bucket::mean).containsExactly(1.0, 3.0, 5.0);
    trace.add(NOW.plusSeconds(160), 6);
    assertThat(trace.version()).isNotEqualTo(version);
    assertThat(trace.settled()).extracting(Bucket::mean).containsExactly(1.0, 3.0, 5.0);
    assertThat(trace.tail()).extracting(Bucket::mean).containsExactly(5.0, 6.0);
    assertThat(trace.newest()).contains(new Bucket(NOW.plusSeconds(160), 6, 6, 6, 1, false));
  }

  @Test
  void howeverMeasurementsComeTheSettledAndTheTailAreAllOfIt() {
    var random = new Random(11);
    long version = trace.version();
    List<Bucket> settled = List.of();
    for (int i = 0; i < 2000; i++) {
      switch (random.nextInt(20)) {
        case 0 -> trace.end();
        case 1 -> trace.forget(NOW.plusSeconds(i - 300));
        case 2 -> trace.add(NOW.plusSeconds(i - random.nextInt(200)), i);
        default -> trace.add(NOW.plusSeconds(i), i);
      }
      var all = new ArrayList<>(trace.settled());
      if (!all.isEmpty()) {
        assertThat(trace.tail().getFirst()).isEqualTo(all.removeLast());
      }
      all.addAll(trace.tail());
      assertThat(all).isEqualTo(trace.buckets());
      if (trace.version() == version) {
        assertThat(trace.settled()).isEqualTo(settled);
      }
      version = trace.version();
      settled = List.copyOf(trace.settled());
    }
  }

  @Test
  void aClockThatIsSetBackPutsMeasurementsWhereTheyBelong() {
    trace.add(NOW.plusSeconds(200), 3);
    long version = trace.version();
    trace.add(NOW, 1);
    trace.add(NOW.plusSeconds(1), 3);
    assertThat(trace.version()).isNotEqualTo(version);
    assertThat(trace.buckets())
        .containsExactly(
            new Bucket(NOW, 1, 2, 3, 2, false),
            new Bucket(NOW.plusSeconds(200), 3, 3, 3, 1, false));
  }

  @Test
  void aSilenceLastsUntilTheNextMeasurement() {
    trace.end();
    trace.add(NOW, 1);
    trace.end();
    assertThat(trace.newest()).get().extracting(Bucket::ended).isEqualTo(true);
    trace.add(NOW.plusSeconds(5), 1);
    assertThat(trace.newest()).get().extracting(Bucket::ended).isEqualTo(false);
  }

  @Test
  void whatIsOutOfSightIsForgotten() {
    for (int i = 0; i < 5; i++) {
      trace.add(NOW.plusSeconds(10L * i), i);
    }
    trace.forget(NOW.plusSeconds(25));
    assertThat(trace.buckets()).extracting(Bucket::mean).containsExactly(2.0, 3.0, 4.0);
    long version = trace.version();
    trace.forget(NOW.plusSeconds(25));
    assertThat(trace.version()).isEqualTo(version);
  }

  @Test
  void inMemoryAndOverAnEarlierPastItIsTheSameAsMeasuredAtOnce() {
    var random = new Random(7);
    var whole = new MemoryHistory(Duration.ofDays(1));
    var earlier = new MemoryHistory(Duration.ofDays(1));
    var later = new MemoryHistory(earlier, Duration.ofDays(1));
    for (int i = 0; i < 600; i++) {
      double value = random.nextDouble();
      whole.append(BUSY, NOW.plusSeconds(i), value);
      (i < 300 ? earlier : later).append(BUSY, NOW.plusSeconds(i), value);
    }
    var expected = whole.query(BUSY, NOW, NOW.plusSeconds(600), 60);
    var found = later.query(BUSY, NOW, NOW.plusSeconds(600), 60);
    assertThat(found.width()).isEqualTo(Duration.ofSeconds(10));
    assertThat(found.buckets()).hasSameSizeAs(expected.buckets());
    for (int i = 0; i < found.buckets().size(); i++) {
      assertThat(found.buckets().get(i).mean())
          .isCloseTo(expected.buckets().get(i).mean(), within(1e-9));
    }
  }

  @Test
  void inMemoryTheOldestGoes() {
    var memory = new MemoryHistory(Duration.ofSeconds(60));
    for (int i = 0; i < 600; i++) {
      memory.append(BUSY, NOW.plusSeconds(i), i);
    }
    assertThat(memory.query(BUSY, NOW, NOW.plusSeconds(600), 600).buckets()).hasSize(61);
    memory.append(BUSY, NOW.plusSeconds(601), Double.NaN);
    assertThat(memory.query(BUSY, NOW.plusSeconds(601), NOW.plusSeconds(700), 99).buckets())
        .isEmpty();
  }
}
