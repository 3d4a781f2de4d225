package net.pesulabs.console.page.gpu.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import net.pesulabs.console.fx.OnFx;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.page.Page;
import net.pesulabs.console.page.PageContext;
import net.pesulabs.console.page.PageScene;
import net.pesulabs.console.page.SampleHouse;
import org.junit.jupiter.api.Test;

class FitCardTest {

  /** The planner alone on a page. */
  private record Alone(FitCard card) implements Page {
    static Alone create(PageContext context) {
      return new Alone(FitCard.create(context));
    }

    @Override
    public Parent root() {
      return card;
    }

    @Override
    public void activate() {
      card.activate();
    }

    @Override
    public void deactivate() {
      card.deactivate();
    }
  }

  @Test
  void foldedItIsOneLineAndUnfoldedItAsks() {
    try (var page = open()) {
      assertThat(page.says()).contains("Does a model fit?").doesNotContain("Context (tokens)");
      unfold(page);
      assertThat(page.says())
          .contains("Context (tokens)", "Choose the model’s file, or type its sizes");
      page.speak(Language.ES);
      assertThat(page.says()).contains("¿Cabe un modelo?", "Contexto (tokens)");
    }
  }

  @Test
  void theAnswerIsSaidInWordsWithItsParts() {
    try (var page = open()) {
      unfold(page);
      OnFx.run(() -> {
        fill(page);
        model(page).form().text(Field.OTHERS).set("0.5");
        model(page).form().text(Field.BANDWIDTH).set("624");
      });
      assertThat(page.says())
          .contains(
              "Weights", "8.4\u00a0GiB", "Memory of the conversation (KV cache)", "2.5\u00a0GiB")
          .contains("600\u00a0MiB to 900\u00a0MiB", "Other programs", "512\u00a0MiB")
          .anyMatch(text -> text.startsWith("It fits, with "))
          .anyMatch(text -> text.startsWith("At most 69 tokens/s"));
    }
  }

  @Test
  void adviceIsALinkThatIsTaken() {
    try (var page = open()) {
      unfold(page);
      OnFx.run(() -> {
        fill(page);
        model(page).form().text(Field.CONTEXT).set("128k");
      });
      await()
          .untilAsserted(
              () -> assertThat(page.says()).anyMatch(t -> t.startsWith("With a context")));
      var link = (Hyperlink) page.page().root().lookup(".fit-remedies .hyperlink");
      OnFx.run(link::fire);
      assertThat(page.says()).anyMatch(text -> text.startsWith("It fits"));
    }
  }

  @Test
  void whatIsWrongStandsBelowItsField() {
    try (var page = open()) {
      unfold(page);
      OnFx.run(() -> model(page).form().text(Field.CONTEXT).set("much"));
      assertThat(page.says()).contains("A whole number from 1 to 10,000,000");
      OnFx.run(() -> model(page).form().text(Field.CONTEXT).set("8k"));
      assertThat(page.says()).doesNotContain("A whole number from 1 to 10,000,000");
    }
  }

  private static void fill(PageScene page) {
    FitForm form = model(page).form();
    form.source().set(FitForm.Source.TYPED);
    form.text(Field.WEIGHTS).set("8.4");
    form.text(Field.LAYERS).set("40");
    form.text(Field.HEADS).set("8");
    form.text(Field.HEAD_LENGTH).set("128");
  }

  private static FitViewModel model(PageScene page) {
    return ((Alone) page.page()).card().model();
  }

  private static void unfold(PageScene page) {
    OnFx.run(() -> ((Button) page.page().root().lookup(".fit-fold")).fire());
  }

  private static PageScene open() {
    return new PageScene(SampleHouse.live(), SampleHouse.clock(), Alone::create);
  }
}
