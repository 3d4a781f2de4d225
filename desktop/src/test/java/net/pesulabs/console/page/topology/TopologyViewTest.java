package net.pesulabs.console.page.topology;

import static net.pesulabs.console.page.HouseFixture.pod;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import net.pesulabs.console.fx.OnFx;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.page.HouseFixture;
import net.pesulabs.console.page.topology.graph.HouseMap;
import net.pesulabs.console.page.topology.graph.Layer;
import net.pesulabs.console.page.topology.layout.Camera;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The map on a real scene graph. */
class TopologyViewTest {

  private static final String ASUNA = "machine/asuna";
  private static final String APPS = "namespace/apps@machine/asuna";

  private final HouseFixture house = HouseFixture.fine();
  private @Nullable MapScene opened;

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
    house.health.close();
  }

  @ParameterizedTest
  @EnumSource(Layer.class)
  void theSwitchShowsEveryLayer(Layer layer) {
    MapScene scene = open();

    scene.push("layer-" + name(layer));

    assertShown(scene, layer);
  }

  @ParameterizedTest
  @CsvSource({
    "DIGIT1, PHYSICAL", "DIGIT2, NETWORK", "DIGIT3, WORKLOADS", "DIGIT4, TRAFFIC",
    "NUMPAD1, PHYSICAL", "NUMPAD2, NETWORK", "NUMPAD3, WORKLOADS", "NUMPAD4, TRAFFIC"
  })
  void soDoTheKeys(KeyCode key, Layer layer) {
    MapScene scene = open();

    scene.press(key == KeyCode.DIGIT3 || key == KeyCode.NUMPAD3 ? KeyCode.DIGIT1 : KeyCode.DIGIT3);
    scene.press(key);

    assertShown(scene, layer);
  }

  private void assertShown(MapScene scene, Layer layer) {
    for (Layer each : Layer.values()) {
      ToggleButton button = (ToggleButton) scene.node("layer-" + name(each));
      assertThat(button.isSelected()).as(each.name()).isEqualTo(each == layer);
    }
    scene.push("as-tree");
    assertThat(scene.items()).extracting(item -> item.getValue().id()).containsAll(things(layer));
  }

  @Test
  void theMouseOpensThePanelWithoutMovingTheMap() {
    MapScene scene = open();
    Camera before = scene.camera();

    scene.click(ASUNA);

    assertThat(scene.isSeen("facts")).isTrue();
    assertThat(scene.texts("facts"))
        .contains("asuna", "Debian GNU/Linux 13 (trixie)", "v1.33.4+k3s1");
    assertThat(scene.camera()).isEqualTo(before);
  }

  @Test
  void theKeyboardGoesAboutSelectsAndEscapeCloses() {
    MapScene scene = open();
    scene.press(KeyCode.HOME);
    scene.press(KeyCode.RIGHT);
    String spoken = OnFx.get(() -> scene.pane().getAccessibleText());
    Camera before = scene.camera();

    scene.press(KeyCode.ENTER);
    assertThat(scene.isSeen("facts")).isTrue();
    String title = scene.texts("facts").getFirst();
    assertThat(spoken).contains(title);
    assertThat(scene.camera()).isEqualTo(before);

    scene.press(KeyCode.ESCAPE);
    assertThat(scene.isSeen("facts")).isFalse();
  }

  @Test
  void aPanelThatWouldHideWhatItTellsOfLetsItBeSeen() {
    MapScene scene = open();

    scene.click("laptop");

    double right =
        OnFx.get(() ->
            scene
                .camera()
                .toView(Objects.requireNonNull(scene.pane().place("laptop")).right(), 0)
                .x());
    assertThat(right).isLessThanOrEqualTo(scene.pane().getWidth() - FactsPanel.WIDTH);
  }

  @Test
  void plusAndMinusAndADoubleClickFoldAndOpen() {
    MapScene scene = open();
    assertThat(place(scene, APPS)).isTrue();
    scene.click(ASUNA);

    scene.press(KeyCode.MINUS);
    assertThat(place(scene, APPS)).isFalse();
    assertThat(place(scene, ASUNA)).isTrue();

    scene.press(KeyCode.PLUS);
    assertThat(place(scene, APPS)).isTrue();

    scene.doubleClick(ASUNA);
    assertThat(place(scene, APPS)).isFalse();
  }

  @Test
  void theSearchFindsMarksAndReveals() {
    MapScene scene = open();
    scene.click(ASUNA);
    scene.press(KeyCode.MINUS);
    scene.press(KeyCode.ESCAPE);

    scene.press(KeyCode.SLASH);
    TextField field = (TextField) scene.node("map-search-field");
    OnFx.run(() -> field.setText("APPS"));
    assertThat(scene.texts("map-search")).contains("1 found");
    assertThat(place(scene, APPS)).as("hidden while it is only found").isFalse();

    scene.press(field, KeyCode.ENTER);
    assertThat(scene.texts("map-search")).contains("1 of 1");
    assertThat(place(scene, APPS)).isTrue();
    assertThat(scene.texts("facts")).contains("apps");

    OnFx.run(() -> field.setText("nobody at all"));
    assertThat(scene.texts("map-search")).contains("nothing found");

    scene.press(field, KeyCode.ESCAPE);
    assertThat(scene.isSeen("map-search")).isFalse();
  }

  @Test
  void itSpeaksBothLanguagesAndSwitchesLive() {
    MapScene scene = open();
    scene.push("as-tree");
    scene.choose("lan");
    assertThat(scene.texts()).contains("The house, live", "Home network", "fine");
    assertThat(scene.item("lan").orElseThrow().getValue().title()).isEqualTo("Home network");

    scene.speak(Language.ES);

    assertThat(scene.texts()).contains("La casa, en vivo", "Red de casa");
    assertThat(scene.texts()).doesNotContain("Home network", "fine", "The house, live");
    assertThat(scene.item("lan").orElseThrow().getValue().title()).isEqualTo("Red de casa");
  }

  @Test
  void whatAScreenReaderHearsChangesItsLanguageToo() {
    MapScene scene = open();
    assertThat(spoken(scene)).startsWith("The map.");

    scene.speak(Language.ES);

    assertThat(spoken(scene)).startsWith("El mapa.");
  }

  @Test
  void aScreenReaderHearsHowItIsNow() {
    MapScene scene = open();
    scene.click(APPS);
    String before = spoken(scene);

    house.homelab.pods().put(pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    scene.settle();

    assertThat(before).contains("4 of 4");
    assertThat(spoken(scene)).contains("3 of 4");
  }

  @Test
  void theKeysAreTheMapsAsSoonAsItIsOpen() {
    MapScene scene = open();

    assertThat(OnFx.get(() -> scene.pane().getScene().getFocusOwner())).isEqualTo(scene.pane());
  }

  @Test
  void howManyOfAGroupAreWellIsSaidOnce() {
    MapScene scene = open();

    scene.push("as-tree");

    assertThat(scene.items())
        .extracting(item -> item.getValue().words())
        .allSatisfy(words -> assertThat(words.split(" of \\d+ ", -1)).hasSizeLessThan(3));
  }

  @Test
  void aSilentClusterIsExplainedAndGreyed() {
    house.loseCluster(Msg.tailnetHealthStopped());
    MapScene scene = open();
    scene.push("as-tree");

    assertThat(scene.texts())
        .anyMatch(text -> text.startsWith("The programs shown are those of 1s ago."));
    assertThat(scene.item(APPS).orElseThrow().getValue().live()).isFalse();
    assertThat(scene.item("laptop").orElseThrow().getValue().live()).isTrue();
  }

  @Test
  void aHouseThatIsAsItWasRedrawsNothing() {
    MapScene scene = open();
    OnFx.run(() -> scene.scene().snapshot(null));
    scene.settle();
    long drawn = scene.view().probe().drawn();
    assertThat(drawn).isPositive();

    house.homelab.pods().put(pod("apps", "n8n", "asuna", "Running", true));
    house.homelab.gpu().set(house.homelab.gpu().get());
    scene.settle();
    scene.tick();

    assertThat(scene.view().probe().drawn()).isEqualTo(drawn);
  }

  @Test
  void aChangeRedrawsThatAndLittleElseAndMovesNothing() {
    MapScene scene = open();
    MapProbe probe = scene.view().probe();
    long whole = probe.drawn();
    var before = OnFx.get(() -> scene.pane().place(APPS));

    house.homelab.pods().put(pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    scene.settle();

    assertThat(probe.drawn()).isGreaterThan(whole);
    assertThat(OnFx.get(() -> scene.pane().place(APPS))).isEqualTo(before);
  }

  @Test
  void leftAloneItChangesNoMore() {
    MapScene scene = open();
    scene.click(APPS);
    List<String> before = scene.texts("facts");
    OnFx.run(scene.view()::deactivate);

    house.homelab.pods().put(pod("apps", "n8n", "asuna", "CrashLoopBackOff", false));
    scene.settle();

    assertThat(scene.texts("facts")).isEqualTo(before);
    OnFx.run(scene.view()::activate);
    scene.settle();
    assertThat(scene.texts("facts")).isNotEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Layer.class)
  void everythingOfTheMapIsInTheTreeAndSelectedOnBoth(Layer layer) {
    MapScene scene = open();
    scene.push("layer-" + name(layer));
    scene.push("as-tree");
    Set<String> things = things(layer);
    assertThat(scene.items()).extracting(item -> item.getValue().id()).containsAll(things);

    for (String id : things.stream().sorted().limit(12).toList()) {
      scene.choose(id);

      String title = scene.item(id).orElseThrow().getValue().title();
      assertThat(scene.texts("facts")).as(id).contains(title);
      assertThat(spoken(scene)).as(id).contains(title);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void nothingIsCutInThePanelOfASmallWindow(Language language) {
    MapScene scene = open(960, 640);
    scene.speak(language);
    scene.push("as-tree");
    for (Layer layer : Layer.values()) {
      scene.push("layer-" + name(layer));
      for (String id : things(layer).stream().sorted().limit(15).toList()) {
        scene.choose(id);
        assertThat(scene.cut("facts")).as(layer + " " + id).isEmpty();
      }
    }
  }

  @Test
  void everythingThatTakesTheFocusSaysWhatItIs() {
    MapScene scene = open();
    scene.click(ASUNA);

    List<String> mute =
        OnFx.get(() ->
            scene.view().root().lookupAll("*").stream()
                .filter(Node::isFocusTraversable)
                .filter(node -> says(node) == null)
                .map(Node::toString)
                .toList());

    assertThat(mute).isEmpty();
  }

  private MapScene open() {
    return open(1280, 800);
  }

  private MapScene open(double width, double height) {
    MapScene scene = new MapScene(house, width, height);
    opened = scene;
    return scene;
  }

  /** What a map of the same house, made from scratch, has on a layer. */
  private Set<String> things(Layer layer) {
    MapScene scene = Objects.requireNonNull(opened);
    return OnFx.get(() -> {
      var map =
          new HouseMap(
              house.homelab, house.health, house.settings, scene.context().pulse(), house.now);
      map.show(layer);
      map.activate();
      map.deactivate();
      return map.graph().vertices().keySet().stream().collect(Collectors.toUnmodifiableSet());
    });
  }

  private static boolean place(MapScene scene, String id) {
    return OnFx.get(() -> scene.pane().place(id) != null);
  }

  private static String spoken(MapScene scene) {
    return OnFx.get(() -> scene.pane().getAccessibleText());
  }

  private static String name(Layer layer) {
    return layer.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String says(Node node) {
    String text = node.getAccessibleText();
    return text == null && node instanceof Labeled labeled ? labeled.getText() : text;
  }
}
