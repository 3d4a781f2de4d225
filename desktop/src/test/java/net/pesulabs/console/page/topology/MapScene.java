package net.pesulabs.console.page.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import net.pesulabs.console.fx.OnFx;
import net.pesulabs.console.fx.UiTest;
import net.pesulabs.console.i18n.Language;
import net.pesulabs.console.page.HouseFixture;
import net.pesulabs.console.page.OffStage;
import net.pesulabs.console.page.PageContext;
import net.pesulabs.console.page.topology.layout.Camera;
import net.pesulabs.console.page.topology.layout.Point;
import net.pesulabs.console.page.topology.layout.Rect;

/** The map's page in a scene of its own, open, and the hands and eyes of who uses it. */
final class MapScene implements AutoCloseable {

  private final PageContext context;
  private final HouseFixture house;
  private final TopologyView view;
  private final MapPane pane;

  MapScene(HouseFixture house, double width, double height) {
    this.house = house;
    context = house.context();
    view =
        OnFx.get(() -> {
          TopologyView made = TopologyView.create(context);
          OffStage.scene(made.root(), false, width, height);
          made.activate();
          return made;
        });
    pane = (MapPane) node("map");
    settle();
  }

  /** Waits until all that was said so far has come through, and lays out. */
  void settle() {
    UiTest.awaitHops(context.pulse());
    OnFx.run(this::lay);
  }

  private void lay() {
    for (int i = 0; i < 2; i++) {
      view.root().applyCss();
      view.root().layout();
    }
  }

  PageContext context() {
    return context;
  }

  TopologyView view() {
    return view;
  }

  MapPane pane() {
    return pane;
  }

  Node node(String id) {
    return Platform.isFxApplicationThread() ? lookup(id) : OnFx.get(() -> lookup(id));
  }

  private Node lookup(String id) {
    return Objects.requireNonNull(view.root().lookup("#" + id), id);
  }

  boolean isSeen(String id) {
    return node(id).isVisible();
  }

  void speak(Language language) {
    OnFx.run(() -> {
      house.texts.languageProperty().set(language);
      lay();
    });
  }

  void tick() {
    OnFx.run(() -> {
      house.now.tick();
      lay();
    });
  }

  void press(KeyCode code) {
    press(pane, code);
  }

  void press(Node on, KeyCode code) {
    OnFx.run(() -> {
      on.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
      lay();
    });
  }

  void push(String button) {
    ToggleButton toggle = (ToggleButton) node(button);
    OnFx.run(() -> {
      toggle.fire();
      lay();
    });
  }

  /** Selects it in the tree, which has to be open. */
  void choose(String id) {
    TreeItem<MapTree.Row> item = item(id).orElseThrow(() -> new AssertionError("no " + id));
    MapTree tree = tree();
    OnFx.run(() -> {
      tree.getSelectionModel().select(item);
      lay();
    });
  }

  /** A click in the middle of the head of a thing, if it is in view. */
  void click(String id) {
    OnFx.run(() -> {
      Rect head = Objects.requireNonNull(pane.place(id), id);
      Point at = camera().toView(head.x() + head.width() / 3, head.centerY());
      mouse(MouseEvent.MOUSE_PRESSED, at, 1);
      mouse(MouseEvent.MOUSE_RELEASED, at, 1);
      mouse(MouseEvent.MOUSE_CLICKED, at, 1);
      lay();
    });
  }

  void doubleClick(String id) {
    OnFx.run(() -> {
      Rect head = Objects.requireNonNull(pane.place(id), id);
      mouse(MouseEvent.MOUSE_CLICKED, camera().toView(head.centerX(), head.centerY()), 2);
      lay();
    });
  }

  private void mouse(javafx.event.EventType<MouseEvent> type, Point at, int clicks) {
    var in = pane.localToScene(at.x(), at.y());
    boolean down = type == MouseEvent.MOUSE_PRESSED;
    Event.fireEvent(
        pane,
        new MouseEvent(
            type,
            in.getX(),
            in.getY(),
            in.getX(),
            in.getY(),
            MouseButton.PRIMARY,
            clicks,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            false,
            false,
            true,
            null));
  }

  Camera camera() {
    return pane.cameraProperty().get();
  }

  MapTree tree() {
    return (MapTree) node("map-tree");
  }

  /** Of the tree, which has to be open. */
  Optional<TreeItem<MapTree.Row>> item(String id) {
    return items().stream().filter(item -> item.getValue().id().equals(id)).findFirst();
  }

  List<TreeItem<MapTree.Row>> items() {
    return OnFx.get(() -> {
      var all = new ArrayList<TreeItem<MapTree.Row>>();
      gather(tree().getRoot(), all);
      return List.copyOf(all.subList(1, all.size()));
    });
  }

  private static void gather(TreeItem<MapTree.Row> item, List<TreeItem<MapTree.Row>> all) {
    all.add(item);
    item.getChildren().forEach(child -> gather(child, all));
  }

  /** What the labels under a node say. */
  List<String> texts(String id) {
    return OnFx.get(() -> labels(node(id)).stream().map(Labeled::getText).toList());
  }

  List<String> texts() {
    return OnFx.get(() -> labels(view.root()).stream().map(Labeled::getText).toList());
  }

  /** The labels under a node whose words do not fit. */
  List<String> cut(String id) {
    return OnFx.get(() ->
        labels(node(id)).stream()
            .filter(label -> label.getText() != null && !label.getText().isEmpty())
            .filter(label ->
                label.getChildrenUnmodifiable().stream()
                    .filter(Text.class::isInstance)
                    .noneMatch(shown -> ((Text) shown).getText().equals(label.getText())))
            .map(Labeled::getText)
            .toList());
  }

  private static List<Labeled> labels(Node under) {
    return under.lookupAll("*").stream()
        .filter(Labeled.class::isInstance)
        .map(Labeled.class::cast)
        .filter(MapScene::isShown)
        .toList();
  }

  private static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  Scene scene() {
    return view.root().getScene();
  }

  @Override
  public void close() {
    OnFx.run(view::deactivate);
  }
}
