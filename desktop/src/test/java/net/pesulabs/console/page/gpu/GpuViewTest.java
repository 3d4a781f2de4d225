package net.pesulabs.console.page.gpu;

import static net.pesulabs.console.page.SampleHouse.GPU_ORIGIN;
import static net.pesulabs.console.page.SampleHouse.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import net.pesulabs.console.fx.OnFx;
import net.pesulabs.console.fx.chart.HistoryChart;
import net.pesulabs.console.fx.chart.Range;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Reading;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.PageScene;
import net.pesulabs.console.page.SampleHouse;
import org.junit.jupiter.api.Test;

class GpuViewTest {

  private final LiveHomelab homelab = SampleHouse.live();

  @Test
  void itShowsTheCardInTheLanguageOfTheReaderAndFollowsASwitch() {
    try (var page = open()) {
      assertThat(page.says())
          .contains("GPU of pesubuntu", "Working", "90\u00a0%", "12.3\u00a0GiB", "312\u00a0MiB");
      assertThat(page.says()).contains("System memory borrowed (GTT)", "limit 110\u00a0°C");
      page.speak(Language.ES);
      assertThat(page.says())
          .contains("GPU de pesubuntu", "Trabajando", "90\u00a0%", "12,3\u00a0GiB", "41,7 tokens/s")
          .doesNotContain("Working", "12.3\u00a0GiB");
    }
  }

  @Test
  void whatTheCardDoesNotTellIsADashAndNeverZero() {
    homelab
        .gpu()
        .set(
            new Reading.Live<>(
                new GpuNode("pesubuntu", List.of(SampleHouse.asleep())), GPU_ORIGIN, NOW));
    try (var page = open()) {
      assertThat(page.says()).contains("Asleep", "–").doesNotContain("0\u00a0%", "0\u00a0W");
    }
  }

  @Test
  void staleFiguresAreGreyedWithTheirAgeAndReason() {
    homelab.gpu().update(reading -> reading.lost(Msg.tailnetHealthStopped()));
    try (var page = open()) {
      assertThat(page.says())
          .contains("90\u00a0%")
          .anyMatch(text -> text.contains("Tailscale is switched off on this computer"));
      Node figure = page.page().root().lookup(".gpu-cards .figure");
      assertThat(figure.getPseudoClassStates())
          .anyMatch(p -> p.getPseudoClassName().equals("stale"));
    }
  }

  @Test
  void unknownShowsTheReasonAndTheCureInsteadOfCharts() {
    homelab.gpu().set(new Reading.Unknown<>(GPU_ORIGIN, Msg.tailnetHealthStopped()));
    try (var page = open()) {
      assertThat(page.says())
          .contains("Tailscale is switched off on this computer", "What to do")
          .contains(GPU_ORIGIN.address());
      assertThat(OnFx.get(() -> page.page().root().lookupAll(".gpu-cards .time-chart"))).isEmpty();
    }
  }

  @Test
  void whenTheFirstAnswerComesTheFiguresTakeItsPlace() {
    var fresh = new LiveHomelab();
    try (var page = new PageScene(fresh, SampleHouse.clock(), GpuView::create)) {
      assertThat(page.says()).contains("Waiting for the first answer");
      fresh.gpu().set(homelab.gpu().get());
      await()
          .untilAsserted(
              () -> assertThat(page.says()).contains("90\u00a0%").doesNotContain("What to do"));
    }
  }

  @Test
  void eachOfSeveralCardsHasItsNameAndCharts() {
    homelab
        .gpu()
        .set(
            new Reading.Live<>(
                new GpuNode("pesubuntu", List.of(SampleHouse.working(600), SampleHouse.second())),
                GPU_ORIGIN,
                NOW));
    try (var page = open()) {
      assertThat(page.says()).contains("card1: Working", "card2: Idle");
      assertThat(OnFx.get(() -> page.page().root().lookupAll(".gpu-cards .time-chart"))).hasSize(8);
    }
  }

  @Test
  void chartsAreGreyedWithTheirFiguresAndSayTheirLastValue() {
    try (var page = open()) {
      var chart = (HistoryChart) page.page().root().lookup(".gpu-cards .time-chart");
      await()
          .untilAsserted(() -> {
            page.says();
            assertThat(OnFx.get(chart::getAccessibleText)).isEqualTo("Busy: Busy 90\u00a0%");
          });
      homelab.gpu().update(reading -> reading.lost(Msg.tailnetHealthStopped()));
      await()
          .untilAsserted(() ->
              assertThat(OnFx.get(() -> List.copyOf(chart.getPseudoClassStates())))
                  .anyMatch(p -> p.getPseudoClassName().equals("stale")));
    }
  }

  @Test
  void thePlannerUnfoldsBelowAndComesIntoSight() {
    try (var page = open()) {
      assertThat(page.says()).contains("Does a model fit?").doesNotContain("Context (tokens)");
      var pane = (ScrollPane) page.page().root();
      OnFx.run(() -> ((Button) pane.lookup(".fit-fold")).fire());
      assertThat(page.says()).contains("Context (tokens)");
      assertThat(OnFx.get(pane::getVvalue)).isPositive();
    }
  }

  @Test
  void theRangeIsChosenForAllChartsAndSaysSinceWhenThereIsOne() {
    try (var page = open()) {
      var view = (GpuView) page.page();
      await()
          .untilAsserted(
              () -> assertThat(page.says()).anyMatch(text -> text.contains("since Nov 23")));
      OnFx.run(() -> ((ToggleButton) page.page().root().lookup("#range-five_minutes")).fire());
      await()
          .untilAsserted(() ->
              assertThat(page.says())
                  .contains("History kept on this computer")
                  .noneMatch(text -> text.contains("since Nov 23")));
      assertThat(OnFx.get(() -> view.timeline().rangeProperty().get()))
          .isEqualTo(Range.FIVE_MINUTES);
      page.speak(Language.ES);
      assertThat(page.says()).contains("Historial guardado en este equipo", "30 días");
    }
  }

  @Test
  void clocksAndFanAreUnfoldedByChoice() {
    try (var page = open()) {
      OnFx.run(() -> ((ToggleButton) page.page().root().lookup(".gpu-more")).fire());
      assertThat(OnFx.get(() -> page.page().root().lookupAll(".gpu-cards .time-chart"))).hasSize(6);
      OnFx.run(() -> ((ToggleButton) page.page().root().lookup(".gpu-more")).fire());
      assertThat(OnFx.get(() -> page.page().root().lookupAll(".gpu-cards .time-chart"))).hasSize(4);
    }
  }

  @Test
  void leftItLooksNoMore() {
    try (var page = open()) {
      assertThat(homelab.attention().isOn(Source.GPU)).isTrue();
      OnFx.run(page.page()::deactivate);
      assertThat(homelab.attention().isOn(Source.GPU)).isFalse();
      OnFx.run(page.page()::activate);
      assertThat(homelab.attention().isOn(Source.GPU)).isTrue();
    }
    assertThat(homelab.attention().isOn(Source.GPU)).isFalse();
  }

  private PageScene open() {
    return new PageScene(homelab, SampleHouse.clock(), GpuView::create);
  }
}
