package net.pesulabs.console.homelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.pesulabs.console.i18n.Msg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Origin ORIGIN = new Origin(Source.GPU, Route.LAN, "http://192.168.8.129");

  @Test
  void keepsItsValueAndItsAgeWhenTheSourceFallsSilent() {
    Reading<Integer> lost = new Reading.Live<>(37, ORIGIN, NOON).lost(Msg.readingWaiting());
    assertThat(lost.freshness()).isEqualTo(Freshness.STALE);
    assertThat(lost.known()).contains(37);
    assertThat(lost.age(NOON.plusSeconds(90))).contains(Duration.ofSeconds(90));
    assertThat(lost.problem()).contains(Msg.readingWaiting());
  }

  @Test
  void staysUnknownWhenNothingWasEverHeard() {
    Reading<Integer> reading = new Reading.Unknown<>(ORIGIN, Msg.readingWaiting());
    assertThat(reading.lost(Msg.appDemo()).known()).isEmpty();
    assertThat(reading.lost(Msg.appDemo()).problem()).contains(Msg.appDemo());
    assertThat(reading.age(NOON)).isEmpty();
  }

  @Test
  void aPartThatWasNotToldIsUnknownAndNotZero() {
    Reading<String> live = new Reading.Live<>("card", ORIGIN, NOON);
    Reading<Double> part = live.map(card -> (Double) null);
    assertThat(part.freshness()).isEqualTo(Freshness.UNKNOWN);
    assertThat(part.problem()).contains(Msg.readingNotReported());
  }

  @Test
  void aPartOfAnOldValueIsAsOld() {
    Reading<Integer> part =
        new Reading.Live<>("four", ORIGIN, NOON).lost(Msg.appDemo()).map(String::length);
    assertThat(part).isEqualTo(new Reading.Stale<>(4, ORIGIN, NOON, Msg.appDemo()));
  }

  @Test
  void aClockThatRunsAheadGivesNoNegativeAge() {
    assertThat(new Reading.Live<>(1, ORIGIN, NOON).age(NOON.minusSeconds(5)))
        .contains(Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,LOOPBACK",
    "localhost,LOOPBACK",
    "192.168.8.20,LAN",
    "10.1.2.3,LAN",
    "172.15.0.1,OTHER",
    "172.16.0.1,LAN",
    "172.32.0.1,OTHER",
    "100.63.255.255,OTHER",
    "100.64.0.1,TAILNET",
    "100.127.255.255,TAILNET",
    "100.128.0.1,OTHER",
    "asuna.tail1234.ts.net,TAILNET",
    "asuna,OTHER",
    "1.2.3,OTHER",
    "9999999999.1.1.1,OTHER"
  })
  void tellsTheWayFromTheAddress(String host, Route route) {
    assertThat(Route.to(host)).isEqualTo(route);
  }
}
