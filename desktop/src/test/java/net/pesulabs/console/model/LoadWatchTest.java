package net.pesulabs.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoadWatchTest {

  private static final Instant START = Instant.parse("2026-11-03T20:00:00Z");

  private final LoadWatch watch = new LoadWatch();

  @Test
  void aLoadIsSeenFromOutside() {
    watch.see(null, true, 500L, at(0));
    watch.see(null, true, 4000L, at(5)); // it is being loaded
    watch.see("m", true, 9000L, at(10));
    assertThat(watch.last()).as("not settled yet").isEmpty();
    watch.see("m", true, 9400L, at(14));
    assertThat(watch.last()).contains(new LoadWatch.Load("m", 500, 9400, at(10)));
    assertThat(watch.last().orElseThrow().grown()).isEqualTo(8900);
  }

  @Test
  void aModelThatWasThereBeforeTellsNothing() {
    watch.see("m", true, 9000L, at(0));
    watch.see("m", true, 9400L, at(10));
    assertThat(watch.last()).isEmpty();
  }

  @Test
  void whileTheServerOrTheCardIsSilentNothingIsConcluded() {
    watch.see(null, false, 500L, at(0));
    watch.see("m", true, 9000L, at(5));
    watch.see("m", true, 9000L, at(10));
    assertThat(watch.last()).isEmpty();
    watch.see(null, true, null, at(20));
    watch.see("m", true, 9000L, at(25));
    watch.see("m", true, 9000L, at(30));
    assertThat(watch.last()).isEmpty();
  }

  @Test
  void oneModelForAnotherTellsNothing() {
    watch.see(null, true, 500L, at(0));
    watch.see("a", true, 9000L, at(5));
    watch.see("b", true, 7000L, at(6));
    watch.see("b", true, 7000L, at(20));
    assertThat(watch.last()).isEmpty();
  }

  @Test
  void anUnloadBeginsAnew() {
    watch.see(null, true, 500L, at(0));
    watch.see("a", true, 9000L, at(5));
    watch.see("a", true, 9000L, at(10));
    watch.see(null, true, 700L, at(20));
    watch.see("b", true, 5700L, at(25));
    watch.see("b", true, 5700L, at(30));
    assertThat(watch.last()).contains(new LoadWatch.Load("b", 700, 5700, at(25)));
  }

  @Test
  void whatWasBeforeIsForgottenAfterAWhile() {
    watch.see(null, true, 500L, at(0));
    watch.see("m", true, 9000L, at(3600));
    watch.see("m", true, 9000L, at(3610));
    assertThat(watch.last()).isEmpty();
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }
}
