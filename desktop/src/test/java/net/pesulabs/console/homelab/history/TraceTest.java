package net.pesulabs.console.homelab.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A stretch that goes on is what would have been kept of it. */
class TraceTest {

  private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
  private static final Series BUSY = Series.ofModel(Figure.WAITING);

  private final Trace trace = new Trace(new Buckets(Duration.ofSeconds(10), List.of()));

  @Test
  void onlyTheNewestBucketChangesWhileMeasurementsLandInIt() {
    trace.add(NOW, 1);
    trace.add(NOW.plusSeconds(10), 2);
    long version = trace.version();
    trace.add(NOW.plusSeconds(11), 4);
    assertThat(trace.version()).isEqualTo(version);
    assertThat(trace.settled()).containsExactly(new Bucket(NOW, 1, 1, 1, 1, false));
    assertThat(trace.newest()).contains(new Bucket(NOW.plusSeconds(10), 2, 3, 4, 2, false));
    trace.add(NOW.plusSeconds(20), 5);
    assertThat(trace.version()).isNotEqualTo(version);
    assertThat(trace.last(2)).hasSize(2);
  }

  @Test
  void aClockThatIsSetBackPutsMeasurementsWhereTheyBelong() {
    trace.add(NOW.plusSeconds(20), 3);
    long version = trace.version();
    trace.add(NOW, 1);
    trace.add(NOW.plusSeconds(1), 3);
    assertThat(trace.version()).isNotEqualTo(version);
    assertThat(trace.buckets())
        .containsExactly(
            new Bucket(NOW, 1, 2, 3, 2, false), new Bucket(NOW.plusSeconds(20), 3, 3, 3, 1, false));
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
