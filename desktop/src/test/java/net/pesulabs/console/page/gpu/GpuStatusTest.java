package net.pesulabs.console.page.gpu;

import static net.pesulabs.console.page.SampleHouse.GPU_ORIGIN;
import static net.pesulabs.console.page.SampleHouse.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.health.CardCondition;
import net.pesulabs.console.health.Finding;
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
    var status = of(new Reading.Unknown<>(GPU_ORIGIN, Msg.readingWaiting()));
    assertThat(status.kind()).isEqualTo(Kind.WAITING);
    assertThat(status.severity()).isEqualTo(Severity.BUSY);
    assertThat(status.hasFigures()).isFalse();
  }

  @Test
  void unknownTellsWhyAndIsNeverFine() {
    var why = Msg.tailnetHealthStopped();
    var status = of(new Reading.Unknown<>(GPU_ORIGIN, why));
    assertThat(status.kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(status.severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(status.note()).isEqualTo(why);
    assertThat(status.hasFigures()).isFalse();
  }

  @Test
  void staleTellsItsAgeAndKeepsItsFigures() {
    var why = Msg.tailnetHealthStopped();
    var status =
        GpuStatus.of(live(SampleHouse.working(600)).lost(why), List.of(), NOW.plusSeconds(42));
    assertThat(status.kind()).isEqualTo(Kind.STALE);
    assertThat(status.severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(status.headline().in(Language.ES)).isEqualTo("Sin noticias desde hace 42s");
    assertThat(status.hasFigures()).isTrue();
  }

  @Test
  void aMachineWithoutACardSaysSo() {
    var status = of(new Reading.Live<>(new GpuNode("asuna", List.of()), GPU_ORIGIN, NOW));
    assertThat(status.kind()).isEqualTo(Kind.NO_CARD);
    assertThat(status.headline().in(Language.EN)).contains("asuna");
    assertThat(status.severity()).isNotEqualTo(Severity.FINE);
    assertThat(status.hasFigures()).isFalse();
  }

  @Test
  void aCardThatWasThereHasVanished() {
    var none = new Reading.Live<>(new GpuNode("pesubuntu", List.of()), GPU_ORIGIN, NOW);
    var status = GpuStatus.of(none, List.of(finding("gpu-vanished", "card1")), NOW);
    assertThat(status.kind()).isEqualTo(Kind.VANISHED);
    assertThat(status.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(ConditionIcons.of(status)).isEqualTo(ConditionIcons.of(CardCondition.VANISHED));
  }

  @Test
  void eachStateOfTheCardHasItsOwnWords() {
    assertThat(words(CardState.BUSY)).isEqualTo("Trabajando");
    assertThat(words(CardState.PHANTOM_BUSY))
        .isEqualTo("Modelo cargado, en reposo (el controlador dice 100 %)");
    assertThat(words(CardState.ASLEEP)).isEqualTo("Seguramente dormida");
    assertThat(words(CardState.IDLE)).isEqualTo("En reposo");
  }

  @Test
  void eachConditionHasAShapeOfItsOwn() {
    assertThat(Stream.of(CardCondition.values()).map(ConditionIcons::of)).doesNotHaveDuplicates();
  }

  @Test
  void phantomBusyIsExplainedAndNotAlarmed() {
    var status = of(live(inState(CardState.PHANTOM_BUSY)));
    assertThat(status.severity()).isEqualTo(Severity.FINE);
    assertThat(status.note()).isEqualTo(Msg.gpuPhantomNote());
  }

  @Test
  void whatIsFoundOfTheCardSpeaksAndExplainsItselfElsewhere() {
    var status =
        GpuStatus.of(
            live(inState(CardState.BUSY)), List.of(finding("vram-spilling", "card1")), NOW);
    assertThat(status.condition()).isEqualTo(CardCondition.SPILLING);
    assertThat(status.severity()).isEqualTo(Severity.WARNING);
    assertThat(status.note()).isNull();
  }

  @Test
  void ofTwoCardsTheOneAtWorkSpeaksUnlessTheOtherAils() {
    Card other = SampleHouse.second();
    var both = new GpuNode("pesubuntu", List.of(other, inState(CardState.BUSY)));
    Reading<GpuNode> reading = new Reading.Live<>(both, GPU_ORIGIN, NOW);
    assertThat(of(reading).condition()).isEqualTo(CardCondition.WORKING);
    assertThat(GpuStatus.of(reading, List.of(finding("gpu-hot", "card2")), NOW).condition())
        .isEqualTo(CardCondition.HOT);
  }

  private static GpuStatus of(Reading<GpuNode> reading) {
    return GpuStatus.of(reading, List.of(), NOW);
  }

  private static Finding finding(String cause, String card) {
    return new Finding(
        cause,
        Severity.WARNING,
        "gpu/pesubuntu/" + card,
        List.of(),
        null,
        Msg.appDemo(),
        Msg.appDemo());
  }

  private static String words(CardState state) {
    return of(live(inState(state))).headline().in(Language.ES);
  }

  private static Card inState(CardState state) {
    return Card.bare("card1", state, 50.0, new Card.Vram(9L << 30, 16L << 30));
  }

  private static Reading<GpuNode> live(Card card) {
    return new Reading.Live<>(new GpuNode("pesubuntu", List.of(card)), GPU_ORIGIN, NOW);
  }
}
