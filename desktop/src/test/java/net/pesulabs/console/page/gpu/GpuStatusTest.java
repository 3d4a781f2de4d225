package net.pesulabs.console.page.gpu;

import static net.pesulabs.console.page.SampleHouse.GPU_ORIGIN;
import static net.pesulabs.console.page.SampleHouse.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.SampleHouse;
import net.pesulabs.console.page.gpu.GpuStatus.Kind;
import org.junit.jupiter.api.Test;

class GpuStatusTest {

  @Test
  void waitingIsNoFailure() {
    var status = GpuStatus.of(new Reading.Unknown<>(GPU_ORIGIN, Msg.readingWaiting()), NOW);
    assertThat(status.kind()).isEqualTo(Kind.WAITING);
    assertThat(status.severity()).isEqualTo(Severity.BUSY);
    assertThat(status.hasFigures()).isFalse();
  }

  @Test
  void unknownTellsWhyAndIsNeverFine() {
    var why = Msg.tailnetHealthStopped();
    var status = GpuStatus.of(new Reading.Unknown<>(GPU_ORIGIN, why), NOW);
    assertThat(status.kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(status.severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(status.note()).isEqualTo(why);
    assertThat(status.hasFigures()).isFalse();
  }

  @Test
  void staleTellsItsAgeAndKeepsItsFigures() {
    var why = Msg.tailnetHealthStopped();
    var status = GpuStatus.of(live(SampleHouse.working(600)).lost(why), NOW.plusSeconds(42));
    assertThat(status.kind()).isEqualTo(Kind.STALE);
    assertThat(status.severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(status.headline().in(Language.ES)).isEqualTo("Sin noticias desde hace 42s");
    assertThat(status.hasFigures()).isTrue();
  }

  @Test
  void aMachineWithoutACardSaysSo() {
    var none = new Reading.Live<>(new GpuNode("asuna", List.of()), GPU_ORIGIN, NOW);
    var status = GpuStatus.of(none, NOW);
    assertThat(status.kind()).isEqualTo(Kind.NO_CARD);
    assertThat(status.headline().in(Language.EN)).contains("asuna");
    assertThat(status.severity()).isNotEqualTo(Severity.FINE);
    assertThat(status.hasFigures()).isFalse();
  }

  @Test
  void eachStateOfTheCardHasItsOwnWords() {
    assertThat(words(CardState.BUSY)).isEqualTo("Trabajando");
    assertThat(words(CardState.PHANTOM_BUSY))
        .isEqualTo("Modelo cargado, en reposo (el controlador dice 100 %)");
    assertThat(words(CardState.ASLEEP)).isEqualTo("Dormida");
    assertThat(words(CardState.IDLE)).isNotEqualTo(words(CardState.BUSY));
  }

  @Test
  void phantomBusyIsExplainedAndNotAlarmed() {
    var status = GpuStatus.of(inState(CardState.PHANTOM_BUSY));
    assertThat(status.severity()).isEqualTo(Severity.FINE);
    assertThat(status.note()).isEqualTo(Msg.gpuPhantomNote());
  }

  @Test
  void aHotCardKeepsItsStateAndSaysThatItIsHot() {
    Card card = SampleHouse.working(600);
    var hot =
        new Card(
            "card1",
            null,
            CardState.BUSY,
            99.0,
            new Card.Vram(card.vramUsedBytes(), card.vramTotalBytes()),
            null,
            new Card.Heat(90.0, null),
            new Card.Heat(107.0, 110.0),
            new Card.Heat(90.0, null),
            new Card.Power(236.0, 236.0),
            Card.Fan.UNKNOWN,
            Card.Clocks.UNKNOWN,
            null);
    var status = GpuStatus.of(live(hot), NOW);
    assertThat(status.kind()).isEqualTo(Kind.WORKING);
    assertThat(status.severity()).isEqualTo(Severity.WARNING);
    assertThat(status.note()).isNotNull();
  }

  @Test
  void ofTwoCardsTheOneAtWorkSpeaks() {
    var both = new GpuNode("pesubuntu", List.of(SampleHouse.asleep(), inState(CardState.BUSY)));
    assertThat(GpuStatus.of(new Reading.Live<>(both, GPU_ORIGIN, NOW), NOW).kind())
        .isEqualTo(Kind.WORKING);
  }

  private static String words(CardState state) {
    return GpuStatus.of(inState(state)).headline().in(Language.ES);
  }

  private static Card inState(CardState state) {
    Card card = SampleHouse.working(600);
    return new Card(
        card.id(),
        null,
        state,
        card.busyPercent(),
        new Card.Vram(card.vramUsedBytes(), card.vramTotalBytes()),
        null,
        new Card.Heat(50.0, null),
        new Card.Heat(60.0, 110.0),
        new Card.Heat(55.0, null),
        new Card.Power(40.0, 236.0),
        Card.Fan.UNKNOWN,
        Card.Clocks.UNKNOWN,
        null);
  }

  private static Reading<GpuNode> live(Card card) {
    return new Reading.Live<>(new GpuNode("pesubuntu", List.of(card)), GPU_ORIGIN, NOW);
  }
}
