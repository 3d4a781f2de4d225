package net.pesulabs.console.page.gpu;

import static net.pesulabs.console.page.SampleHouse.GPU_ORIGIN;
import static net.pesulabs.console.page.SampleHouse.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import net.pesulabs.console.fx.OnFx;
import net.pesulabs.console.fx.chart.HistoryChart;
import net.pesulabs.console.fx.chart.Range;
import net.pesulabs.console.homelab.Card;
import net.pesulabs.console.homelab.GpuNode;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.MachineFigures;
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
          .contains(
              "GPU of pesubuntu · Radeon RX 7800 XT",
              "Working",
              "90\u00a0%",
              "12.3\u00a0GiB",
              "312\u00a0MiB");
      assertThat(page.says()).contains("System memory borrowed (GTT)", "limit 110\u00a0°C");
      page.speak(Language.ES);
      assertThat(page.says())
          .contains(
              "GPU de pesubuntu · Radeon RX 7800 XT",
              "Trabajando",
              "90\u00a0%",
              "12,3\u00a0GiB",
              "41,7 tokens/s")
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
      assertThat(page.says())
          .contains("Probably asleep", "–")
          .doesNotContain("0\u00a0%", "0\u00a0W");
    }
  }

  @Test
  void staleFiguresAreGreyedWithTheirAgeAndReason() {
    homelab.gpu().update(reading -> reading.lost(Msg.tailnetHealthStopped()));
    try (var page = open()) {
      assertThat(page.says())
          .contains("90\u00a0%")
          .anyMatch(text -> text.contains("Tailscale is switched off on this computer"));
      Node figure = page.page().root().lookup(".figure");
      assertThat(figure.getPseudoClassStates())
          .anyMatch(p -> p.getPseudoClassName().equals("stale"));
    }
  }

  @Test
  void unknownShowsTheReasonAndTheCureInsteadOfCharts() {
    homelab.gpu().set(new Reading.Unknown<>(GPU_ORIGIN, Msg.tailnetHealthStopped()));
    try (var page = open()) {
      assertThat(page.says())
          .contains(
              "Tailscale is switched off on this computer", "Walk all the way to it (diagnosis)")
          .contains(GPU_ORIGIN.address());
      assertThat(OnFx.get(() -> page.page().root().lookupAll(".time-chart"))).isEmpty();
    }
  }

  @Test
  void whenTheFirstAnswerComesTheFiguresTakeItsPlace() {
    var fresh = new LiveHomelab();
    try (var page = new PageScene(fresh, SampleHouse.clock(), GpuView::create)) {
      assertThat(page.says()).contains("Waiting for the first answer");
      fresh.gpu().set(homelab.gpu().get());
      await()
          .untilAsserted(() ->
              assertThat(page.says())
                  .contains("90\u00a0%")
                  .doesNotContain("Walk all the way to it (diagnosis)"));
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
      assertThat(page.says())
          .contains("Radeon RX 7800 XT: Working", "card2: Idle")
          .anyMatch(text -> text.startsWith("only draws the screen"));
      assertThat(OnFx.get(() -> charts(page).filter(GpuViewTest::isShown).count())).isEqualTo(4);
      OnFx.run(() ->
          page.page().root().lookupAll(".gpu-card-head .hyperlink").stream()
              .map(Hyperlink.class::cast)
              .filter(link -> link.getText().startsWith("Show"))
              .forEach(Hyperlink::fire));
      assertThat(OnFx.get(() -> charts(page).filter(GpuViewTest::isShown).count())).isEqualTo(8);
    }
  }

  @Test
  void chartsAreGreyedWithTheirFiguresAndSayTheirLastValue() {
    try (var page = open()) {
      var chart = (HistoryChart) page.page().root().lookup(".time-chart");
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
      assertThat(OnFx.get(() -> page.page().root().lookupAll(".time-chart"))).hasSize(6);
      OnFx.run(() -> ((ToggleButton) page.page().root().lookup(".gpu-more")).fire());
      assertThat(OnFx.get(() -> page.page().root().lookupAll(".time-chart"))).hasSize(4);
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

  @Test
  void anExporterWithoutTheCollectorHasTheCommandsToCopyInBothLanguages() {
    homelab.gpu().set(new Reading.Unknown<>(GPU_ORIGIN, Msg.gpuSourceDrmOff()));
    try (var page = open()) {
      for (Language language : Language.values()) {
        page.speak(language);
        assertThat(page.says())
            .anyMatch(text -> text.contains("--collector.drm\"/' /etc/default"))
            .anyMatch(text -> text.contains("docker run"))
            .contains(Msg.doctorCopy().in(language), Msg.doctorWhoAdmin().in(language));
      }
    }
  }

  @Test
  void whatIsFoundStandsOnThePageWithItsMeaningAndAdvice() {
    heard(new GpuNode("pesubuntu", List.of(SampleHouse.working(600), spilling())));
    try (var page = open()) {
      page.tick();
      page.speak(Language.ES);
      await()
          .untilAsserted(() ->
              assertThat(page.says())
                  .contains("Su memoria se desborda", Msg.gpuStatesSpillingWhy().in(Language.ES))
                  .anyMatch(text -> text.startsWith("Qué hacer: Carga un modelo más pequeño")));
    }
  }

  @Test
  void theMachineStandsBesideAndSaysWhatItWasNotTold() {
    var figures =
        new MachineFigures(
            23.4,
            12,
            1.9,
            new MachineFigures.Memory(20L << 30, 32L << 30),
            List.of(new MachineFigures.Disk("/", "/dev/nvme0n1p2", 40L << 30, 900L << 30)),
            List.of(new MachineFigures.Link("enp4s0", 1536.0, null)),
            List.of(),
            NOW.minusSeconds(3 * 86400));
    heard(new GpuNode("pesubuntu", List.of(SampleHouse.working(600)), figures));
    try (var page = open()) {
      assertThat(page.says())
          .contains("The machine", "on for 3 days", "23\u00a0%", "load 1.9 on 12 threads")
          .contains("Disk /", "96\u00a0%", "40.0\u00a0GiB of 900\u00a0GiB free", "Network enp4s0")
          .contains("Says nothing of its temperatures");
      page.speak(Language.ES);
      assertThat(page.says())
          .contains("El equipo", "encendido desde hace 3 días", "12,0\u00a0GiB de 32,0\u00a0GiB");
    }
  }

  @Test
  void aMachineThatTellsNothingHasDashesAndNoZeros() {
    heard(new GpuNode("pesubuntu", List.of(SampleHouse.asleep())));
    try (var page = open()) {
      assertThat(page.says())
          .contains("Says nothing of its disks", "Says nothing of its network", "–")
          .doesNotContain("0\u00a0%", "0\u00a0B");
    }
  }

  @Test
  void aVanishedCardLeavesItsMachine() {
    try (var page = open()) {
      heard(
          new GpuNode(
              "pesubuntu",
              List.of(),
              MachineFigures.of(new MachineFigures.Memory(20L << 30, 32L << 30))));
      page.tick();
      await()
          .untilAsserted(() ->
              assertThat(page.says())
                  .contains(
                      "The card has vanished", "The machine", "12.0\u00a0GiB of 32.0\u00a0GiB")
                  .anyMatch(text -> text.contains("dmesg | grep -i amdgpu")));
    }
  }

  @Test
  void nothingIsCutWhereThereIsLittleRoom() {
    try (var page = open()) {
      page.says();
      for (double[] size : new double[][] {{790, 590}, {1110, 752}, {1750, 1030}}) {
        OnFx.run(() -> {
          var root = (ScrollPane) page.page().root();
          root.resize(size[0], size[1]);
          root.layout();
          var content = (Region) root.getContent();
          assertThat(content.getWidth()).as("no sideways scrolling").isLessThanOrEqualTo(size[0]);
          for (Node part : root.lookupAll(".card")) {
            Bounds bounds = content.sceneToLocal(part.localToScene(part.getLayoutBounds()));
            if (isShown(part)) {
              assertThat(bounds.getMaxX())
                  .as("%s at %s", part, size[0])
                  .isLessThanOrEqualTo(content.getWidth());
              assertThat(((Region) part).getHeight() + 1)
                  .as("%s at %s", part, size[0])
                  .isGreaterThanOrEqualTo(((Region) part).minHeight(((Region) part).getWidth()));
            }
          }
        });
      }
    }
  }

  private void heard(GpuNode node) {
    homelab.gpu().set(new Reading.Live<>(node, GPU_ORIGIN, NOW));
  }

  private static Card spilling() {
    return new Card(
        "card9",
        null,
        GpuNode.CardState.BUSY,
        80.0,
        new Card.Vram(995, 1000),
        new Card.Gtt(3L << 30, 16L << 30, 2L << 30),
        Card.Heat.UNKNOWN,
        Card.Heat.UNKNOWN,
        Card.Heat.UNKNOWN,
        Card.Power.UNKNOWN,
        Card.Fan.UNKNOWN,
        Card.Clocks.UNKNOWN,
        null);
  }

  private static Stream<Node> charts(PageScene page) {
    return page.page().root().lookupAll(".gpu-block .time-chart").stream();
  }

  private static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private PageScene open() {
    return new PageScene(homelab, SampleHouse.clock(), GpuView::create);
  }
}
