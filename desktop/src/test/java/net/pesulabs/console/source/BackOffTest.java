package net.pesulabs.console.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private static final List<Duration> STEPS =
      Stream.of(1, 2, 5, 15, 30).map(Duration::ofSeconds).toList();

  @Test
  void waitsLongerEachTimeAndThenAsLong() {
    var backOff = new BackOff(STEPS, () -> 0.5);
    assertThat(Stream.generate(backOff::next).limit(7).map(Duration::toSeconds))
        .containsExactly(1L, 2L, 5L, 15L, 30L, 30L, 30L);
  }

  @Test
  void beginsAgainAfterSuccess() {
    var backOff = new BackOff(STEPS, () -> 0.5);
    backOff.next();
    backOff.next();
    backOff.reset();
    assertThat(backOff.next()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void spreadsByAFifth() {
    assertThat(new BackOff(STEPS, () -> 0).next()).isEqualTo(Duration.ofMillis(800));
    assertThat(new BackOff(STEPS, () -> 1).next()).isEqualTo(Duration.ofMillis(1200));
  }
}
