package net.pesulabs.console.page.gpu.served;

import static net.pesulabs.console.page.SampleHouse.GPU_ORIGIN;
import static net.pesulabs.console.page.SampleHouse.MODEL_ORIGIN;
import static net.pesulabs.console.page.SampleHouse.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Parent;
import net.pesulabs.console.Rows;
import net.pesulabs.console.fx.OnFx;
import net.pesulabs.console.fx.chart.Timeline;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.GpuNode.CardState;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.ModelServer;
import net.pesulabs.console.homelab.ModelServer.Offer;
import net.pesulabs.console.homelab.ModelServer.State;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.Page;
import net.pesulabs.console.page.PageContext;
import net.pesulabs.console.page.PageScene;
import net.pesulabs.console.page.SampleHouse;
import org.junit.jupiter.api.Test;

class ServedPaneTest {

  private static final long GIB = 1L << 30;

  private final LiveHomelab homelab = SampleHouse.live();

  /** The pane alone on a page. */
  private record Alone(ServedPane pane) implements Page {
    static Alone create(PageContext context) {
      var timeline = new Timeline(context.homelab(), context.pulse(), context.now());
      return new Alone(ServedPane.create(context, timeline));
    }

    @Override
    public Parent root() {
      return pane.root();
    }

    @Override
    public void activate() {
      pane.activate();
    }

    @Override
    public void deactivate() {
      pane.deactivate();
    }
  }

  @Test
  void theModelIsToldWithItsWorkAndItsBoundInBothLanguages() {
    card(10 * GIB);
    tell(llama().work(1, 3).speed(61.7).reads(1234, 80.0).trained(131_072).images(true));
    try (var page = open()) {
      assertThat(page.says())
          .contains("llama-3.1-8b", "61.7 tokens/s", "of 136 at most", "1 of 2", "1,234 tokens/s")
          .contains("16,384 tokens each, up to 32,768 in all", "131,072 tokens", "80\u00a0%", "3")
          .contains(
              "8.0 billion parameters · Q4_K_M (4.9 bits a weight) · 4.6\u00a0GiB · understands"
                  + " pictures")
          .anyMatch(text -> text.startsWith("As fast as is usual: 45\u00a0%"))
          .contains("The model, which is answering somebody, not asked from this console.")
          .contains("The model’s share is an estimate, from its weights and its context.");
      assertThat(squares(page)).containsExactly(true, false);
      page.speak(Language.ES);
      assertThat(page.says())
          .contains("61,7 tokens/s", "de 136 como mucho", "1 de 2")
          .contains("16.384 tokens por conversación, hasta 32.768 en total")
          .anyMatch(text -> text.startsWith("A la velocidad normal: el 45\u00a0%"))
          .contains("El modelo, que está respondiendo a alguien, y no desde esta consola.");
    }
  }

  @Test
  void withoutMetricsItSaysExactlyWhatToAdd() {
    tell(llama().switchedOff());
    try (var page = open()) {
      assertThat(page.says())
          .anyMatch(text -> text.contains("add --metrics to the command"))
          .contains("–");
      assertThat(squares(page)).isEmpty();
      page.speak(Language.ES);
      assertThat(page.says()).anyMatch(text -> text.contains("añade --metrics a la orden"));
    }
  }

  @Test
  void aSlowAnswerIsExplained() {
    card(2 * GIB);
    tell(llama().work(1, 0).speed(7));
    try (var page = open()) {
      assertThat(page.says())
          .anyMatch(text -> text.startsWith("Slower than is usual: 5\u00a0%"))
          .anyMatch(text -> text.startsWith("Not all of the model is on the card"));
      page.speak(Language.ES);
      assertThat(page.says())
          .anyMatch(text -> text.startsWith("El modelo no está entero en la tarjeta"));
    }
  }

  @Test
  void aRouterListsWhatItCanLoad() {
    tell(
        llama()
            .work(0, 0)
            .offers(
                new Offer(ModelServer.Model.named("a"), Offer.Status.LOADED, 2, null),
                new Offer(ModelServer.Model.named("b"), Offer.Status.LOADING, null, 40.0),
                new Offer(ModelServer.Model.named("c"), Offer.Status.UNLOADED, null, null)));
    try (var page = open()) {
      assertThat(page.says())
          .contains(
              "a · in memory, 2 answers under way", "b · loading, 40\u00a0%", "c · when asked");
      page.speak(Language.ES);
      assertThat(page.says()).contains("c · cuando alguien lo pida");
    }
  }

  @Test
  void anUnknownServerIsToldWithItsReasonAndNoFigures() {
    homelab.model().set(new Reading.Unknown<>(MODEL_ORIGIN, Msg.modelSourceKey("10.0.0.9:8080")));
    try (var page = open()) {
      assertThat(page.says())
          .anyMatch(text -> text.contains("asks for a key"))
          .doesNotContain("0", "0 of 0", "Waiting");
    }
  }

  @Test
  void oldFiguresStayWithoutAJudgement() {
    tell(llama().work(1, 0).speed(61.7));
    homelab.model().update(reading -> reading.lost(Msg.tailnetHealthStopped()));
    try (var page = open()) {
      assertThat(page.says())
          .contains("61.7 tokens/s")
          .noneMatch(text -> text.startsWith("As fast as is usual"));
    }
  }

  @Test
  void theConsolesOwnChatIsKnown() {
    card(10 * GIB);
    tell(llama().work(1, 0).speed(60));
    homelab.ownAnswers().set(1);
    try (var page = open()) {
      assertThat(page.says()).contains("The chat of this console.");
      page.speak(Language.ES);
      assertThat(page.says()).contains("El chat de esta consola.");
    }
  }

  private void card(long used) {
    var card = Rows.card("card1", CardState.BUSY, 97.0, used, 16 * GIB);
    homelab.gpu().set(new Reading.Live<>(new GpuNode("n", List.of(card)), GPU_ORIGIN, NOW));
  }

  private void tell(Rows.Server server) {
    homelab.model().set(new Reading.Live<>(server.build(), MODEL_ORIGIN, NOW));
  }

  private static Rows.Server llama() {
    return Rows.server(State.READY)
        .name("llama-3.1-8b")
        .context(16_384, 2)
        .weights(8_030_261_248L, 4_912_898_304L, "Q4_K_M")
        .width(4096, 128_256);
  }

  private static List<Boolean> squares(PageScene page) {
    return OnFx.get(() ->
        page.page().root().lookupAll(".slot-square").stream()
            .map(square ->
                square.getPseudoClassStates().stream()
                    .anyMatch(state -> state.getPseudoClassName().equals("busy")))
            .toList());
  }

  private PageScene open() {
    return new PageScene(homelab, SampleHouse.clock(), Alone::create);
  }
}
