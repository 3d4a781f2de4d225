package net.pesulabs.console.page.pods;

import static net.pesulabs.console.page.SampleHouse.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import net.pesulabs.console.MovableClock;
import net.pesulabs.console.Rows;
import net.pesulabs.console.fx.OnFx;
import net.pesulabs.console.homelab.LiveHomelab;
import net.pesulabs.console.homelab.Source;
import net.pesulabs.console.homelab.cluster.Pod;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.PageScene;
import net.pesulabs.console.page.SampleHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PodsViewTest {

  private final LiveHomelab homelab = SampleHouse.live();
  private final MovableClock clock = new MovableClock(NOW);
  private final PageScene page = new PageScene(homelab, clock, PodsView::create);
  private final PodTable table = (PodTable) page.page().root().lookup(".pod-table");

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void itShowsThePodsInTheLanguageOfTheReaderAndFollowsASwitch() {
    assertThat(page.says())
        .contains("28 pods, 4 need care", "Restarts", "CrashLoopBackOff", "17 (3m12s ago)");
    page.speak(Language.ES);
    assertThat(page.says())
        .contains("28 pods, 4 necesitan atención", "Reinicios", "17 (hace 3m12s)")
        .doesNotContain("Restarts", "17 (3m12s ago)");
  }

  @Test
  void agesAreAlive() {
    assertThat(page.says()).contains("41s");
    clock.move(Duration.ofSeconds(10));
    page.tick();
    assertThat(page.says()).contains("51s").doesNotContain("41s");
  }

  @Test
  void theOpenedPodIsExplainedFirstInWords() {
    select("n8n");
    assertThat(page.says())
        .contains(
            "Keeps crashing: “n8n” was restarted 17 times."
                + " It last ended with code 1: an error of the program itself")
        .contains(
            "Read its log; the error is usually in the last lines:"
                + " kubectl -n apps logs n8n-6c5d7f8b9-tq4zx -c n8n --previous")
        .contains("Error, exit code 1", "Waiting: CrashLoopBackOff");
    page.speak(Language.ES);
    assertThat(page.says()).contains("En espera: CrashLoopBackOff", "Error, código de salida 1");
  }

  @Test
  void theSelectionStaysWithItsPodThroughChangesOfOthers() {
    select("qdrant-0");
    assertThat(selected()).isEqualTo("qdrant-0");
    // One above comes, one above goes, one from below moves above, and the pod itself changes.
    homelab.pods().put(other("aaa", "first-0"));
    homelab.pods().remove(SampleHouse.crashing().uid());
    homelab.pods().put(ill(find("redis-0")));
    homelab.pods().put(restarted("qdrant-0"));
    await()
        .untilAsserted(() -> {
          assertThat(names()).startsWith("comfyui-7f6b5d4c8-k2l9p", "whisper-5d6f7c8b9-z8x7c");
          assertThat(names()).contains("first-0", "redis-0").doesNotContain("n8n-6c5d7f8b9-tq4zx");
          assertThat(OnFx.get(() -> table.getItems().get(2).pod().name())).isEqualTo("redis-0");
          assertThat(OnFx.get(() -> rowOf("qdrant-0").pod().restarts())).isEqualTo(7);
        });
    assertThat(selected()).isEqualTo("qdrant-0");
    assertThat(page.says()).contains("qdrant-0", "ghcr.io/family/qdrant:2026.11");
  }

  @Test
  void theSelectionStaysWithItsPodWhenAnotherColumnSorts() {
    select("qdrant-0");
    OnFx.run(() -> table.getSortOrder().add(table.getColumns().get(2)));
    assertThat(names()).startsWith("agentstack-server-7d9f8c6b5-v2c4x");
    assertThat(selected()).isEqualTo("qdrant-0");
  }

  @Test
  void aPodThatIsGoneIsNoLongerOpen() {
    select("n8n");
    homelab.pods().remove(SampleHouse.crashing().uid());
    await()
        .untilAsserted(
            () -> assertThat(OnFx.get(() -> table.getSelectionModel().isEmpty())).isTrue());
    assertThat(page.says()).doesNotContain("Waiting: CrashLoopBackOff");
  }

  @Test
  void theFilterNarrowsAndItsAbsenceOfMatchesIsSaid() {
    OnFx.run(() -> filter().setText("jellyfin"));
    assertThat(page.says()).contains("No pod matches the filter", "0 shown · 28 pods, 4 need care");
    OnFx.run(() -> filter().setText("ImagePull"));
    assertThat(names()).containsExactly("comfyui-7f6b5d4c8-k2l9p");
  }

  @Test
  void theKeyboardReachesTheFilterAndLeavesIt() {
    OnFx.run(() -> {
      var stage = new Stage();
      stage.setScene(page.scene());
      stage.show();
      table.requestFocus();
      table.fireEvent(
          new KeyEvent(
              KeyEvent.KEY_TYPED, "/", "/", KeyCode.UNDEFINED, false, false, false, false));
      assertThat(filter().isFocused()).as("/ goes to the filter").isTrue();
      filter().setText("qdrant");
      press(filter(), KeyCode.DOWN);
      assertThat(table.isFocused()).as("down goes to the table").isTrue();
      assertThat(table.getSelectionModel().getSelectedItem().pod().name()).isEqualTo("qdrant-0");
      press(table, KeyCode.ESCAPE);
      assertThat(table.getSelectionModel().isEmpty()).as("escape closes the pod").isTrue();
      press(table, KeyCode.ESCAPE);
      assertThat(filter().getText()).as("and then clears the filter").isEmpty();
      stage.hide();
    });
  }

  @Test
  void staleLinesAreGreyedUnderANoticeWithAgeAndReason() {
    homelab.cluster().update(reading -> reading.lost(Msg.tailnetHealthStopped()));
    clock.move(Duration.ofSeconds(42));
    page.tick();
    await()
        .untilAsserted(() ->
            assertThat(page.says())
                .contains(
                    "This is how the pods were 42s ago. Tailscale is switched off on this computer")
                .contains("28 pods"));
    assertThat(OnFx.get(() -> table.getPseudoClassStates().toString())).contains("stale");
  }

  @Test
  void everythingThatCanBeFocusedHasAName() {
    select("n8n");
    assertThat(
            OnFx.get(() ->
                page.page().root().lookupAll(".button").stream()
                    .filter(node -> ((javafx.scene.control.Button) node).getText() == null)
                    .map(javafx.scene.Node::getAccessibleText)
                    .toList()))
        .doesNotContainNull()
        .contains("Copy everything", "Close");
  }

  @Test
  void leftItFollowsNothing() {
    assertThat(homelab.attention().isOn(Source.CLUSTER)).isTrue();
    OnFx.run(page.page()::deactivate);
    assertThat(homelab.attention().isOn(Source.CLUSTER)).isFalse();
    clock.move(Duration.ofSeconds(10));
    page.tick();
    assertThat(page.says()).contains("41s");
  }

  private void select(String name) {
    OnFx.run(() -> table.getSelectionModel().select(rowOf(name)));
  }

  private PodRow rowOf(String name) {
    return table.getItems().stream()
        .filter(row -> row.pod().name().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private String selected() {
    return OnFx.get(() -> table.getSelectionModel().getSelectedItem().pod().name());
  }

  private java.util.List<String> names() {
    return OnFx.get(() -> table.getItems().stream().map(row -> row.pod().name()).toList());
  }

  private TextField filter() {
    return (TextField) page.page().root().lookup(".pods-filter");
  }

  private static void press(javafx.scene.Node node, KeyCode code) {
    node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  private static Pod find(String name) {
    return SampleHouse.pods().stream()
        .filter(pod -> pod.name().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private static Pod other(String namespace, String name) {
    return SampleHouse.running(
        namespace, name, "StatefulSet", name, "asuna", Duration.ofHours(1), 0);
  }

  private static Pod restarted(String name) {
    Pod pod = find(name);
    return Rows.pod(
        pod.uid(),
        pod.namespace(),
        pod.name(),
        pod.status(),
        pod.phase(),
        pod.node(),
        pod.ip(),
        false,
        pod.workload(),
        1,
        1,
        7,
        NOW.minus(Duration.ofHours(2)),
        null,
        null,
        null,
        true,
        pod.created(),
        pod.started(),
        null,
        pod.containers());
  }

  private static Pod ill(Pod pod) {
    Pod crashing = SampleHouse.crashing();
    return Rows.pod(
        pod.uid(),
        pod.namespace(),
        pod.name(),
        crashing.status(),
        crashing.phase(),
        pod.node(),
        pod.ip(),
        false,
        pod.workload(),
        0,
        1,
        2,
        NOW.minusSeconds(30),
        null,
        null,
        null,
        false,
        pod.created(),
        pod.started(),
        null,
        crashing.containers());
  }
}
