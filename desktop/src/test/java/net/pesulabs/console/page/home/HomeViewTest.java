package net.pesulabs.console.page.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import net.pesulabs.console.fx.OnFx;
import net.pesulabs.console.health.Concern;
import net.pesulabs.console.health.Finding;
import net.pesulabs.console.health.Severity;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.HouseFixture;
import net.pesulabs.console.page.OffStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.javafx.FontIcon;

/** The home page on a real scene graph. */
class HomeViewTest {

  private final HouseFixture house = HouseFixture.fine();

  @Test
  void itSpeaksBothLanguagesAndSwitchesLive() {
    HomeView view = open();
    assertThat(texts(view)).contains("The house is fine", "41.7 tokens/s", "2 of 2");

    OnFx.run(() -> house.texts.languageProperty().set(Language.ES));

    assertThat(texts(view)).contains("La casa está bien", "41,7 tokens/s", "2 de 2");
    assertThat(texts(view)).doesNotContain("The house is fine");
  }

  @Test
  void changesAppearWhileItIsOpenAndNotAfter() {
    HomeView view = open();
    house.find("crash-loop", Severity.CRITICAL, "pod/apps/n8n-0", Msg.readingWaiting());
    await().untilAsserted(() -> assertThat(texts(view)).contains("One thing needs care"));

    OnFx.run(view::deactivate);
    house.find("other", Severity.CRITICAL, "pod/apps/x", Msg.readingWaiting());
    house.loseCluster(Msg.readingWaiting());
    // A second page that does hear it tells when the first would have.
    HomeView second = open();
    assertThat(texts(second)).contains("2 things need care");
    assertThat(texts(view)).contains("One thing needs care");
  }

  @Test
  void whatIsNotKnownIsADashAndNeverAZero() {
    house.homelab.gpu().set(house.unknown(Source.GPU, Msg.tailnetHealthStopped()));
    house.homelab.model().set(house.unknown(Source.MODEL, Msg.tailnetHealthStopped()));
    HomeView view = open();

    assertThat(texts(view)).contains("–", "I can see only part of the house");
    assertThat(texts(view)).doesNotContain("0 %", "0 W", "0 °C");
  }

  @Test
  void onlyAFewFindingsAreShownAtFirst() {
    for (int i = 0; i < 9; i++) {
      house.find("cause-" + i, Severity.WARNING, "pod/apps/" + i, Msg.readingWaiting());
    }
    HomeView view = open();

    assertThat(OnFx.get(() -> view.root().lookupAll(".finding").size())).isEqualTo(6);
    assertThat(texts(view)).contains("and 3 more");
  }

  @Test
  void whatGoesWithAFindingIsShownOnDemandAndStaysShown() {
    house.health.concerns().put(folding(3));
    HomeView view = open();
    assertThat(texts(view)).contains("Technical details, and 3 more things that go with it");
    assertThat(OnFx.get(() -> view.root().lookup(".finding-details").isVisible())).isFalse();

    OnFx.run(() -> ((Hyperlink) view.root().lookup(".details-toggle")).fire());
    assertThat(OnFx.get(() -> view.root().lookup(".finding-details").isVisible())).isTrue();
    assertThat(texts(view)).contains("Ready, and 2 more like it", "n8n-1…");

    house.health.concerns().put(folding(4));
    await().untilAsserted(() -> assertThat(texts(view)).contains("Ready, and 3 more like it"));
    assertThat(OnFx.get(() -> view.root().lookup(".finding-details").isVisible())).isTrue();
  }

  private static Concern folding(int count) {
    var finding =
        new Finding(
            "node-silent",
            Severity.CRITICAL,
            "node/asuna",
            List.of("Ready=Unknown"),
            HouseFixture.NOW,
            Msg.nodeHealthSilent(),
            Msg.adviceNodeSilent());
    var child =
        new Finding(
            "not-ready",
            Severity.WARNING,
            "pod/apps/n8n-0",
            List.of(),
            HouseFixture.NOW,
            Msg.nodeHealthReady(),
            Msg.adviceNodeSilent());
    var folded = new Concern.Folded(child, List.of("pod/apps/n8n-0", "pod/apps/n8n-1"), count);
    return new Concern("node/asuna", Severity.CRITICAL, finding, List.of(folded));
  }

  /** No words are cut, whatever the width. */
  @ParameterizedTest
  @CsvSource({"700, 600", "900, 640", "1100, 700", "1300, 800", "1800, 1000"})
  void nothingIsCut(int width, int height) {
    house.health.concerns().put(folding(40));
    for (Language language : Language.values()) {
      OnFx.run(() -> house.texts.languageProperty().set(language));
      List<String> cut =
          OnFx.get(() -> {
            HomeView view = HomeView.create(house.context());
            view.activate();
            Scene scene = OffStage.scene(view.root(), false, width, height);
            ((Hyperlink) view.root().lookup(".details-toggle")).fire();
            view.root().applyCss();
            view.root().layout();
            view.root().layout();
            scene.snapshot(null);
            List<String> found =
                scene.getRoot().lookupAll(".label").stream()
                    .map(Label.class::cast)
                    .filter(HomeViewTest::isVisible)
                    .filter(label -> !shown(label).equals(label.getText()))
                    .map(Labeled::getText)
                    .toList();
            view.deactivate();
            return found;
          });
      assertThat(cut).as(language + " at " + width).isEmpty();
    }
  }

  private static boolean isVisible(Node node) {
    return node.isVisible() && (node.getParent() == null || isVisible(node.getParent()));
  }

  private static String shown(Label label) {
    return label.lookupAll(".text").stream()
        .map(Text.class::cast)
        .filter(text -> !(text instanceof FontIcon))
        .map(Text::getText)
        .findFirst()
        .orElse(label.getText());
  }

  private HomeView open() {
    return OnFx.get(() -> {
      HomeView view = HomeView.create(house.context());
      view.activate();
      OffStage.scene(view.root(), false, 1200, 800);
      return view;
    });
  }

  private static List<String> texts(HomeView view) {
    return OnFx.get(() ->
        view.root().lookupAll("*").stream()
            .filter(Labeled.class::isInstance)
            .map(node -> ((Labeled) node).getText())
            .toList());
  }
}
