package net.pesulabs.console.page.topology;

import static net.pesulabs.console.page.HouseFixture.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import net.pesulabs.console.fx.OnFx;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.HouseFixture;
import net.pesulabs.console.page.OffStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The map on a real scene graph. */
class TopologyViewTest {

  private static final String N8N = "workload/asuna/apps/Deployment/n8n";

  private final HouseFixture house = HouseFixture.fine();

  @Test
  void itSpeaksBothLanguagesAndSwitchesLive() {
    TopologyView view = open();
    assertThat(texts(view)).contains("The house, live", "asuna", "n8n", "Home network", "relayed");

    OnFx.run(() -> house.texts.languageProperty().set(Language.ES));

    assertThat(texts(view)).contains("La casa, en vivo", "asuna", "Red de casa", "por relé");
    assertThat(texts(view)).doesNotContain("Home network");
  }

  @Test
  void aChangeKeepsEveryNodeAndItsPlace() {
    TopologyView view = open();
    List<Node> before = OnFx.get(() -> List.copyOf(map(view).getChildren()));
    Node chip = OnFx.get(() -> node(view, N8N));
    double x = OnFx.get(chip::getLayoutX);

    house.homelab.pods().put(pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    await().untilAsserted(() -> assertThat(texts(view)).contains("0/1"));

    assertThat(OnFx.get(() -> List.copyOf(map(view).getChildren()))).isEqualTo(before);
    assertThat(OnFx.get(chip::getLayoutX)).isEqualTo(x);
  }

  @Test
  void leftAloneItChangesNoMore() {
    TopologyView view = open();
    OnFx.run(view::deactivate);

    house.homelab.pods().put(pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    // A second page that does hear it tells when the first would have.
    TopologyView second = open();

    assertThat(texts(second)).contains("0/1");
    assertThat(texts(view)).doesNotContain("0/1");
  }

  @Test
  void enterOpensThePanelAndEscapeClosesIt() {
    TopologyView view = open();

    press(view, "machine/asuna", KeyCode.ENTER);
    assertThat(texts(view)).contains("Debian GNU/Linux 13 (trixie)", "v1.33.4+k3s1");

    press(view, "machine/asuna", KeyCode.ESCAPE);
    assertThat(texts(view)).doesNotContain("Debian GNU/Linux 13 (trixie)");
  }

  @Test
  void thePanelOpensWithoutMovingTheMap() {
    TopologyView view = open();
    double before = OnFx.get(() -> node(view, N8N).localToScene(0, 0).getX());

    press(view, N8N, KeyCode.SPACE);

    assertThat(OnFx.get(() -> node(view, N8N).localToScene(0, 0).getX())).isEqualTo(before);
  }

  @Test
  void everythingThatTakesTheFocusSaysWhatItIs() {
    TopologyView view = open();
    List<String> mute =
        OnFx.get(() ->
            view.root().lookupAll("*").stream()
                .filter(Node::isFocusTraversable)
                .filter(node -> spoken(node) == null)
                .map(Node::toString)
                .toList());

    assertThat(mute).isEmpty();
  }

  @Test
  void aSilentClusterIsExplained() {
    house.loseCluster(Msg.tailnetHealthStopped());
    TopologyView view = open();

    assertThat(texts(view))
        .anyMatch(text -> text.startsWith("The programs shown are those of 1s ago."));
    assertThat(OnFx.get(() -> node(view, N8N).getStyleClass())).contains("is-unknown");
  }

  private TopologyView open() {
    return OnFx.get(() -> {
      TopologyView view = TopologyView.create(house.context());
      view.activate();
      OffStage.scene(view.root(), false, 1280, 800);
      return view;
    });
  }

  private static void press(TopologyView view, String id, KeyCode code) {
    OnFx.run(() -> {
      node(view, id)
          .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
      view.root().applyCss();
      view.root().layout();
    });
  }

  private static Pane map(TopologyView view) {
    return (Pane) Objects.requireNonNull(view.root().lookup(".map"));
  }

  private static Node node(TopologyView view, String id) {
    return map(view).getChildren().stream()
        .filter(child -> id.equals(child.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable String spoken(Node node) {
    String text = node.getAccessibleText();
    return text == null && node instanceof Labeled labeled ? labeled.getText() : text;
  }

  private static List<String> texts(TopologyView view) {
    return OnFx.get(() ->
        view.root().lookupAll("*").stream()
            .filter(Labeled.class::isInstance)
            .map(node -> ((Labeled) node).getText())
            .toList());
  }
}
