package net.pesulabs.console.page.gpu.served;

import static net.pesulabs.console.page.SampleHouse.MODEL_ORIGIN;
import static net.pesulabs.console.page.SampleHouse.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import net.pesulabs.console.Rows;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.SampleHouse;
import org.junit.jupiter.api.Test;

class ModelWordsTest {

  @Test
  void itSaysWhatTheServerIsDoing() {
    assertThat(words(live(SampleHouse.model()))).isEqualTo("Answering");
    assertThat(words(live(state(ModelServer.State.READY)))).isEqualTo("Ready to answer");
    assertThat(words(live(state(ModelServer.State.LOADING)))).isEqualTo("Loading the model");
    assertThat(words(live(state(ModelServer.State.SLEEPING))))
        .isEqualTo("Asleep until the next question");
  }

  @Test
  void anOldWordIsToldAsOldAndIsNotFine() {
    Reading<ModelServer> stale = live(SampleHouse.model()).lost(Msg.tailnetHealthStopped());
    assertThat(words(stale))
        .isEqualTo("90s ago: Answering. Tailscale is switched off on this computer");
    assertThat(ModelWords.severity(stale)).isEqualTo(Severity.UNKNOWN);
  }

  @Test
  void unknownTellsWhyAndWaitingIsNoFailure() {
    var unknown = new Reading.Unknown<ModelServer>(MODEL_ORIGIN, Msg.tailnetHealthStopped());
    assertThat(words(unknown)).contains("Tailscale is switched off");
    assertThat(ModelWords.severity(unknown)).isEqualTo(Severity.UNKNOWN);
    var waiting = new Reading.Unknown<ModelServer>(MODEL_ORIGIN, Msg.readingWaiting());
    assertThat(ModelWords.severity(waiting)).isEqualTo(Severity.BUSY);
  }

  private static String words(Reading<ModelServer> reading) {
    return ModelWords.state(reading, NOW.plusSeconds(90)).in(Language.EN);
  }

  private static Reading<ModelServer> live(ModelServer server) {
    return new Reading.Live<>(server, MODEL_ORIGIN, NOW);
  }

  private static ModelServer state(ModelServer.State state) {
    return Rows.server(state).build();
  }
}
